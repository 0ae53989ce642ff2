import * as at from '../../layout';
import { one } from '../math/constants';
import { exp } from '../math/exp';
import { log } from '../math/log';
import * as state from '../state';

/** The pairs of lanes whose costs are those of an earlier N, in any order; a pair may stand there more than once. */
const stale: usize = memory.data(4 * 2 * at.blockLanes, 16);
let stalePairs = 0;

/** Forgets all pairs. */
export function forgetStale(): void {
  stalePairs = 0;
}

/** Notes that the costs of a pair will have to be brought up to date. */
// @ts-ignore: decorator
@inline
export function noteStale(pair: usize): void {
  store<u32>(stale + 4 * stalePairs, pair);
  stalePairs += 1;
}

/** Brings the costs of the active process up to what was ordered before this period: c and k of step 8, and a batch. */
export function updateUnitCosts(): void {
  const zero = f64x2.splat(0);
  for (let i = 0; i < stalePairs; i++) {
    const lane = <usize>load<u32>(stale + 4 * i);
    const exponent = v128.load(lane, at.learningExponent);
    let learned = one();
    if (i64x2.bitmask(f64x2.ne(exponent, zero)) !== 0) {
      const references = f64x2.mul(v128.load(lane, state.ordered), v128.load(lane, at.referencesPerUnit));
      learned = exp(f64x2.mul(exponent, log(f64x2.pmax(one(), references))));
    }
    const variable = f64x2.add(v128.load(lane, at.material), f64x2.mul(v128.load(lane, at.conversion), learned));
    const unit = f64x2.mul(f64x2.add(variable, v128.load(lane, at.setupPerUnit)), v128.load(lane, at.unitsPerGood));
    v128.store(lane, variable, state.variableCost);
    v128.store(lane, unit, state.unitCost);
    const batch = f64x2.add(f64x2.mul(v128.load(lane, at.batch), variable), v128.load(lane, at.setup));
    v128.store(lane, batch, state.batchCost);
  }
  stalePairs = 0;
}
