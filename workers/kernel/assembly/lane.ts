import * as at from '../layout';
import * as block from './block';
import { expOf } from './math/exp';
import * as state from './state';
import { noteStale } from './steps/unit-cost';

/** What happens to one replication alone: rare enough to be done one at a time. */

/** Orders the first tool of a step: the deposit is paid now, the balance when it is ready. */
export function orderTool(lane: usize, step: i32, ready: f64): void {
  const from = stepOf(lane, step);
  payTooling(lane, load<f64>(from, at.toolDeposit - at.activeRows));
  store<f64>(lane, load<f64>(from, at.toolBalance - at.activeRows), state.toolOwed);
  store<f64>(lane, <f64>step, state.toolStep);
  store<f64>(lane, ready, state.toolReady);
}

/** The tool that is ready goes to work: its step becomes the active one. */
export function startTool(lane: usize, t: i32): void {
  payTooling(lane, load<f64>(lane, state.toolOwed));
  const step = <i32>load<f64>(lane, state.toolStep);
  const from = stepOf(lane, step);
  for (let offset: usize = 0; offset < <usize>(at.stepRowCount * at.row); offset += at.row) {
    store<f64>(lane + offset, load<f64>(from + offset), at.activeRows);
  }
  store<f64>(lane, Infinity, state.toolReady);
  store<f64>(lane, 0, state.toolOwed);
  store<f64>(lane, <f64>step, state.active);
  store<f64>(lane, <f64>t, state.blockedUntil);
  store<f64>(lane, 1, state.tools);
  store<f64>(lane, 0, state.ordered);
  noteStale(lane & ~15);
  if (load<f64>(lane, at.isMass) !== 0) store<f64>(lane, Math.min(load<f64>(lane, state.scaled), <f64>t), state.scaled);
  forgetUnitsPaidFor(lane);
  const lead = load<f64>(lane, at.lead);
  store<i64>(lane, lead < block.horizon ? <i64>lead * (at.ringRow * at.arrivalRowCount) : 0, state.leadRows);
}

/** What the process before has on order takes none of this one's capacity. */
function forgetUnitsPaidFor(lane: usize): void {
  if (load<f64>(lane, state.paidOnOrder) === 0) return;
  store<f64>(lane, 0, state.paidOnOrder);
  for (let offset: usize = 0; offset <= block.arrivalMask; offset += at.ringRow * at.arrivalRowCount) {
    store<f64>(block.arrivalRows + offset + lane, 0, at.ringRow);
  }
}

/** All issues that are found in a period are one revision. */
export function revise(lane: usize, t: i32, found: f64): void {
  const open = load<f64>(lane, state.openIssues) - found;
  store<f64>(lane, open, state.openIssues);
  store<f64>(lane, appealOf(lane, open), state.appeal);
  store<f64>(lane, 0, state.frozen);
  store<f64>(lane, load<f64>(lane, state.revisions) + 1, state.revisions);
  let flow = load<f64>(lane, state.flow) - found * load<f64>(lane, at.engineeringCost);
  flow -= found * load<f64>(lane, at.fieldFixCost) * load<f64>(lane, state.shipped);
  store<f64>(lane, flow, state.flow);
  scrap(lane);
  const step = <i32>load<f64>(lane, state.active);
  if (step >= 0) {
    payTooling(lane, load<f64>(lane, at.changeCost));
    const blocked = Math.max(load<f64>(lane, state.blockedUntil), <f64>t) + load<f64>(lane, at.changeTime);
    store<f64>(lane, blocked, state.blockedUntil);
  }
  const ready = load<f64>(lane, state.toolReady);
  if (ready < Infinity) {
    const next = stepOf(lane, <i32>load<f64>(lane, state.toolStep));
    payTooling(lane, load<f64>(next, at.changeCost - at.activeRows));
    store<f64>(lane, Math.max(ready, <f64>t) + load<f64>(next, at.changeTime - at.activeRows), state.toolReady);
  }
}

/** Returns where the rows of a step stand, at a lane. */
// @ts-ignore: decorator
@inline
function stepOf(lane: usize, step: i32): usize {
  return block.stepRows + <usize>step * (at.stepRowCount * at.row) + lane;
}

function payTooling(lane: usize, amount: f64): void {
  store<f64>(lane, load<f64>(lane, state.flow) - amount, state.flow);
  store<f64>(lane, load<f64>(lane, state.toolingSpend) + amount, state.toolingSpend);
}

/** Stock and batches on order lose their share. */
function scrap(lane: usize): void {
  const share = load<f64>(lane, at.inventoryScrap);
  const stock = load<f64>(lane, state.stock);
  const survival = load<f64>(lane, state.survival);
  const onOrder = load<f64>(lane, state.onOrder);
  const scrapped = load<f64>(lane, state.scrapped) + (stock + onOrder * survival) * share;
  store<f64>(lane, scrapped, state.scrapped);
  store<f64>(lane, stock * (1 - share), state.stock);
  if (share < 1) {
    const left = survival * (1 - share);
    store<f64>(lane, left, state.survival);
    if (left < smallestSurvival) rescale(lane);
    return;
  }
  for (let offset: usize = 0; offset <= block.arrivalMask; offset += at.ringRow * at.arrivalRowCount) {
    store<f64>(block.arrivalRows + offset + lane, 0);
  }
  store<f64>(lane, 0, state.onOrder);
  store<f64>(lane, -1, state.lastGood);
}

/** Hundreds of revisions could make the survival underflow; a power of two moves between it and what it is multiplied by. */
const smallestSurvival: f64 = 4.909093465297727e-91;
const scale: f64 = 2.037035976334486e90;

/** Changes no product of survival and good units by a single bit. */
function rescale(lane: usize): void {
  store<f64>(lane, load<f64>(lane, state.survival) * scale, state.survival);
  store<f64>(lane, load<f64>(lane, state.onOrder) / scale, state.onOrder);
  for (let offset: usize = 0; offset <= block.arrivalMask; offset += at.ringRow * at.arrivalRowCount) {
    const good = block.arrivalRows + offset + lane;
    store<f64>(good, load<f64>(good) / scale);
  }
}

/** Returns what open issues leave of demand. */
export function appealOf(lane: usize, open: f64): f64 {
  return open > 0 ? expOf(open * load<f64>(lane, at.appealLog)) : 1;
}
