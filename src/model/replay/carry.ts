import { creditPerPeriod, holdingPerPeriod } from '../terms/scenario-terms.ts';
import { goodOnOrder, pay, receive, type State } from './state.ts';

/** Step 9: pay what a period costs and close its books. Returns whether the strategy is insolvent. */
export function carry(state: State, t: number, discount: number): boolean {
  const { finance } = state.parameters;
  pay(state, 'holding', holdingPerPeriod(state.parameters) * (state.stock * state.unitCost));
  pay(state, 'burn', finance.burn);
  pay(state, 'collaboration', state.ladder.strategy.supplierCollaboration.cost);
  pay(state, 'interest', creditPerPeriod(state.parameters) * Math.max(0, -state.cash));
  state.cash += state.flow;
  state.npv += state.flow * discount;
  watch(state, t);
  return state.cash < -finance.creditLine;
}

/** Keeps the extremes that the metrics report, before any settlement. */
function watch(state: State, t: number): void {
  const { tally } = state;
  const tied = state.stock * state.unitCost - state.booked.tooling;
  tally.lowestCash = Math.min(tally.lowestCash, state.cash);
  tally.peakCapitalTied = Math.max(tally.peakCapitalTied, tied);
  if (state.cash < contributed(state)) tally.paybackPeriod = t + 1;
}

/** What the owners have put in so far. */
export function contributed(state: State): number {
  return state.parameters.finance.openingCash + state.tally.funding;
}

/** At the end, however it comes: what is owed either way is paid, and what is left is sold for its salvage. */
export function settle(state: State, discount: number, insolvent: boolean): void {
  const { finance } = state.parameters;
  state.flow = 0;
  receive(state, 'receipts', state.receivables);
  pay(state, 'production', state.owed);
  pay(state, 'tooling', state.tool?.balance ?? 0);
  receive(state, 'salvage', (state.stock + goodOnOrder(state)) * finance.salvage * state.unitCost);
  if (insolvent) pay(state, 'insolvency_cost', finance.insolvencyCost);
  state.cash += state.flow;
  state.npv += state.flow * discount;
}
