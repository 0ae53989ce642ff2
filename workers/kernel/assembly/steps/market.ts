import * as at from '../../layout';
import { ringRow, row } from '../../layout';
import * as block from '../block';
import * as state from '../state';

/**
 * Step 5, the first part: the intensity of orders (λ). Where orders are not counted it is the orders themselves; where they
 * are, `countOrders` follows.
 */
// @ts-ignore: decorator
@inline
export function meetDemand(lane: usize, t: i32, now: v128): void {
  const zero = f64x2.splat(0);
  const before = v128.load(lane, state.launch);
  const never = f64x2.splat(block.horizon);
  const launches = v128.and(f64x2.eq(before, never), f64x2.gt(v128.load(lane, state.stock), zero));
  const launch = v128.bitselect(now, before, launches);
  v128.store(lane, launch, state.launch);
  const isLaunched = f64x2.le(launch, now);
  let demand: v128;
  if (block.model === block.bass) demand = bassDemand(lane);
  else if (block.model === block.level) demand = levelDemand(lane, isLaunched);
  else demand = profileDemand(lane, launch, t);
  const factor = v128.load(block.demandFactors + <usize>t * row + lane);
  demand = f64x2.mul(f64x2.mul(demand, factor), v128.load(lane, state.appeal));
  demand = v128.and(demand, isLaunched);
  if (block.hasCompetitor) demand = share(lane, demand, now);
  v128.store(lane, demand, state.intensity);
  v128.store(lane, demand, state.newOrders);
}

/** A Bass diffusion among those who have not bought yet. */
// @ts-ignore: decorator
@inline
function bassDemand(lane: usize): v128 {
  const open = f64x2.sub(v128.load(lane, at.size), v128.load(lane, state.orders));
  const buyers = f64x2.pmax(f64x2.splat(0), f64x2.sub(open, v128.load(lane, state.lost)));
  v128.store(lane, buyers, state.buyers);
  const spread = f64x2.mul(v128.load(lane, at.contagion), v128.load(lane, state.shipped));
  return f64x2.mul(f64x2.add(v128.load(lane, at.innovation), spread), buyers);
}

/** Demand that grows from launch on. */
// @ts-ignore: decorator
@inline
function levelDemand(lane: usize, isLaunched: v128): v128 {
  const growth = v128.load(lane, state.growthNow);
  const later = f64x2.mul(growth, v128.load(lane, at.growthRatio));
  v128.store(lane, v128.bitselect(later, growth, isLaunched), state.growthNow);
  return f64x2.mul(v128.load(lane, at.level), growth);
}

/** Demand as given, period by period since launch. */
function profileDemand(lane: usize, launch: v128, t: i32): v128 {
  const first = profileAt(t - <i32>f64x2.extract_lane(launch, 0));
  const second = profileAt(t - <i32>f64x2.extract_lane(launch, 1));
  return f64x2.mul(v128.load(lane, at.profileScale), f64x2(first, second));
}

function profileAt(age: i32): f64 {
  if (block.profileLength === 0) return 0;
  const entry = max(0, min(age, block.profileLength - 1));
  return load<f64>(block.profile + 8 * entry);
}

/** Returns what the competitor leaves of the demand. */
// @ts-ignore: decorator
@inline
function share(lane: usize, demand: v128, now: v128): v128 {
  const isThere = f64x2.le(v128.load(lane, at.arrives), now);
  const theirs = v128.and(f64x2.mul(v128.load(lane, at.competitorShare), demand), isThere);
  v128.store(lane, f64x2.add(v128.load(lane, state.lost), theirs), state.lost);
  return v128.bitselect(f64x2.mul(v128.load(lane, at.ourShare), demand), demand, isThere);
}

