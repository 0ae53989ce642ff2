import * as at from '../../layout';
import * as block from '../block';
import { endEarly } from '../ending';
import * as state from '../state';

/** Step 9: pay what a period costs and close its books. Returns whether every replication has ended. */
export function carry(t: i32): bool {
  const zero = f64x2.splat(0);
  const after = f64x2.splat(<f64>(t + 1));
  const end = block.end;
  const paths = block.paths;
  let living = zero;
  for (let lane: usize = 0; lane < end; lane += 16) {
    const before = v128.load(lane, state.cash);
    const stock = f64x2.mul(v128.load(lane, state.stock), v128.load(lane, state.unitCost));
    let flow = f64x2.sub(v128.load(lane, state.flow), f64x2.mul(v128.load(lane, at.holding), stock));
    flow = f64x2.sub(flow, v128.load(lane, at.burn));
    flow = f64x2.sub(flow, v128.load(lane, at.collaboration));
    flow = f64x2.sub(flow, f64x2.mul(v128.load(lane, at.credit), f64x2.pmax(zero, f64x2.sub(zero, before))));
    v128.store(lane, zero, state.flow);
    const cash = f64x2.add(before, flow);
    v128.store(lane, cash, state.cash);
    const discount = v128.load(lane, state.discountNow);
    const npv = f64x2.add(v128.load(lane, state.npv), f64x2.mul(flow, discount));
    v128.store(lane, npv, state.npv);

    const tied = f64x2.add(stock, v128.load(lane, state.toolingSpend));
    v128.store(lane, f64x2.pmin(v128.load(lane, state.lowestCash), cash), state.lowestCash);
    v128.store(lane, f64x2.pmax(v128.load(lane, state.capitalTied), tied), state.capitalTied);
    const contributed = f64x2.add(v128.load(lane, at.openingCash), v128.load(lane, state.funding));
    const payback = v128.bitselect(after, v128.load(lane, state.payback), f64x2.lt(cash, contributed));
    v128.store(lane, payback, state.payback);

    const alive = v128.load(lane, state.isAlive);
    if (paths !== 0) recordPaths(lane, t, cash, npv, alive);
    const isInsolvent = f64x2.lt(cash, v128.load(lane, at.cashFloor));
    const ends = v128.and(v128.or(isInsolvent, v128.load(lane, state.isStopping)), alive);
    if (i64x2.bitmask(ends) !== 0) {
      const lanes = i64x2.bitmask(ends);
      const insolvent = i64x2.bitmask(isInsolvent);
      if (lanes & 1) endEarly(lane, t, (insolvent & 1) !== 0);
      if (lanes & 2) endEarly(lane + 8, t, (insolvent & 2) !== 0);
    }
    living = v128.or(living, v128.load(lane, state.isAlive));
    v128.store(lane, f64x2.mul(discount, v128.load(lane, at.discountRatio)), state.discountNow);
  }
  return i64x2.bitmask(living) === 0;
}

/** Records the cash of a period, if it was asked for. */
function recordPaths(lane: usize, t: i32, cash: v128, npv: v128, alive: v128): void {
  const lanes = i64x2.bitmask(alive);
  const place = block.paths + (lane * block.periods + 8 * t);
  if (lanes & 1) {
    store<f64>(place, f64x2.extract_lane(cash, 0));
    store<f64>(place + block.pathsStride, f64x2.extract_lane(npv, 0));
  }
  if (lanes & 2 && (<i32>lane >>> 3) + 1 < block.replications) {
    const next = place + 8 * block.periods;
    store<f64>(next, f64x2.extract_lane(cash, 1));
    store<f64>(next + block.pathsStride, f64x2.extract_lane(npv, 1));
  }
}
