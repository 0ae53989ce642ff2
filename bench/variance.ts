import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createKernel } from '../src/model/kernel/kernel.ts';
import { blockSize, samplings } from '../src/random/sampling.ts';
import type { Key } from '../src/random/seed.ts';
import type { Scenario } from '../src/scenario/fields/scenario.ts';
import { openScenario, readScenario } from '../src/scenario/read/scenario.ts';
import { meanInterval } from '../src/statistics/mean-interval.ts';
import { type Moments, momentsOf, variance, withBlocks } from '../src/statistics/moments.ts';
import { benchFolder } from './places.ts';

/** How many times as many random futures would give the same error, for each mean NPV and each difference. */
export interface VarianceResult {
  readonly scenario: string;
  /** Of independent futures for each strategy over common ones, for each difference to the baseline. */
  readonly commonFutures: readonly number[];
  /** By sampling: of the mean NPV of each strategy, and of each difference to the baseline. */
  readonly sampling: Readonly<
    Record<string, { readonly means: readonly number[]; readonly differences: readonly number[] }>
  >;
  /** Milliseconds until the mean NPV of the first strategy is known to ± a hundredth of its standard deviation. */
  readonly msToHundredth: Readonly<Record<string, number>>;
}

/** A hundredth of a standard deviation, by the half-width of 95%, takes so many random futures. */
const hundredth = 0.01;

/** Returns the variance ratios of every example, from so many futures of each. */
export function measureVariance(key: Key, replications: number): readonly VarianceResult[] {
  const folder = join(benchFolder, '..', 'scenarios');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== 'template.yaml');
  return files.sort().map((file) => {
    const scenario = readScenario(openScenario(join(folder, file)));
    return measureScenario(file.replace('.yaml', ''), scenario, key, replications);
  });
}

interface Played {
  readonly means: readonly Moments[];
  readonly differences: readonly Moments[];
  readonly ms: number;
}

function measureScenario(name: string, scenario: Scenario, key: Key, replications: number): VarianceResult {
  const played = samplings.map(
    (sampling) => [sampling, play(scenario, key, replications, sampling)] as const,
  );
  const random = played[0]?.[1];
  if (random === undefined) throw new RangeError('no sampling was played');
  const ratios = (ours: readonly Moments[], theirs: readonly Moments[]) =>
    ours.map((moments, i) => errorOf(theirs[i] ?? moments) / errorOf(moments));
  const deviation = Math.sqrt(variance(random.means[0] as Moments) ?? Number.NaN);
  return {
    scenario: name,
    commonFutures: random.differences.map((difference, i) => {
      const apart = errorOf(random.means[0] as Moments) + errorOf(random.means[i + 1] as Moments);
      return apart / errorOf(difference);
    }),
    sampling: Object.fromEntries(
      played.slice(1).map(([sampling, each]) => [
        sampling,
        {
          means: ratios(each.means, random.means),
          differences: ratios(each.differences, random.differences),
        },
      ]),
    ),
    msToHundredth: Object.fromEntries(
      played.map(([sampling, { means, ms }]) => {
        const halfWidth = meanInterval(means[0] as Moments)?.halfWidth ?? Number.NaN;
        const times = halfWidth / (hundredth * deviation);
        return [sampling, ms * times * times];
      }),
    ),
  };
}

function play(scenario: Scenario, key: Key, count: number, sampling: (typeof samplings)[number]): Played {
  const kernel = createKernel();
  const startedAt = performance.now();
  const [columns] = kernel.simulate([scenario], key, { first: 0, count }, false, sampling);
  const ms = performance.now() - startedAt;
  const npv = (columns?.strategies ?? []).map(({ metrics }) => metrics.npv);
  const baseline = npv[0] ?? new Float64Array(0);
  const unit = sampling === 'random' ? 1 : blockSize;
  const moments = (values: Float64Array) => withBlocks(momentsOf(values), values, unit);
  return {
    means: npv.map(moments),
    differences: npv
      .slice(1)
      .map((values) => moments(values.map((value, r) => value - (baseline[r] as number)))),
    ms,
  };
}

/** The square of the standard error. */
function errorOf(moments: Moments): number {
  const of = moments.blocks ?? moments;
  return (variance(of) ?? Number.NaN) / of.count;
}
