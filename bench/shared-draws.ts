import type { Task } from '../src/run/task.ts';
import simulateTask from '../workers/simulate.ts';
import type { Case } from './cases.ts';
import type { Engine } from './engines.ts';
import { addColumns, emptyMoments } from './moments.ts';
import type { Effort } from './options.ts';
import { type Runner, race } from './rounds.ts';
import { openSet } from './sets.ts';
import { endlessTasks } from './tasks.ts';

/** Replications of each scenario: what a set gets unless told. */
const replicationsOfSet = 1000;
/** More than a round plays, so that one scenario's tasks are all full ones. */
const replicationsOfOne = 1_000_000;

/**
 * Returns what a strategy-period costs in one scenario and in sets, whose scenarios share draws, by round: the engine
 * alone, and the whole of what a worker does with a task (the engine, then the summaries).
 */
export async function measureSharedDraws(
  bench: Case,
  engine: Engine,
  effort: Effort,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const one = { count: 1, at: () => bench.scenario };
  const lists = [
    { name: 'one scenario', list: one, replications: replicationsOfOne },
    ...effort.setSizes.map((size) => ({
      name: `set of ${size}`,
      list: openSet(bench, size),
      replications: replicationsOfSet,
    })),
  ];
  const runners = lists.flatMap(({ name, list, replications }): Runner[] => [
    taskRunner(name, bench, effort, endlessTasks(list, replications), (task) => playTask(engine, task)),
    taskRunner(`${name}, with summaries`, bench, effort, endlessTasks(list, replications), simulateTask),
  ]);
  return race(runners, effort.rounds);
}

function playTask(engine: Engine, { scenarios, key, range }: Task): void {
  const [first] = scenarios;
  for (const columns of engine.play(scenarios, key, range)) {
    addColumns(emptyMoments(Object.keys(first?.strategies ?? {}).length), columns);
  }
}

/** Plays tasks until a round's time is over; a task is never cut. */
function taskRunner(
  name: string,
  bench: Case,
  effort: Effort,
  tasks: Iterator<Task, void>,
  play: (task: Task) => unknown,
): Runner {
  function run(): number {
    const start = performance.now();
    let replications = 0;
    let elapsedMs = 0;
    while (elapsedMs < effort.roundSeconds * 1000) {
      const { value: task } = tasks.next();
      if (task === undefined) throw new RangeError('the tasks have an end');
      play(task);
      replications += task.scenarios.length * task.range.count;
      elapsedMs = performance.now() - start;
    }
    return (elapsedMs * 1e6) / (replications * bench.strategies * bench.periods);
  }
  return { name, run };
}
