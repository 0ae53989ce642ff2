import type { Key } from '../src/random/seed.ts';
import { criticalScore, falseAlarmRate, worstOf } from './agree.ts';
import type { Case } from './cases.ts';
import type { Engine } from './engines.ts';
import type { BenchResult, SingleSummary } from './result.ts';
import { differenceBetween } from './same-bits.ts';
import type { SingleResult } from './single.ts';
import { eachSpread, ratioOf, spreadOf } from './spread.ts';

const replicationsCompared = 4096;

/**
 * Returns the table of what everybody needs for one scenario. Whose answers are not ours is named, and has no time.
 * The kernel is held against the replay model bit by bit.
 */
export function summariseSingle(
  measured: readonly SingleResult[],
  cases: readonly Case[],
  kernel: Engine,
  replay: Engine,
  key: Key,
): NonNullable<BenchResult['single']> {
  const comparisons = measured.flatMap((one) => one.comparisons);
  const critical = criticalScore(comparisons.length);
  const peers = [...new Set(comparisons.map(({ peer }) => peer))];
  const worst = peers.flatMap((name) => worstOf(comparisons.filter(({ peer }) => peer === name)) ?? []);
  const disagreeing = worst.filter(({ z }) => !(Math.abs(z) <= critical)).map(({ peer }) => peer);
  const differences = cases.map(({ name, scenario }) => {
    return [name, differenceBetween(kernel, replay, scenario, key, replicationsCompared)] as const;
  });
  return {
    agreement: {
      comparisons: comparisons.length,
      falseAlarmRate,
      criticalScore: critical,
      worst,
      disagreeing,
    },
    kernelAgainstReplay: Object.fromEntries(differences),
    scenarios: measured.map((one) => summariseScenario(one, kernel.name, disagreeing)),
  };
}

function summariseScenario(
  { scenario, costs, drawsPerStrategyPeriod }: SingleResult,
  kernel: string,
  disagreeing: readonly string[],
): SingleSummary {
  const counted = new Map([...costs].filter(([name]) => !disagreeing.includes(name)));
  const ours = counted.get(kernel) ?? [];
  const guests = new Map([...counted].filter(([name]) => name !== kernel));
  return {
    scenario,
    nsPerStrategyPeriod: eachSpread(counted),
    timesKernel: eachSpread(guests, (values) => ratioOf(values, ours)),
    drawsPerSecond: (1e9 * drawsPerStrategyPeriod) / spreadOf(ours).median,
  };
}
