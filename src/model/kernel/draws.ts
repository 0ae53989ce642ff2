import * as at from '../../../workers/kernel/layout.ts';
import { streamId } from '../../random/stream-id.ts';
import { streamNames } from '../future.ts';
import type { KernelExports } from './instance.ts';
import type { MemoryMap } from './memory-map.ts';
import type { PreparedScenario } from './prepare.ts';

const ids = {
  noise: streamId(streamNames.noise),
  orders: streamId(streamNames.orders),
  discovery: streamId(streamNames.discovery),
  validation: streamId(streamNames.validation),
};

/** Draws, for a block of replications, what is random period by period, as far as any of the scenarios needs it. */
export function drawWorld(
  kernel: KernelExports,
  map: MemoryMap,
  scenarios: readonly PreparedScenario[],
  first: number,
  count: number,
): void {
  const lanesBytes = lanesBytesOf(count);
  const periods = Math.max(...scenarios.map(({ parameters }) => parameters.calendar.horizon));
  const fill = (to: number, rows: number, { low, high }: { low: number; high: number }) =>
    kernel.fillUniforms(to, rows, lanesBytes, first, low, high);
  if (scenarios.some(isNoisy)) {
    fill(map.normals, periods, ids.noise);
    kernel.fillNormals(map.normals, map.normals, periods, lanesBytes);
  }
  if (scenarios.some(({ parameters }) => parameters.market.counting === 'poisson')) {
    fill(map.orderUniforms, periods, ids.orders);
    kernel.fillNormals(map.orderUniforms, map.orderNormals, periods, lanesBytes);
  }
  if (scenarios.some(hasFaults)) {
    fill(map.discoveryUniforms, periods, ids.discovery);
    fill(map.validationUniforms, 1, ids.validation);
  }
}

/** Returns the bytes of the lanes of so many replications; the last lanes may be there to fill a pair only. */
export function lanesBytesOf(count: number): number {
  return 16 * Math.ceil(count / 2);
}

/** Whether demand is random beside its counting. */
export function isNoisy(scenario: PreparedScenario): boolean {
  return certainValueOf(scenario, at.noise) !== 0;
}

/** Whether the design may have issues. */
export function hasFaults(scenario: PreparedScenario): boolean {
  return certainValueOf(scenario, at.issues) !== 0;
}

/** Returns a value of a scenario by its row; NaN where it is drawn. */
export function certainValueOf({ encoded }: PreparedScenario, row: number): number {
  return encoded.scenario.values[(row - at.scenarioRows) / at.row] as number;
}
