import * as at from '../../layout';
import { arrivalRowCount, ringRow } from '../../layout';
import * as block from '../block';
import { one, tolerance } from '../math/constants';
import * as state from '../state';
import { noteStale } from './unit-cost';

/** The pairs of lanes in which something is wanted: noted first and served then, as no branch could foresee them. */
const wanting: usize = memory.data(4 * (at.blockLanes / 2 + 1), 16);

/** Step 8: order what stock, the forecast, the process and the cash call for. */
export function replenish(t: i32): void {
  const pairs = noteWants(t);
  for (let i = 0; i < pairs; i++) serve(<usize>load<u32>(wanting + 4 * i), t);
}

/** Writes how many batches are wanted; returns how many pairs want any. */
function noteWants(t: i32): i32 {
  const now = f64x2.splat(<f64>t);
  const zero = f64x2.splat(0);
  const horizon = f64x2.splat(block.horizon);
  const end = block.end;
  let pairs = 0;
  for (let lane: usize = 0; lane < end; lane += 16) {
    const isFree = f64x2.le(v128.load(lane, state.blockedUntil), now);
    const isInTime = f64x2.lt(f64x2.add(now, v128.load(lane, at.lead)), horizon);
    const can = v128.andnot(v128.and(isFree, isInTime), v128.load(lane, state.isStopping));
    const isLaunched = f64x2.le(v128.load(lane, state.launch), now);
    const wanted = v128.bitselect(wantedAfterLaunch(lane), wantedBeforeLaunch(lane), isLaunched);
    const batches = f64x2.ceil(f64x2.sub(f64x2.mul(wanted, v128.load(lane, at.batchesPerUnit)), tolerance()));
    const wants = v128.and(can, f64x2.gt(batches, zero));
    v128.store(lane, v128.and(batches, wants), state.batchesWanted);
    store<u32>(wanting + 4 * pairs, lane);
    pairs += i32(i64x2.bitmask(wants) !== 0);
  }
  return pairs;
}

/** Orders what is wanted, within minimum order, capacity and cash. */
// @ts-ignore: decorator
@inline
function serve(lane: usize, t: i32): void {
  const zero = f64x2.splat(0);
  const batchesWanted = v128.load(lane, state.batchesWanted);
  const asked = f64x2.pmax(batchesWanted, v128.load(lane, at.fewestBatches));
  const free = f64x2.sub(v128.load(lane, at.mostOnOrder), v128.load(lane, state.paidOnOrder));
  const inBatches = f64x2.mul(free, v128.load(lane, at.batchesPerUnit));
  const room = f64x2.floor(f64x2.add(inBatches, tolerance()));
  const batches = f64x2.pmin(f64x2.pmin(asked, room), affordable(lane, asked));
  const units = f64x2.mul(batches, v128.load(lane, at.batch));
  const isEnough = v128.and(f64x2.gt(units, zero), f64x2.ge(units, v128.load(lane, at.minimumOrder)));
  const places = v128.and(f64x2.gt(batchesWanted, zero), isEnough);
  placeOrder(lane, t, v128.and(units, places), v128.and(batches, places), places);
}

// @ts-ignore: decorator
@inline
function wantedBeforeLaunch(lane: usize): v128 {
  const zero = f64x2.splat(0);
  const has = v128.or(
    f64x2.gt(v128.load(lane, state.stock), zero),
    f64x2.gt(v128.load(lane, state.onOrder), zero),
  );
  return v128.andnot(v128.load(lane, at.initialOrder), has);
}

/** What the forecast over lead time and cover wants beyond what is there, in units to be paid for. */
// @ts-ignore: decorator
@inline
function wantedAfterLaunch(lane: usize): v128 {
  const zero = f64x2.splat(0);
  const served = v128.load(lane, at.periodsServed);
  const ahead = f64x2.mul(v128.load(lane, state.trend), v128.load(lane, at.periodsAhead));
  const forecast = f64x2.pmax(zero, f64x2.add(v128.load(lane, state.forecastLevel), ahead));
  const demand = f64x2.mul(served, forecast);
  const deviation = f64x2.sqrt(f64x2.mul(served, v128.load(lane, state.variance)));
  const safety = f64x2.mul(v128.load(lane, at.safety), deviation);
  const onOrder = f64x2.mul(v128.load(lane, state.onOrder), v128.load(lane, state.survival));
  const there = f64x2.sub(f64x2.add(v128.load(lane, state.stock), onOrder), v128.load(lane, state.waiting));
  const need = f64x2.sub(f64x2.add(demand, safety), there);
  const stepUp = f64x2.mul(v128.load(lane, state.lastOrder), v128.load(lane, at.stepUpBatches));
  const mostBatches = f64x2.floor(f64x2.add(stepUp, tolerance()));
  const most = f64x2.mul(f64x2.pmax(one(), mostBatches), v128.load(lane, at.batch));
  const wanted = f64x2.pmin(f64x2.mul(need, v128.load(lane, at.unitsPerGood)), most);
  return v128.and(wanted, f64x2.gt(need, zero));
}

