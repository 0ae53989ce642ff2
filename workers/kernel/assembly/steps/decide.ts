import * as at from '../../layout';
import * as block from '../block';
import { orderTool } from '../lane';
import { never, one } from '../math/constants';
import * as state from '../state';

/** Step 7: give up, or order the tool of the next step if the evidence and the cash are there. */
export function decide(t: i32): void {
  if (block.mayStop) stop(t);
  if (block.maySwitch) advance(t);
}

function stop(t: i32): void {
  const now = f64x2.splat(<f64>t);
  const end = block.end;
  for (let lane: usize = 0; lane < end; lane += 16) {
    const isDue = f64x2.eq(f64x2.add(v128.load(lane, state.launch), v128.load(lane, at.stopAfter)), now);
    const sold = f64x2.add(v128.load(lane, state.shipped), v128.load(lane, state.waiting));
    const stops = v128.and(isDue, f64x2.lt(sold, v128.load(lane, at.soldBelow)));
    v128.store(lane, stops, state.isStopping);
  }
}

/** Orders the next tool where the gates pass (model, section 5) and it can be paid. */
function advance(t: i32): void {
  const now = f64x2.splat(<f64>t);
  const end = block.end;
  for (let lane: usize = 0; lane < end; lane += 16) {
    // Where there is no next step its tooling is beyond any cash.
    const tooling = v128.load(lane, at.nextTooling);
    const asks = v128.and(f64x2.lt(tooling, never()), f64x2.eq(v128.load(lane, state.toolReady), never()));
    if (i64x2.bitmask(asks) === 0) continue;
    const passes = v128.and(v128.andnot(asks, v128.load(lane, state.isStopping)), gatesPass(lane, now));
    if (i64x2.bitmask(passes) === 0) continue;
    const cash = f64x2.add(v128.load(lane, state.cash), v128.load(lane, state.flow));
    const owed = f64x2.add(v128.load(lane, state.owed), v128.load(lane, state.toolOwed));
    const left = f64x2.sub(f64x2.sub(cash, tooling), owed);
    const orders = i64x2.bitmask(v128.and(passes, f64x2.ge(left, v128.load(lane, at.reserve))));
    if (orders & 1) orderNext(lane, t);
    if (orders & 2) orderNext(lane + 8, t);
  }
}

function orderNext(lane: usize, t: i32): void {
  const step = <i32>load<f64>(lane, state.active) + 1;
  const rows = block.stepRows + <usize>step * (at.stepRowCount * at.row) + lane;
  const lead = load<f64>(rows, at.toolingLead - at.activeRows);
  orderTool(lane, step, <f64>t + Math.max(1, lead));
}

/** A gate that is not given has a threshold that nothing passes. */
// @ts-ignore: decorator
@inline
function gatesPass(lane: usize, now: v128): v128 {
  const zero = f64x2.splat(0);
  const launch = v128.load(lane, state.launch);
  const level = v128.load(lane, state.forecastLevel);

  const spread = f64x2.mul(v128.load(lane, at.gateCv), level);
  const age = f64x2.add(f64x2.sub(now, launch), one());
  const isOld = v128.and(f64x2.ge(age, v128.load(lane, at.gateWindow)), f64x2.gt(level, zero));
  const isStable = v128.and(isOld, f64x2.le(v128.load(lane, state.variance), f64x2.mul(spread, spread)));

  const isFrozen = f64x2.ge(v128.load(lane, state.frozen), v128.load(lane, at.gateFrozen));

  const today = f64x2.add(v128.load(lane, state.unitCost), v128.load(lane, at.toolWear));
  const saving = f64x2.sub(today, v128.load(lane, at.nextUnitCost));
  const saved = f64x2.mul(f64x2.mul(saving, f64x2.pmax(zero, level)), v128.load(lane, at.gatePayback));
  const paysBack = f64x2.le(v128.load(lane, at.gateTooling), saved);

  const isValidated = f64x2.ge(v128.load(lane, state.shipped), v128.load(lane, at.gateSold));

  const passed = f64x2.add(
    f64x2.add(v128.and(isStable, one()), v128.and(isFrozen, one())),
    f64x2.add(v128.and(paysBack, one()), v128.and(isValidated, one())),
  );
  const hasEvidence = v128.and(f64x2.ge(passed, v128.load(lane, at.gatesRequired)), f64x2.le(launch, now));
  return v128.or(hasEvidence, f64x2.le(v128.load(lane, at.gateAt), now));
}
