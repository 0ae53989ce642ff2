import { type Key, rootKey } from '../src/random/seed.ts';
import { planTasks } from '../src/run/plan.ts';
import type { ScenarioList } from '../src/run/simulate.ts';
import type { Task } from '../src/run/task.ts';

/** Yields the tasks of a run, and then those of the next seed's, and so on: no two of them have the same draws. */
export function* endlessTasks(list: ScenarioList, replications: number): Generator<Task> {
  for (let seed = 1; ; seed++) {
    const key: Key = rootKey(`bench ${seed}`);
    for (const { firstScenario, scenarios, range } of planTasks(list.count, replications)) {
      const group = Array.from({ length: scenarios }, (_, offset) => list.at(firstScenario + offset));
      yield {
        scenarios: group,
        key,
        range,
        detail: { cashFlow: 'none', metrics: 'runs', npv: 'runs' },
        sampling: 'random',
      };
    }
  }
}
