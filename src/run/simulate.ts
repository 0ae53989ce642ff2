import type { Sampling } from '../random/sampling.ts';
import { rootKey } from '../random/seed.ts';
import type { Scenario } from '../scenario/fields/scenario.ts';
import { unpackScenario } from '../statistics/packed/scenario.ts';
import { mergeScenarios, type ScenarioSummary } from '../statistics/scenario-summary.ts';
import { detailOf, planTasks } from './plan.ts';
import { defaultWorkers, openPool } from './pool.ts';

/** The scenarios of a run, each made when its turn comes, so that a large set does not fill the memory. */
export interface ScenarioList {
  readonly count: number;
  at(index: number): Scenario;
}

export interface SimulationOptions {
  /** Futures played for each scenario: 1 or more. */
  readonly replications: number;
  /** The text from which every draw follows. */
  readonly seed: string;
  /** Worker threads; as many as the machine has processors unless told. They change no result. */
  readonly workers?: number;
  /** Whether cash is summarised by period. */
  readonly cashFlow: boolean;
  /** How the inputs are sampled: `random` unless told. */
  readonly sampling?: Sampling | undefined;
  /** Is told after each task how many replications of all scenarios are done. */
  onProgress?(done: number, total: number): void;
}

/** Yields the summary of each scenario in order. The same bytes come whatever the number of workers. */
export async function* simulateAll(
  list: ScenarioList,
  options: SimulationOptions,
): AsyncGenerator<readonly [index: number, scenario: Scenario, summary: ScenarioSummary]> {
  const { replications } = options;
  const key = rootKey(options.seed);
  const sampling = options.sampling ?? 'random';
  const pool = openPool(options.workers ?? defaultWorkers());
  const inFlight = new Map<number, { scenario: Scenario; summary: ScenarioSummary | undefined }>();
  const total = list.count * replications;
  let done = 0;
  options.onProgress?.(done, total);

  function scenarioAt(index: number): Scenario {
    const known = inFlight.get(index)?.scenario;
    if (known !== undefined) return known;
    const scenario = list.at(index);
    inFlight.set(index, { scenario, summary: undefined });
    return scenario;
  }

  try {
    const results = pool.inOrder(
      planTasks(list.count, replications, options.cashFlow),
      ({ firstScenario, scenarios, range }) => ({
        scenarios: Array.from({ length: scenarios }, (_, offset) => scenarioAt(firstScenario + offset)),
        key,
        range,
        detail: detailOf(range, options.cashFlow),
        sampling,
      }),
    );
    for await (const [task, pieces] of results) {
      done += task.scenarios * task.range.count;
      options.onProgress?.(done, total);
      for (const [offset, packed] of pieces.entries()) {
        const piece = unpackScenario(packed);
        const index = task.firstScenario + offset;
        const { scenario, summary: before } = inFlight.get(index) ?? { scenario: scenarioAt(index) };
        const summary = before === undefined ? piece : mergeScenarios(before, piece);
        if (task.range.first + task.range.count < replications) {
          inFlight.set(index, { scenario, summary });
          continue;
        }
        inFlight.delete(index);
        yield [index, scenario, summary];
      }
    }
  } finally {
    await pool.close();
  }
}
