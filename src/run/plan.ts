import type { Range } from '../model/columns.ts';
import type { Detail } from './task.ts';

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

/** Up to this many replications every value of a metric is kept and its quantiles are exact. */
const mostExactMetrics = 65_536;
/** The same for the NPV and its differences, which decide. */
const mostExactNpv = 4_194_304;

/**
 * Returns what is kept of a piece for quantiles. A piece beyond a limit keeps sketches, and what it is merged with becomes
 * one too: the same as if all had been sketches from the start.
 */
export function detailOf({ first, count }: Range, cashFlow: boolean): Detail {
  const end = first + count;
  const keep = (most: number) => (end <= most ? 'runs' : 'sketch');
  return {
    cashFlow: cashFlow ? keep(mostExactPaths) : 'none',
    metrics: keep(mostExactMetrics),
    npv: keep(mostExactNpv),
  };
}
