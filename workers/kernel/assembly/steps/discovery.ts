import { spread } from '../math/spread';
import * as at from '../../layout';
import { row } from '../../layout';
import * as block from '../block';
import { discoveredIssues } from '../draws/discovery-count';
import { revise } from '../lane';
import * as state from '../state';

/** What e^−x is compared with, and more than the rounding of that. */
const cValues: usize = memory.data<f64>([1.0, 0.5, 0.3333333333333333, 0.99999999999999]);
const c: usize = memory.data(16 * 4, 16);
spread(cValues, 4, c);

/** Step 4: issues are found by the bench and by users. All that are found in one period are one revision. */
// @ts-ignore: decorator
@inline
export function discover(lane: usize, t: i32, now: v128): void {
  const one = v128.load(0, c);
  const isQuiet = v128.and(f64x2.lt(v128.load(lane, state.launch), now), one);
  v128.store(lane, f64x2.add(v128.load(lane, state.frozen), isQuiet), state.frozen);
  if (!block.hasFaults) return;
  const spread = f64x2.mul(v128.load(lane, at.fieldDiscovery), v128.load(lane, state.shipped));
  const hazard = f64x2.add(v128.load(lane, at.benchDiscovery), spread);
  // None is found where u ≤ e^−x, and 1 − x + x²/2 − x³/6 is below that.
  const x = f64x2.mul(hazard, v128.load(lane, state.openIssues));
  const inner = f64x2.sub(one, f64x2.mul(x, v128.load(0, c + 32)));
  const outer = f64x2.sub(one, f64x2.mul(f64x2.mul(x, v128.load(0, c + 16)), inner));
  const bound = f64x2.sub(v128.load(0, c + 48), f64x2.mul(x, outer));
  const uniforms = block.discoveryUniforms + <usize>t * row + lane;
  const starts = v128.load(lane, at.productionStart);
  const lanes = i64x2.bitmask(v128.and(f64x2.gt(v128.load(uniforms), bound), f64x2.le(starts, now)));
  if (lanes !== 0) {
    if (lanes & 1) discoverOne(lane, t, load<f64>(uniforms), f64x2.extract_lane(hazard, 0));
    if (lanes & 2) discoverOne(lane + 8, t, load<f64>(uniforms, 8), f64x2.extract_lane(hazard, 1));
  }
}

function discoverOne(lane: usize, t: i32, u: f64, hazard: f64): void {
  const found = discoveredIssues(u, load<f64>(lane, state.openIssues), hazard);
  if (found > 0) revise(lane, t, found);
}
