import type { Range } from '../model/columns.ts';
import type { Detail } from './task.ts';

/** At most so many replications of a scenario are one piece of work; fixed, so that workers change no byte. */
export const replicationsPerPiece = 4096;
/** In a set with scenarios enough to keep all workers busy, a scenario is cut only beyond this: merging costs too. */
const replicationsPerPieceOfMany = 16_384;
/** A task plays at most so many replications of all its scenarios together, and so many scenarios. */
const replicationsPerTask = 20_480;
export const scenariosPerTask = 16;
/** A run with fewer tasks than this would leave workers idle at its end. */
const enoughTasks = 16;
/** Replications are played by blocks of so many; none but the last should be partly empty. */
const block = 64;
/** Up to this many replications, cash by period is kept whole and its quantiles are exact. */
const mostExactPaths = 16_384;
/** Up to this many replications every value of a metric is kept and its quantiles are exact. */
const mostExactMetrics = 65_536;
/** The same for the NPV and its differences, which decide. */
const mostExactNpv = 262_144;

/** One task of a run: which scenarios, by their place in the run, and which of their replications. */
export interface PlannedTask {
  readonly firstScenario: number;
  readonly scenarios: number;
  readonly range: Range;
}

/**
 * Returns the tasks of a run in order: scenarios share a task, because they share draws, and one with many replications is
 * cut into pieces of about one size. It depends on the numbers of scenarios and replications alone, and on whether cash is
 * kept by period, of which there is so much that tasks must be small.
 */
export function* planTasks(
  scenarios: number,
  replications: number,
  withPaths = false,
): Generator<PlannedTask> {
  const isManyWithoutPaths = scenarios >= enoughTasks && !withPaths;
  const size = pieceSize(
    replications,
    isManyWithoutPaths ? replicationsPerPieceOfMany : replicationsPerPiece,
  );
  const room = Math.floor((isManyWithoutPaths ? replicationsPerTask : replicationsPerPiece) / size);
  const together = Math.max(1, Math.min(scenariosPerTask, room, Math.floor(scenarios / enoughTasks)));
  for (let firstScenario = 0; firstScenario < scenarios; firstScenario += together) {
    const group = Math.min(together, scenarios - firstScenario);
    for (let first = 0; first < replications; first += size) {
      yield {
        firstScenario,
        scenarios: group,
        range: { first, count: Math.min(size, replications - first) },
      };
    }
  }
}

/** Returns an even number of pieces' size, so that two workers end together; all at once where that fits. */
function pieceSize(replications: number, most: number): number {
  if (replications <= most) return replications;
  const pieces = 2 * Math.ceil(replications / most / 2);
  return Math.min(most, block * Math.ceil(replications / pieces / block));
}

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
