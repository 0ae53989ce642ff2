import { balancesOutstanding, goodOnOrder, pay, type State } from './state.ts';
import { stepAt } from './tools.ts';
import { goodUnitCost, setupCost, variableCost } from './unit-cost.ts';

/** Wherever the model rounds to whole batches or tools, so much is forgiven, so that arithmetic noise buys nothing. */
const tolerance = 1e-9;

/** Step 8: order what stock, the forecast, the process and the cash call for. Returns the units ordered. */
export function replenish(state: State, t: number): number {
  if (state.active < 0) return 0;
  const { process, ordered } = stepAt(state, state.active);
  const { setupReduction } = state.ladder.strategy.supplierCollaboration;
  state.unitCost = goodUnitCost(process, ordered, setupReduction);
  if (state.stopping || t < state.blockedUntil || t + process.lead >= state.horizon) return 0;

  const wanted = state.launch > t ? wantedBeforeLaunch(state) : wantedAfterLaunch(state);
  // What rounds to no batch at all is arithmetic noise, and not wanted, whatever the minimum order.
  if (wholeAbove(wanted / process.batch) <= 0) return 0;
  const variable = variableCost(process, ordered);
  const setup = setupCost(process, setupReduction);
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
  const { process, stage } = stepAt(state, state.active);
  const ahead = process.lead + stage.cover;
  const demand = ahead * Math.max(0, state.level + (state.trend * (ahead + 1)) / 2);
  const safety = stage.safety * Math.sqrt(ahead * state.variance);
  const need = demand + safety - (state.stock + goodOnOrder(state) - state.waiting);
  if (need <= 0) return 0;
  const most = Math.max(1, wholeBelow((stage.stepUp * state.lastOrder) / process.batch)) * process.batch;
  return Math.min(need / process.yield, most);
}

/** Returns how many batches serve what is wanted, within minimum order, capacity and cash. */
function affordableBatches(state: State, wanted: number, costOfBatch: number): number {
  const { process, onOrder } = stepAt(state, state.active);
  const asked = Math.max(
    wholeAbove(wanted / process.batch),
    wholeAbove(process.minimumOrder / process.batch),
  );
  const room = wholeBelow((process.capacity * process.lead - onOrder) / process.batch);
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

  const tools = wholeAbove(step.ordered / process.toolLife);
  const extra = Math.max(0, tools - step.tools);
  pay(state, 'tooling', extra * process.tooling);
  step.tools += extra;
}

function wholeAbove(x: number): number {
  return Math.ceil(x - tolerance);
}

function wholeBelow(x: number): number {
  return Math.floor(x + tolerance);
}
