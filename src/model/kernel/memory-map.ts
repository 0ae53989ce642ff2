import * as at from '../../../workers/kernel/layout.ts';
import type { KernelExports } from './instance.ts';
import type { PreparedScenario } from './prepare.ts';

/** Where everything stands whose size depends on what is simulated, in bytes. */
export type MemoryMap = ReturnType<typeof mapMemory>;

const pageBytes = 65_536;
const mostPaths = 2;

/** Returns the map of the memory for some scenarios, and grows the memory where that is needed. */
export function mapMemory(kernel: KernelExports, scenarios: readonly PreparedScenario[], withPaths: boolean) {
  const periods = Math.max(...scenarios.map(({ parameters }) => parameters.calendar.horizon));
  const rows = Math.max(...scenarios.map(({ encoded }) => encoded.others.values.length));
  const inputs = Math.max(...scenarios.map(({ uncertain }) => uncertain.length));
  const entries = Math.max(...scenarios.map(({ profile }) => profile.length));
  const ring = 1 << (32 - Math.clz32(periods));
  let next = at.freeMemory;

  function take(bytes: number): number {
    const place = next;
    next += Math.ceil(bytes / 64) * 64;
    return place;
  }

  // A period more: uniforms are made two at a time.
  const byPeriod = () => take((periods + 1) * at.row);
  const map = {
    /** Values on their way to rows. */
    values: take(8 * Math.max(rows, at.scenarioRowCount)),
    season: take(8 * periods),
    profile: take(8 * entries),
    events: take(periods),
    out: take(at.metricRowCount * at.row),
    others: take(rows * at.row),
    validationUniforms: take(2 * at.row),
    /** Two rows for each uncertain field: its uniforms, later its values; the other is written beside. */
    inputUniforms: take(2 * at.row * inputs),
    receivableRows: take(ring * at.ringRow),
    arrivalRows: take(ring * at.arrivalRowCount * at.ringRow),
    demandFactors: byPeriod(),
    orderUniforms: byPeriod(),
    orderNormals: byPeriod(),
    discoveryUniforms: byPeriod(),
    normals: byPeriod(),
    paths: withPaths ? take(mostPaths * 8 * at.blockLanes * periods) : 0,
    pathsStride: 8 * at.blockLanes * periods,
  };
  const missing = next - kernel.memory.buffer.byteLength;
  if (missing > 0) kernel.memory.grow(Math.ceil(missing / pageBytes));
  return map;
}
