import { wholeAbove, wholeBelow } from '../terms/rounding.ts';
import {
  batchesPerUnit,
  fewestBatches,
  mostOnOrder,
  periodsAhead,
  periodsServed,
  setupCost,
  stepUpBatches,
  toolsPerUnit,
  unitsPerGood,
} from '../terms/step-terms.ts';
import { balancesOutstanding, goodOnOrder, pay, type State } from './state.ts';
import { stepAt } from './tools.ts';
import { goodUnitCost, variableCost } from './unit-cost.ts';

/** Step 8: order what stock, the forecast, the process and the cash call for. Returns the units ordered. */
export function replenish(state: State, t: number): number {
  if (state.active < 0) return 0;
  const { process, ordered } = stepAt(state, state.active);
  state.unitCost = goodUnitCost(process, ordered, state.ladder);
  if (state.stopping || t < state.blockedUntil || t + process.lead >= state.horizon) return 0;

  const wanted = state.launch > t ? wantedBeforeLaunch(state) : wantedAfterLaunch(state);
  // What rounds to no batch at all is arithmetic noise, and not wanted, whatever the minimum order.
  if (wholeAbove(wanted * batchesPerUnit(process)) <= 0) return 0;
  const variable = variableCost(process, ordered);
  const setup = setupCost(process, state.ladder);
  const batches = affordableBatches(state, wanted, process.batch * variable + setup);
  const units = batches * process.batch;
  if (units <= 0 || units < process.minimumOrder) return 0;
  placeOrder(state, t, units, units * variable + batches * setup);
  return units;
}

function wantedBeforeLaunch(state: State): number {
  return state.stock > 0 || state.onOrder > 0 ? 0 : state.ladder.strategy.initialOrder;
}

/** What the forecast over lead time and cover wants beyond what is there, in units to be paid for. */
function wantedAfterLaunch(state: State): number {
  const step = stepAt(state, state.active);
  const { process, stage } = step;
  const served = periodsServed(step);
  const demand = served * Math.max(0, state.level + state.trend * periodsAhead(step));
  const safety = stage.safety * Math.sqrt(served * state.variance);
  const need = demand + safety - (state.stock + goodOnOrder(state) - state.waiting);
  if (need <= 0) return 0;
  const most = Math.max(1, wholeBelow(state.lastOrder * stepUpBatches(step))) * process.batch;
  return Math.min(need * unitsPerGood(process), most);
}

/** Returns how many batches serve what is wanted, within minimum order, capacity and cash. */
function affordableBatches(state: State, wanted: number, costOfBatch: number): number {
  const { process, onOrder } = stepAt(state, state.active);
  const asked = Math.max(wholeAbove(wanted * batchesPerUnit(process)), fewestBatches(process));
  const room = wholeBelow((mostOnOrder(process) - onOrder) * batchesPerUnit(process));
  const cash = state.cash + state.flow - state.parameters.finance.reserve - balancesOutstanding(state);
  const paid = costOfBatch > 0 ? wholeBelow(cash / costOfBatch) : cash >= 0 ? asked : 0;
  return Math.min(asked, room, paid);
}

function placeOrder(state: State, t: number, units: number, cost: number): void {
  const step = stepAt(state, state.active);
  const { process } = step;
  const good = units * process.yield;
  const deposit = process.deposit * cost;
  const balance = cost - deposit;
  pay(state, 'production', deposit);
  state.batches.push({
    step: state.active,
    arrives: t + process.lead,
    paidUnits: units,
    good: good / state.survival,
    balance,
  });
  state.onOrder += good / state.survival;
  state.owed += balance;
  state.lastOrder = units;
  step.onOrder += units;
  step.ordered += units;
  state.tally.unitsMade += good;
  state.tally.productionSpend += cost;

  const tools = wholeAbove(step.ordered * toolsPerUnit(process));
  const extra = Math.max(0, tools - step.tools);
  pay(state, 'tooling', extra * process.tooling);
  step.tools += extra;
}
