import * as at from '../../layout';
import * as block from '../block';
import { exp } from '../math/exp';
import { log } from '../math/log';
import * as state from '../state';

/** Brings the costs of the active process up to what was ordered before this period: c and k of step 8, and a batch. */
export function updateUnitCosts(): void {
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  const end = block.end;
  for (let lane: usize = 0; lane < end; lane += 16) {
    if (!v128.any_true(v128.load(lane, state.isStale))) continue;
    v128.store(lane, zero, state.isStale);
    const exponent = v128.load(lane, at.learningExponent);
    let learned = one;
    if (v128.any_true(f64x2.ne(exponent, zero))) {
      const references = f64x2.mul(v128.load(lane, state.ordered), v128.load(lane, at.referencesPerUnit));
      learned = exp(f64x2.mul(exponent, log(f64x2.pmax(one, references))));
    }
    const variable = f64x2.add(v128.load(lane, at.material), f64x2.mul(v128.load(lane, at.conversion), learned));
    const unit = f64x2.mul(f64x2.add(variable, v128.load(lane, at.setupPerUnit)), v128.load(lane, at.unitsPerGood));
    v128.store(lane, variable, state.variableCost);
    v128.store(lane, unit, state.unitCost);
    const batch = f64x2.add(f64x2.mul(v128.load(lane, at.batch), variable), v128.load(lane, at.setup));
    v128.store(lane, batch, state.batchCost);
  }
}
