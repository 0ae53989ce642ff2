import { exp } from '../../math/exp.ts';
import type { Future } from '../future.ts';
import { poissonQuantile } from '../inversion/poisson.ts';
import { appealLog, contagion, ourShare } from '../terms/scenario-terms.ts';
import { pay, receive, remainingBuyers, type State } from './state.ts';

/** Step 5: customers order, are served from stock or wait, and pay. Returns the orders of the period. */
export function sell(state: State, t: number, future: Future): number {
  if (state.launch === state.horizon && state.stock > 0) state.launch = t;
  if (state.launch > t) return 0;
  const orders = takeOrders(state, t, future);
  const shipped = Math.min(state.stock, state.waiting + orders);
  const unserved = state.waiting + orders - shipped;
  const cancelled = unserved * state.parameters.market.cancel;
  state.orders += orders;
  state.waiting = unserved - cancelled;
  state.cancelled += cancelled;
  state.stock -= shipped;
  state.shipped += shipped;
  invoice(state, t, shipped, future);
  return orders;
}

function takeOrders(state: State, t: number, future: Future): number {
  const { market } = state.parameters;
  const buyers = remainingBuyers(state);
  const demand = demandIntensity(state, t, buyers, future);
  let ours = demand;
  if (t >= market.competitor.arrives) {
    const theirs = market.competitor.share * demand;
    state.lost += theirs;
    ours = ourShare(state.parameters) * demand;
  }
  const orders = market.counting === 'poisson' ? poissonQuantile(future.orders[t] as number, ours) : ours;
  return market.model === 'bass' ? Math.min(orders, buyers) : orders;
}

/** The market's demand in a period, the competitor's part included. */
function demandIntensity(state: State, t: number, buyers: number, future: Future): number {
  return course(state, t - state.launch, buyers, future) * (future.demandFactor[t] as number) * appeal(state);
}

/** What the open issues leave of demand. */
function appeal({ parameters, openIssues }: State): number {
  return openIssues > 0 ? exp(openIssues * appealLog(parameters)) : 1;
}

/** The course of demand by its model, `age` periods after launch. */
function course(state: State, age: number, buyers: number, future: Future): number {
  const { market } = state.parameters;
  switch (market.model) {
    case 'bass':
      return (market.innovation + contagion(state.parameters) * state.shipped) * buyers;
    case 'level':
      return market.level * (future.growth[age] as number);
    case 'profile':
      return market.profileScale * (market.profile[Math.min(age, market.profile.length - 1)] ?? 0);
  }
}

function invoice(state: State, t: number, shipped: number, future: Future): void {
  const { market, design } = state.parameters;
  const revenue = shipped * (future.price[t] as number);
  state.tally.revenue += revenue;
  if (market.paymentDelay === 0) {
    receive(state, 'receipts', revenue);
  } else {
    const due = Math.min(t + market.paymentDelay, state.horizon);
    state.receivable[due] = (state.receivable[due] as number) + revenue;
    state.receivables += revenue;
  }
  pay(state, 'warranty', shipped * (design.warranty + design.warrantyPerIssue * state.openIssues));
}