/** Step 5, the second part: ships what there is, and books it. */
// @ts-ignore: decorator
@inline
export function ship(lane: usize, t: i32): void {
  let orders = v128.load(lane, state.newOrders);
  if (block.model === block.bass) {
    orders = f64x2.pmin(orders, v128.load(lane, state.buyers));
    v128.store(lane, orders, state.newOrders);
  }
  v128.store(lane, f64x2.add(v128.load(lane, state.orders), orders), state.orders);
  const stock = v128.load(lane, state.stock);
  const wanted = f64x2.add(v128.load(lane, state.waiting), orders);
  const shipped = f64x2.pmin(stock, wanted);
  const unserved = f64x2.sub(wanted, shipped);
  const cancelled = f64x2.mul(unserved, v128.load(lane, at.cancel));
  v128.store(lane, f64x2.sub(unserved, cancelled), state.waiting);
  v128.store(lane, f64x2.add(v128.load(lane, state.cancelled), cancelled), state.cancelled);
  v128.store(lane, f64x2.sub(stock, shipped), state.stock);
  v128.store(lane, f64x2.add(v128.load(lane, state.shipped), shipped), state.shipped);

  const price = v128.load(lane, state.priceNow);
  v128.store(lane, f64x2.mul(price, v128.load(lane, at.priceRatio)), state.priceNow);
  const revenue = f64x2.mul(shipped, price);
  v128.store(lane, f64x2.add(v128.load(lane, state.revenue), revenue), state.revenue);
  const issues = f64x2.mul(v128.load(lane, at.warrantyPerIssue), v128.load(lane, state.openIssues));
  const claims = f64x2.mul(shipped, f64x2.add(v128.load(lane, at.warranty), issues));
  v128.store(lane, f64x2.add(v128.load(lane, state.warrantySpend), claims), state.warrantySpend);
  let flow = v128.load(lane, state.flow);
  if (block.isDelayed) flow = invoice(lane, t, flow, revenue);
  else flow = f64x2.add(flow, revenue);
  v128.store(lane, f64x2.sub(flow, claims), state.flow);
}

/** Books revenue that is paid later. What is due beyond the horizon is only counted. */
// @ts-ignore: decorator
@inline
function invoice(lane: usize, t: i32, flow: v128, revenue: v128): v128 {
  return block.delay > 0 ? invoiceAlike(lane, t, flow, revenue) : invoiceEach(lane, t, flow, revenue);
}

/** Where all customers take the same time to pay. */
// @ts-ignore: decorator
@inline
function invoiceAlike(lane: usize, t: i32, flow: v128, revenue: v128): v128 {
  v128.store(lane, f64x2.add(v128.load(lane, state.receivables), revenue), state.receivables);
  if (t + block.delay < block.periods) {
    const due = <usize>((t + block.delay) * ringRow) & block.receivableMask;
    v128.store(block.receivableRows + due + lane, revenue);
  }
  return flow;
}

/** Where each replication has a delay of its own, which may be none. */
function invoiceEach(lane: usize, t: i32, flow: v128, revenue: v128): v128 {
  const delay = v128.load(lane, at.paymentDelay);
  const isAtOnce = f64x2.eq(delay, f64x2.splat(0));
  const later = v128.andnot(revenue, isAtOnce);
  v128.store(lane, f64x2.add(v128.load(lane, state.receivables), later), state.receivables);
  putReceivable(lane, t, f64x2.extract_lane(delay, 0), f64x2.extract_lane(later, 0));
  putReceivable(lane + 8, t, f64x2.extract_lane(delay, 1), f64x2.extract_lane(later, 1));
  return f64x2.add(flow, v128.and(revenue, isAtOnce));
}

// @ts-ignore: decorator
@inline
function putReceivable(lane: usize, t: i32, delay: f64, amount: f64): void {
  if (!(delay > 0 && <f64>t + delay < block.horizon)) return;
  const due = <usize>((t + <i32>delay) * ringRow) & block.receivableMask;
  store<f64>(block.receivableRows + due + lane, amount);
}
