import type { Range } from '../model/columns.ts';
import type { CashFlowDetail } from './task.ts';

/** At most so many replications of a scenario are one piece of work; fixed, so that workers change no byte. */
export const replicationsPerPiece = 4096;
/** Up to this many replications, cash by period is kept whole and its quantiles are exact. */
const mostExactPaths = 16_384;

/** One task of a run: which scenarios, by their place in the run, and which of their replications. */
export interface PlannedTask {
  readonly firstScenario: number;
  readonly scenarios: number;
  readonly range: Range;
}

/**
 * Returns the tasks of a run in order: scenarios with few replications share a task, one with many is cut into pieces. It
 * depends on the numbers of scenarios and replications alone.
 */
export function* planTasks(scenarios: number, replications: number): Generator<PlannedTask> {
  const together = Math.max(1, Math.floor(replicationsPerPiece / replications));
  for (let firstScenario = 0; firstScenario < scenarios; firstScenario += together) {
    const group = Math.min(together, scenarios - firstScenario);
    for (let first = 0; first < replications; first += replicationsPerPiece) {
      const count = Math.min(replicationsPerPiece, replications - first);
      yield { firstScenario, scenarios: group, range: { first, count } };
    }
  }
}

/** Returns how cash by period is summarised for so many replications of a scenario. */
export function cashFlowDetail(replications: number, wanted: boolean): CashFlowDetail {
  if (!wanted) return 'none';
  return replications <= mostExactPaths ? 'runs' : 'sketch';
}
