import * as at from '../layout';
import * as block from './block';
import { exactBinomial } from './exact';
import { appealOf } from './lane';
import * as state from './state';

/** The state of a strategy before period 0, and what is paid before it (model, section 4). */
export function open(): void {
  memory.fill(at.activeRows, 0, at.stepRowCount * at.row);
  memory.fill(at.stateRows, 0, at.stateRowCount * at.row);
  const never = f64x2.splat(Infinity);
  const horizon = f64x2.splat(block.horizon);
  const one = f64x2.splat(1);
  for (let lane: usize = 0; lane < block.end; lane += 16) {
    // Before a step is active nothing can be ordered, and no step be taken.
    v128.store(lane, never, at.lead);
    v128.store(lane, never, at.nextTooling);
    v128.store(lane, v128.load(lane, at.openingCash), state.cash);
    v128.store(lane, v128.load(lane, at.openingCash), state.lowestCash);
    v128.store(lane, v128.load(lane, at.planDemand), state.forecastLevel);
    v128.store(lane, v128.load(lane, at.planVariance), state.variance);
    v128.store(lane, v128.load(lane, at.price), state.priceNow);
    v128.store(lane, one, state.discountNow);
    v128.store(lane, one, state.growthNow);
    v128.store(lane, one, state.survival);
    v128.store(lane, f64x2.splat(-1), state.active);
    v128.store(lane, f64x2.splat(-1), state.lastDue);
    v128.store(lane, f64x2.splat(-1), state.lastGood);
    v128.store(lane, never, state.toolReady);
    v128.store(lane, horizon, state.launch);
    v128.store(lane, horizon, state.scaled);
    v128.store(lane, i64x2.splat(-1), state.isAlive);
  }
  for (let lane: usize = 0; lane < block.end; lane += 8) validateDesign(lane);
}

/** Prototype rounds and the supplier remove issues before period 0. */
function validateDesign(lane: usize): void {
  const issues = load<f64>(lane, at.issues);
  const chance = load<f64>(lane, at.removal);
  const removed = issues > 0 && chance > 0 ? exactBinomial(load<f64>(block.validationUniforms + lane), issues, chance) : 0;
  store<f64>(lane, issues - removed, state.openIssues);
  store<f64>(lane, appealOf(lane, issues - removed), state.appeal);
  const flow = 0 - load<f64>(lane, at.validationSpend) - removed * load<f64>(lane, at.engineeringCost);
  store<f64>(lane, flow, state.flow);
}

/** Sizes the rings of what is on order and of what customers owe, and empties them. */
export function emptyRings(): void {
  let lead: f64 = 1;
  for (let step = 0; step < block.steps; step++) {
    const rows = block.stepRows + <usize>step * (at.stepRowCount * at.row) + (at.lead - at.activeRows);
    lead = Math.max(lead, greatestBelowHorizon(rows));
  }
  const delay = block.isDelayed ? greatestBelowHorizon(at.paymentDelay) : 0;
  block.sizeRings(powerAbove(<i32>lead), powerAbove(<i32>delay));
  memory.fill(block.arrivalRows, 0, block.arrivalMask + 1);
  if (block.isDelayed) memory.fill(block.receivableRows, 0, block.receivableMask + 1);
}

/** What would come at the horizon or later is never put into a ring. */
function greatestBelowHorizon(rows: usize): f64 {
  let greatest: f64 = 0;
  for (let lane: usize = 0; lane < block.end; lane += 8) {
    const periods = load<f64>(rows + lane);
    if (periods < block.horizon) greatest = Math.max(greatest, periods);
  }
  return greatest;
}

/** Returns the least power of two above a whole number. */
function powerAbove(x: i32): i32 {
  return 1 << (32 - clz(x));
}
