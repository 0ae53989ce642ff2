import { arrivalRowCount, ringRow } from '../../layout';
import * as block from '../block';
import { startTool } from '../lane';
import * as state from '../state';

/** Steps 2 and 3: customers pay, batches arrive and their balances fall due, a tool that is ready goes to work. */
export function arrive(t: i32): void {
  if (block.isDelayed) receive(t);
  const now = f64x2.splat(<f64>t);
  const zero = f64x2.splat(0);
  let rows = block.arrivalRows + ((<usize>t * (ringRow * arrivalRowCount)) & block.arrivalMask);
  const end = block.end;
  for (let lane: usize = 0; lane < end; lane += 16, rows += 16) {
    const good = v128.load(rows);
    const due = v128.load(rows, 2 * ringRow);
    const paidOnOrder = f64x2.sub(v128.load(lane, state.paidOnOrder), v128.load(rows, ringRow));
    v128.store(rows, zero);
    v128.store(rows, zero, ringRow);
    v128.store(rows, zero, 2 * ringRow);
    v128.store(lane, paidOnOrder, state.paidOnOrder);
    v128.store(lane, f64x2.sub(v128.load(lane, state.flow), due), state.flow);
    const arrived = f64x2.mul(good, v128.load(lane, state.survival));
    v128.store(lane, f64x2.add(v128.load(lane, state.stock), arrived), state.stock);
    // Nothing is left once the last has arrived, so that no rounding stays behind.
    const owed = f64x2.sub(v128.load(lane, state.owed), due);
    v128.store(lane, v128.and(owed, f64x2.gt(v128.load(lane, state.lastDue), now)), state.owed);
    const onOrder = f64x2.sub(v128.load(lane, state.onOrder), good);
    v128.store(lane, v128.and(onOrder, f64x2.gt(v128.load(lane, state.lastGood), now)), state.onOrder);
    const ready = i64x2.bitmask(f64x2.le(v128.load(lane, state.toolReady), now));
    if (ready & 1) startTool(lane, t);
    if (ready & 2) startTool(lane + 8, t);
  }
}

/** Customers pay what they owe. */
function receive(t: i32): void {
  let due = block.receivableRows + ((<usize>t * ringRow) & block.receivableMask);
  const end = block.end;
  for (let lane: usize = 0; lane < end; lane += 16, due += 16) {
    const received = v128.load(due);
    v128.store(lane, f64x2.add(v128.load(lane, state.flow), received), state.flow);
    v128.store(lane, f64x2.sub(v128.load(lane, state.receivables), received), state.receivables);
  }
}
