import * as at from '../../../workers/kernel/layout.ts';
import type { Sampling } from '../../random/sampling.ts';
import type { Key } from '../../random/seed.ts';
import type { Scenario } from '../../scenario/fields/scenario.ts';
import { type Columns, emptyColumns, type Range } from '../columns.ts';
import { ScenarioBlocks } from './blocks.ts';
import { drawWorld } from './draws.ts';
import { instantiateKernel } from './instance.ts';
import { mapMemory } from './memory-map.ts';
import { prepareScenario } from './prepare.ts';

/** The fast form of the model: WebAssembly, a block of replications at a time. */
export interface Kernel {
  /**
   * Returns, for each scenario, what every strategy makes of a range of replications: the same bits as `simulateColumns`.
   * What is drawn period by period is drawn once for all scenarios and strategies.
   */
  simulate(
    scenarios: readonly Scenario[],
    key: Key,
    range: Range,
    withPaths: boolean,
    sampling?: Sampling,
  ): readonly Columns[];
}

/** Returns a kernel; made once a worker. It reads and compiles the module, which takes some milliseconds. */
export function createKernel(): Kernel {
  const kernel = instantiateKernel();

  function simulate(
    scenarios: readonly Scenario[],
    key: Key,
    range: Range,
    withPaths: boolean,
    sampling?: Sampling,
  ): readonly Columns[] {
    if (scenarios.length === 0) return [];
    const prepared = scenarios.map((scenario) => prepareScenario(scenario, key, sampling));
    const map = mapMemory(kernel, prepared, withPaths);
    const results = prepared.map(({ ladders, uncertain, parameters }) =>
      emptyColumns(ladders.length, uncertain.length, range.count, parameters.calendar.horizon, withPaths),
    );
    const blocks = new ScenarioBlocks(kernel, map);
    kernel.setKey(key.low, key.high);
    for (let row = 0; row < range.count; row += at.blockLanes) {
      const count = Math.min(at.blockLanes, range.count - row);
      drawWorld(kernel, map, prepared, range.first + row, count);
      prepared.forEach((scenario, index) => {
        blocks.play(scenario, results[index] as Columns, range.first, row, count);
      });
    }
    return results;
  }

  return { simulate };
}
