import { metricNames } from '../src/model/replay/metrics.ts';
import type { Key } from '../src/random/seed.ts';
import type { Scenario } from '../src/scenario/fields/scenario.ts';
import type { Engine } from './engines.ts';

/** How two engines of ours differ, replication by replication. */
export interface Difference {
  /** Values compared: replications × strategies × metrics. */
  readonly values: number;
  /** Of them, how many differ in any bit. */
  readonly differing: number;
  /** The greatest difference, relative to the greater of 1 and the value. */
  readonly worst: number;
}

/** Returns how far a kernel is from the replay model on the first replications of a scenario. */
export function differenceBetween(
  kernel: Engine,
  replay: Engine,
  scenario: Scenario,
  key: Key,
  replications: number,
): Difference {
  const range = { first: 0, count: replications };
  const [fast] = kernel.play([scenario], key, range);
  const [plain] = replay.play([scenario], key, range);
  let values = 0;
  let differing = 0;
  let worst = 0;
  plain?.strategies.forEach(({ metrics }, strategy) => {
    for (const name of metricNames) {
      const other = fast?.strategies[strategy]?.metrics[name];
      metrics[name].forEach((value, row) => {
        values++;
        const got = other?.[row] ?? Number.NaN;
        if (Object.is(got, value)) return;
        differing++;
        worst = Math.max(worst, Math.abs(got - value) / Math.max(1, Math.abs(value)));
      });
    }
  });
  return { values, differing, worst };
}