/** How many batches can be paid in full. */
// @ts-ignore: decorator
@inline
function affordable(lane: usize, asked: v128): v128 {
  const zero = f64x2.splat(0);
  const price = v128.load(lane, state.batchCost);
  const here = f64x2.add(v128.load(lane, state.cash), v128.load(lane, state.flow));
  const owed = f64x2.add(v128.load(lane, state.owed), v128.load(lane, state.toolOwed));
  const cash = f64x2.sub(f64x2.sub(here, v128.load(lane, at.reserve)), owed);
  const paid = f64x2.floor(f64x2.add(f64x2.div(cash, price), tolerance()));
  const free = v128.and(asked, f64x2.ge(cash, zero));
  return v128.bitselect(paid, free, f64x2.gt(price, zero));
}

/** Books the orders of a pair; `units` and `batches` are 0 where nothing is placed. */
// @ts-ignore: decorator
@inline
function placeOrder(lane: usize, t: i32, units: v128, batches: v128, places: v128): void {
  const variable = f64x2.mul(units, v128.load(lane, state.variableCost));
  const cost = f64x2.add(variable, f64x2.mul(batches, v128.load(lane, at.setup)));
  const good = f64x2.mul(units, v128.load(lane, at.goodPerUnit));
  const deposit = f64x2.mul(v128.load(lane, at.deposit), cost);
  const balance = f64x2.sub(cost, deposit);
  const inUnitsOfSurvival = f64x2.div(good, v128.load(lane, state.survival));
  v128.store(lane, f64x2.add(v128.load(lane, state.onOrder), inUnitsOfSurvival), state.onOrder);
  v128.store(lane, f64x2.add(v128.load(lane, state.owed), balance), state.owed);
  v128.store(lane, f64x2.add(v128.load(lane, state.paidOnOrder), units), state.paidOnOrder);
  v128.store(lane, f64x2.add(v128.load(lane, state.made), good), state.made);
  v128.store(lane, f64x2.add(v128.load(lane, state.production), cost), state.production);
  v128.store(lane, v128.bitselect(units, v128.load(lane, state.lastOrder), places), state.lastOrder);
  noteStale(lane);

  const arrives = f64x2.add(f64x2.splat(<f64>t), v128.load(lane, at.lead));
  const lastDue = v128.load(lane, state.lastDue);
  v128.store(lane, v128.bitselect(f64x2.pmax(lastDue, arrives), lastDue, places), state.lastDue);
  const lastGood = v128.load(lane, state.lastGood);
  v128.store(lane, v128.bitselect(f64x2.pmax(lastGood, arrives), lastGood, places), state.lastGood);
  putOnOrder(lane, t, inUnitsOfSurvival, units, balance);

  const ordered = f64x2.add(v128.load(lane, state.ordered), units);
  v128.store(lane, ordered, state.ordered);
  const worn = f64x2.mul(ordered, v128.load(lane, at.toolsPerUnit));
  const needed = f64x2.ceil(f64x2.sub(worn, tolerance()));
  const tools = v128.load(lane, state.tools);
  const extra = v128.and(f64x2.pmax(f64x2.splat(0), f64x2.sub(needed, tools)), places);
  const spend = f64x2.mul(extra, v128.load(lane, at.tooling));
  v128.store(lane, f64x2.add(tools, extra), state.tools);
  v128.store(lane, f64x2.add(v128.load(lane, state.toolingSpend), spend), state.toolingSpend);
  v128.store(lane, f64x2.sub(f64x2.sub(v128.load(lane, state.flow), deposit), spend), state.flow);
}

/** Adds to what arrives after the lead time of either lane. */
// @ts-ignore: decorator
@inline
function putOnOrder(lane: usize, t: i32, good: v128, units: v128, balance: v128): void {
  const today = t * (ringRow * arrivalRowCount);
  const first = load<i32>(lane, state.leadRows);
  const second = load<i32>(lane, state.leadRows + 8);
  const rows = block.arrivalRows + (<usize>(today + first) & block.arrivalMask) + lane;
  if (first === second) {
    v128.store(rows, f64x2.add(v128.load(rows), good));
    v128.store(rows, f64x2.add(v128.load(rows, ringRow), units), ringRow);
    v128.store(rows, f64x2.add(v128.load(rows, 2 * ringRow), balance), 2 * ringRow);
    return;
  }
  put(rows, f64x2.extract_lane(good, 0), f64x2.extract_lane(units, 0), f64x2.extract_lane(balance, 0));
  const others = block.arrivalRows + (<usize>(today + second) & block.arrivalMask) + lane + 8;
  put(others, f64x2.extract_lane(good, 1), f64x2.extract_lane(units, 1), f64x2.extract_lane(balance, 1));
}

// @ts-ignore: decorator
@inline
function put(rows: usize, good: f64, units: f64, balance: f64): void {
  store<f64>(rows, load<f64>(rows) + good);
  store<f64>(rows, load<f64>(rows, ringRow) + units, ringRow);
  store<f64>(rows, load<f64>(rows, 2 * ringRow) + balance, 2 * ringRow);
}
