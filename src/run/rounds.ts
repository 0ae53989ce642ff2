import type { Range } from '../model/columns.ts';
import { rootKey } from '../random/seed.ts';
import type { Scenario } from '../scenario/fields/scenario.ts';
import { unpackScenario } from '../statistics/packed/scenario.ts';
import { mergeScenarios, type ScenarioSummary } from '../statistics/scenario-summary.ts';
import { lookPoints } from './looks.ts';
import { detailOf, replicationsPerPiece, scenariosPerTask } from './plan.ts';
import { defaultWorkers, openPool } from './pool.ts';
import type { ScenarioList, SimulationOptions } from './simulate.ts';

/** How a run goes on from look to look. */
export interface RoundOptions extends Omit<SimulationOptions, 'replications'> {
  /** No scenario gets more futures. */
  readonly mostReplications: number;
  /** Returns whether a scenario needs no more futures, after a look; on nothing but its summary. */
  enough(summary: ScenarioSummary): boolean;
  /** Is told of every look at a scenario that is still open; those of one scenario come in order. */
  onLook?(index: number, scenario: Scenario, summary: ScenarioSummary): void;
  /** So long may it take, shared among the scenarios: a window of them stops at the last look that ends in time. */
  readonly timeMs?: number | undefined;
  /** The clock for that, in milliseconds. */
  now(): number;
  /** How many rounds each window is to be played, where a run that was cut by time is repeated. */
  readonly rounds?: readonly number[] | undefined;
  /** Is told of each window how many rounds were played. */
  onWindow?(rounds: number): void;
}

/** So many futures may be in memory at once, with every value of their metrics. */
const mostOpen = 262_144;
const mostKept = 65_536;
const largestWindow = 256;

interface Row {
  readonly index: number;
  readonly scenario: Scenario;
  summary: ScenarioSummary | undefined;
}

/**
 * Yields the summary of each scenario in order, each with as many futures as it needs: a window of scenarios is played in
 * rounds, and after each round (a look) those that have enough drop out. The plan follows from the scenarios, the options
 * and the summaries alone, so the same bytes come whatever the number of workers; where time cuts a window short,
 * `onWindow` tells at which look, and `rounds` repeats it.
 */
export async function* simulateInRounds(
  list: ScenarioList,
  options: RoundOptions,
): AsyncGenerator<readonly [index: number, scenario: Scenario, summary: ScenarioSummary]> {
  const looks = lookPoints(options.mostReplications);
  const size = windowSize(options.mostReplications);
  const key = rootKey(options.seed);
  const pool = openPool(options.workers ?? defaultWorkers());
  const progress = { done: 0, total: list.count * (looks[0] ?? 0) };
  const { now } = options;
  const startedAt = now();
  options.onProgress?.(0, progress.total);

  async function playRound(open: readonly Row[], range: Range): Promise<void> {
    const tasks = pool.inOrder(planRound(open, range), (task) => ({
      scenarios: task.rows.map(({ scenario }) => scenario),
      key,
      range: task.range,
      detail: detailOf(task.range, options.cashFlow),
      sampling: options.sampling ?? 'random',
    }));
    for await (const [{ rows }, pieces] of tasks) {
      rows.forEach((row, place) => {
        const packed = pieces[place];
        if (packed === undefined) throw new RangeError('a task gave no summary of a scenario');
        const piece = unpackScenario(packed);
        row.summary = row.summary === undefined ? piece : mergeScenarios(row.summary, piece);
        progress.done += piece.replications;
      });
      // How much is still to come is known only when the last look is over.
      options.onProgress?.(progress.done, Math.max(progress.done + 1, progress.total));
    }
  }

  async function playWindow(rows: readonly Row[], number: number): Promise<void> {
    const deadline =
      startedAt + ((options.timeMs ?? Infinity) * ((rows.at(-1)?.index ?? 0) + 1)) / list.count;
    const most = options.rounds?.[number] ?? looks.length;
    const before = { done: progress.done, at: now() };
    let open = rows;
    let round = 0;
    while (open.length > 0 && round < most) {
      const first = looks[round - 1] ?? 0;
      const count = (looks[round] ?? first) - first;
      await playRound(open, { first, count });
      for (const row of open) look(row, options);
      open = open.filter(({ summary }) => summary !== undefined && !options.enough(summary));
      round++;
      const next = ((looks[round] ?? 0) - (looks[round - 1] ?? 0)) * open.length;
      progress.total += Math.max(0, next);
      const at = now();
      const perFuture = (at - before.at) / Math.max(1, progress.done - before.done);
      if (at + next * perFuture > deadline) break;
    }
    options.onWindow?.(round);
  }

  try {
    for (let start = 0, number = 0; start < list.count; start += size, number++) {
      const rows = Array.from({ length: Math.min(size, list.count - start) }, (_, offset): Row => {
        return { index: start + offset, scenario: list.at(start + offset), summary: undefined };
      });
      await playWindow(rows, number);
      for (const { index, scenario, summary } of rows) {
        if (summary !== undefined) yield [index, scenario, summary];
      }
    }
    options.onProgress?.(progress.done, progress.done);
  } finally {
    await pool.close();
  }
}

function look({ index, scenario, summary }: Row, options: RoundOptions): void {
  if (summary !== undefined) options.onLook?.(index, scenario, summary);
}

function windowSize(mostReplications: number): number {
  const kept = Math.min(mostKept, mostReplications);
  return Math.max(1, Math.min(largestWindow, Math.floor(mostOpen / kept)));
}

/** Rows with few replications share a task, as in a run of a fixed number; one with many is cut into pieces. */
function* planRound(rows: readonly Row[], range: Range): Generator<{ rows: readonly Row[]; range: Range }> {
  const together = Math.max(1, Math.min(scenariosPerTask, Math.floor(replicationsPerPiece / range.count)));
  const end = range.first + range.count;
  for (let place = 0; place < rows.length; place += together) {
    const group = rows.slice(place, place + together);
    for (let first = range.first; first < end; first += replicationsPerPiece) {
      yield { rows: group, range: { first, count: Math.min(replicationsPerPiece, end - first) } };
    }
  }
}
