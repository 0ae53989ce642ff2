import * as at from '../../layout';
import * as block from '../block';
import { orderTool } from '../lane';
import * as state from '../state';

/** What may happen to some replication in a period. */
const fundingIsOffered: u8 = 1;
const productionStarts: u8 = 2;

/** Notes the periods in which step 1 has something to do, so that it need not ask in the others. */
export function planFunding(): void {
  memory.fill(block.events, 0, block.periods);
  for (let lane: usize = 0; lane < block.end; lane += 8) {
    note(load<f64>(lane, at.productionStart), productionStarts);
    for (let round = 0; round < block.fundingRounds; round++) {
      note(load<f64>(rowsOf(round) + lane, at.fundingAt), fundingIsOffered);
    }
  }
}

function note(period: f64, what: u8): void {
  if (!(period < block.horizon)) return;
  const event = block.events + <usize>period;
  store<u8>(event, load<u8>(event) | what);
}

// @ts-ignore: decorator
@inline
function rowsOf(round: i32): usize {
  return block.fundingRows + <usize>round * (at.fundingRowCount * at.row);
}

/** Step 1: equity that is offered now and whose condition is met; the first tool at the start of production. */
export function fund(t: i32): void {
  const what = load<u8>(block.events + t);
  if (what === 0) return;
  for (let lane: usize = 0; lane < block.end; lane += 8) {
    for (let round = 0; round < block.fundingRounds; round++) {
      const rows = rowsOf(round) + lane;
      if (load<f64>(rows, at.fundingAt) !== <f64>t) continue;
      if (load<f64>(rows, at.fundingIfSold) > load<f64>(lane, state.shipped)) continue;
      const amount = load<f64>(rows, at.fundingAmount);
      store<f64>(lane, load<f64>(lane, state.cash) + amount, state.cash);
      store<f64>(lane, load<f64>(lane, state.funding) + amount, state.funding);
    }
    if (load<f64>(lane, at.productionStart) === <f64>t) {
      orderTool(lane, 0, <f64>t + load<f64>(block.stepRows + lane, at.toolingLead - at.activeRows));
    }
  }
}
