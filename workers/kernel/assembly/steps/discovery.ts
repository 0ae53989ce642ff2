import * as at from '../../layout';
import { row } from '../../layout';
import * as block from '../block';
import { discoveredIssues } from '../draws/discovery-count';
import { revise } from '../lane';
import * as state from '../state';

/** Step 4: issues are found by the bench and by users. All that are found in one period are one revision. */
export function discover(t: i32): void {
  const now = f64x2.splat(<f64>t);
  const one = f64x2.splat(1);
  const half = f64x2.splat(0.5);
  const third = f64x2.splat(0.3333333333333333);
  // More than the rounding of what it is compared with.
  const slack = f64x2.splat(1 - 1e-14);
  const end = block.end;
  let uniforms = block.discoveryUniforms + <usize>t * row;
  for (let lane: usize = 0; lane < end; lane += 16, uniforms += 16) {
    const isQuiet = v128.and(f64x2.lt(v128.load(lane, state.launch), now), one);
    v128.store(lane, f64x2.add(v128.load(lane, state.frozen), isQuiet), state.frozen);
    if (!block.hasFaults) continue;
    const spread = f64x2.mul(v128.load(lane, at.fieldDiscovery), v128.load(lane, state.shipped));
    const hazard = f64x2.add(v128.load(lane, at.benchDiscovery), spread);
    // None is found where u ≤ e^−x, and 1 − x + x²/2 − x³/6 is below that.
    const x = f64x2.mul(hazard, v128.load(lane, state.openIssues));
    const series = f64x2.mul(x, f64x2.sub(one, f64x2.mul(f64x2.mul(x, half), f64x2.sub(one, f64x2.mul(x, third)))));
    const mayFind = v128.and(
      f64x2.gt(v128.load(uniforms), f64x2.sub(slack, series)),
      f64x2.le(v128.load(lane, at.productionStart), now),
    );
    const lanes = i64x2.bitmask(mayFind);
    if (lanes === 0) continue;
    if (lanes & 1) discoverOne(lane, t, load<f64>(uniforms), f64x2.extract_lane(hazard, 0));
    if (lanes & 2) discoverOne(lane + 8, t, load<f64>(uniforms, 8), f64x2.extract_lane(hazard, 1));
  }
}

function discoverOne(lane: usize, t: i32, u: f64, hazard: f64): void {
  const found = discoveredIssues(u, load<f64>(lane, state.openIssues), hazard);
  if (found > 0) revise(lane, t, found);
}
