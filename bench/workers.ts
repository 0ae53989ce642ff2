import { availableParallelism } from 'node:os';
import type { ScenarioList } from '../src/run/simulate.ts';
import { simulateAll } from '../src/run/simulate.ts';
import type { Case } from './cases.ts';
import { secondsUntil, unitsFor } from './measure.ts';
import type { Effort } from './options.ts';
import { race } from './rounds.ts';
import { openSet } from './sets.ts';

/** How long the same work took with different numbers of workers, in seconds by round. */
export interface ScalingResult {
  readonly work: string;
  readonly seconds: ReadonlyMap<number, readonly number[]>;
}

/** Sets are run with so many replications a scenario, unless told. */
const replicationsOfSet = 1000;
const leastReplications = 16_384;

/** Returns how a run scales over workers, through the pool and with all that it costs: starting, summaries, merging. */
export async function measureWorkers(bench: Case, effort: Effort): Promise<readonly ScalingResult[]> {
  const one: ScenarioList = { count: 1, at: () => bench.scenario };
  const replications = await unitsFor(effort.poolSeconds, leastReplications, (count) =>
    secondsUntil(() => runAll(one, count, 1)),
  );
  const scenarios = Math.max(8, Math.round(replications / replicationsOfSet));
  const set = openSet(bench, scenarios);
  return [
    await scaling(`one scenario, ${replications} replications`, one, replications, effort),
    await scaling(
      `${scenarios} scenarios, ${replicationsOfSet} replications each`,
      set,
      replicationsOfSet,
      effort,
    ),
  ];
}

async function scaling(
  work: string,
  list: ScenarioList,
  replications: number,
  effort: Effort,
): Promise<ScalingResult> {
  const counts = [1, 2, 4, 8].filter((workers) => workers <= Math.max(2, availableParallelism()));
  const runners = counts.map((workers) => ({
    name: `${workers}`,
    run: () => secondsUntil(() => runAll(list, replications, workers)),
  }));
  const costs = await race(runners, effort.poolRounds);
  return { work, seconds: new Map(counts.map((workers) => [workers, costs.get(`${workers}`) ?? []])) };
}

async function runAll(list: ScenarioList, replications: number, workers: number): Promise<void> {
  for await (const _ of simulateAll(list, { replications, seed: '1', workers, cashFlow: false }));
}

/** Returns how long it takes from the call of a long run to the first replications that are done, in seconds. */
export async function measureFirstProgress(bench: Case): Promise<number> {
  const start = performance.now();
  let first = Number.NaN;
  const options = {
    replications: 1_000_000,
    seed: '1',
    cashFlow: false,
    onProgress(done: number) {
      if (done === 0) return;
      first = (performance.now() - start) / 1000;
      throw new Stop();
    },
  };
  try {
    for await (const _ of simulateAll({ count: 1, at: () => bench.scenario }, options));
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  return first;
}

class Stop extends Error {}
