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

/** The lanes in which something may be found, and room for one more. */
const finding: usize = memory.data(4 * (at.blockLanes + 2), 16);

/**
 * Step 4, the first part: notes the lanes in which issues may be found by the bench or by users. `noted` lanes are noted
 * already; returns how many are.
 */
// @ts-ignore: decorator
@inline
export function noteFindings(lane: usize, t: i32, now: v128, noted: i32): i32 {
  const one = v128.load(0, c);
  const isQuiet = v128.and(f64x2.lt(v128.load(lane, state.launch), now), one);
  v128.store(lane, f64x2.add(v128.load(lane, state.frozen), isQuiet), state.frozen);
  if (!block.hasFaults) return 0;
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
  store<u32>(finding + 4 * noted, lane);
  noted += lanes & 1;
  store<u32>(finding + 4 * noted, lane + 8);
  return noted + (lanes >>> 1);
}

/** Step 4, the second part: all issues that are found in a period are one revision. */
export function discover(t: i32, noted: i32): void {
  const uniforms = block.discoveryUniforms + <usize>t * row;
  for (let i = 0; i < noted; i++) {
    const lane = <usize>load<u32>(finding + 4 * i);
    const hazard =
      load<f64>(lane, at.benchDiscovery) + load<f64>(lane, at.fieldDiscovery) * load<f64>(lane, state.shipped);
    const found = discoveredIssues(load<f64>(uniforms + lane), load<f64>(lane, state.openIssues), hazard);
    if (found > 0) revise(lane, t, found);
  }
}
