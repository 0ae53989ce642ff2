import { arrivalRowCount, ringRow } from '../../layout';
import * as block from '../block';
import { startTool } from '../lane';
import * as state from '../state';

/** Steps 2 and 3: customers pay, batches arrive and their balances fall due, a tool that is ready goes to work. */
// @ts-ignore: decorator
@inline
export function arrive(lane: usize, t: i32, now: v128): void {
  const zero = f64x2.splat(0);
  let flow = v128.load(lane, state.flow);
  if (block.isDelayed) flow = f64x2.add(flow, received(lane, t));
  const rows = block.arrivalRows + ((<usize>t * (ringRow * arrivalRowCount)) & block.arrivalMask) + lane;
  const good = v128.load(rows);
  const due = v128.load(rows, 2 * ringRow);
  const paidOnOrder = f64x2.sub(v128.load(lane, state.paidOnOrder), v128.load(rows, ringRow));
  v128.store(rows, zero);
  v128.store(rows, zero, ringRow);
  v128.store(rows, zero, 2 * ringRow);
  v128.store(lane, paidOnOrder, state.paidOnOrder);
  v128.store(lane, f64x2.sub(flow, due), state.flow);
  const arrived = f64x2.mul(good, v128.load(lane, state.survival));
  v128.store(lane, f64x2.add(v128.load(lane, state.stock), arrived), state.stock);
  // Nothing is left once the last has arrived, so that no rounding stays behind.
  const owed = f64x2.sub(v128.load(lane, state.owed), due);
  v128.store(lane, v128.and(owed, f64x2.gt(v128.load(lane, state.lastDue), now)), state.owed);
  const onOrder = f64x2.sub(v128.load(lane, state.onOrder), good);
  v128.store(lane, v128.and(onOrder, f64x2.gt(v128.load(lane, state.lastGood), now)), state.onOrder);
  const ready = i64x2.bitmask(f64x2.le(v128.load(lane, state.toolReady), now));
  if (ready !== 0) {
    if (ready & 1) startTool(lane, t);
    if (ready & 2) startTool(lane + 8, t);
  }
}

/** Customers pay what they owe. */
// @ts-ignore: decorator
@inline
function received(lane: usize, t: i32): v128 {
  const amount = v128.load(block.receivableRows + ((<usize>t * ringRow) & block.receivableMask) + lane);
  v128.store(lane, f64x2.sub(v128.load(lane, state.receivables), amount), state.receivables);
  return amount;
}
