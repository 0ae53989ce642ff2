import * as at from '../layout';
import * as block from './block';
import * as state from './state';

/** Ends a replication before the horizon: its books are settled and its metrics written. */
export function endEarly(lane: usize, t: i32, isInsolvent: bool): void {
  settle(lane, isInsolvent);
  fillPaths(lane, t);
  const contributed = load<f64>(lane, at.openingCash) + load<f64>(lane, state.funding);
  if (load<f64>(lane, state.cash) < contributed) store<f64>(lane, block.horizon, state.payback);
  report(lane, isInsolvent, load<i64>(lane, state.isStopping) !== 0, isInsolvent ? <f64>t : block.horizon);
  retire(lane);
}

/** Ends, at the horizon, every replication that has not ended. */
export function endAll(): void {
  for (let lane: usize = 0; lane < block.end; lane += 8) {
    if (load<i64>(lane, state.isAlive) === 0) continue;
    settle(lane, false);
    const npv = load<f64>(lane, state.npv) + terminalValue(lane) * load<f64>(lane, state.discountNow);
    store<f64>(lane, npv, state.npv);
    report(lane, false, false, block.horizon);
  }
}

/** What is owed either way is paid, and what is left is sold for its salvage. */
function settle(lane: usize, isInsolvent: bool): void {
  let flow = load<f64>(lane, state.receivables) - load<f64>(lane, state.owed);
  const tool = load<f64>(lane, state.toolOwed);
  flow -= tool;
  store<f64>(lane, load<f64>(lane, state.toolingSpend) + tool, state.toolingSpend);
  flow += goodsLeft(lane) * load<f64>(lane, at.salvage) * load<f64>(lane, state.unitCost);
  if (isInsolvent) flow -= load<f64>(lane, at.insolvencyCost);
  store<f64>(lane, load<f64>(lane, state.cash) + flow, state.cash);
  store<f64>(lane, load<f64>(lane, state.npv) + flow * load<f64>(lane, state.discountNow), state.npv);
}

/** Stock, and batches on order as they would arrive. */
function goodsLeft(lane: usize): f64 {
  return load<f64>(lane, state.stock) + load<f64>(lane, state.onOrder) * load<f64>(lane, state.survival);
}

/** Returns the margin of the time beyond the horizon at the last forecast, as money at the horizon. */
function terminalValue(lane: usize): f64 {
  if (load<f64>(lane, state.launch) >= block.horizon) return 0;
  let units = load<f64>(lane, at.terminal) * Math.max(0, load<f64>(lane, state.forecastLevel));
  if (block.model === block.bass) {
    const gone = load<f64>(lane, at.size) - load<f64>(lane, state.orders) - load<f64>(lane, state.lost);
    units = Math.min(units, Math.max(0, gone));
  }
  const claims = load<f64>(lane, at.warrantyPerIssue) * load<f64>(lane, state.openIssues);
  const price = load<f64>(lane, state.priceNow);
  const margin = price - load<f64>(lane, state.unitCost) - load<f64>(lane, at.warranty) - claims;
  return units * Math.max(0, margin);
}

/** A replication that has ended goes on as a shadow that does as little as can be; nothing of it is read. */
function retire(lane: usize): void {
  store<i64>(lane, 0, state.isAlive);
  store<i64>(lane, 0, state.isStopping);
  store<f64>(lane, Infinity, at.productionStart);
  store<f64>(lane, Infinity, at.nextTooling);
  store<f64>(lane, Infinity, state.toolReady);
  store<f64>(lane, Infinity, state.blockedUntil);
  store<f64>(lane, Infinity, state.cash);
  store<f64>(lane, 0, state.openIssues);
  store<f64>(lane, 0, state.stock);
  store<f64>(lane, 0, state.survival);
  store<f64>(lane, 0, state.appeal);
}

function fillPaths(lane: usize, t: i32): void {
  if (block.paths === 0 || <i32>(lane >>> 3) >= block.replications) return;
  const place = block.paths + lane * block.periods;
  for (let later = t + 1; later < block.periods; later++) {
    store<f64>(place + 8 * later, load<f64>(lane, state.cash));
    store<f64>(place + block.pathsStride + 8 * later, load<f64>(lane, state.npv));
  }
}

/** Writes the metrics of a replication, in the order of `src/model/replay/metrics.ts`, and when it went insolvent. */
function report(lane: usize, isInsolvent: bool, isStopped: bool, insolventFrom: f64): void {
  if (<i32>(lane >>> 3) >= block.replications) return;
  let to = block.out + lane;
  to = put(to, load<f64>(lane, state.npv));
  to = put(to, load<f64>(lane, state.cash));
  const lowest = load<f64>(lane, state.lowestCash);
  to = put(to, lowest);
  to = put(to, Math.max(0, load<f64>(lane, at.openingCash) - lowest));
  to = put(to, isInsolvent ? 1 : 0);
  to = put(to, isStopped ? 1 : 0);
  to = put(to, load<f64>(lane, state.launch));
  const scaled = load<f64>(lane, state.scaled);
  to = put(to, scaled);
  to = put(to, scaled < block.horizon ? 1 : 0);
  to = put(to, load<f64>(lane, state.shipped));
  to = put(to, load<f64>(lane, state.cancelled));
  to = put(to, load<f64>(lane, state.waiting));
  const made = load<f64>(lane, state.made);
  to = put(to, made);
  to = put(to, load<f64>(lane, state.scrapped));
  to = put(to, goodsLeft(lane));
  const production = load<f64>(lane, state.production);
  to = put(to, production);
  to = put(to, made > 0 ? production / made : NaN);
  to = put(to, load<f64>(lane, state.toolingSpend));
  to = put(to, load<f64>(lane, state.revenue));
  to = put(to, load<f64>(lane, state.warrantySpend));
  to = put(to, load<f64>(lane, state.revisions));
  to = put(to, load<f64>(lane, state.openIssues));
  to = put(to, load<f64>(lane, state.capitalTied));
  to = put(to, load<f64>(lane, state.payback));
  put(to, insolventFrom);
}

// @ts-ignore: decorator
@inline
function put(to: usize, value: f64): usize {
  store<f64>(to, value);
  return to + at.row;
}
