import type { Future } from '../future.ts';
import type { Ladder, Parameters } from '../parameters.ts';
import { arrive } from './arrivals.ts';
import { carry, contributed, settle } from './carry.ts';
import { decide } from './decide.ts';
import { discover } from './discovery.ts';
import { learn } from './forecast.ts';
import { fund } from './funding.ts';
import { sell } from './market.ts';
import { type Metrics, metricsOf } from './metrics.ts';
import { replenish } from './replenish.ts';
import { openingState, type State } from './state.ts';
import { terminalValue } from './terminal.ts';
import { validateDesign } from './validation.ts';

/** Sees the state as it is at the start, after each period, and after the settlement. */
export interface Observer {
  opened?(state: State): void;
  closed(t: number, state: State, period: PeriodOrders): void;
  /** `t` is the period of the end: the horizon, or earlier. */
  settled(t: number, state: State, ending: Ending): void;
}

/** What was ordered in a period: by customers, and by the strategy from its process. */
export interface PeriodOrders {
  readonly orders: number;
  readonly ordered: number;
}

/** How a strategy ended. */
export interface Ending {
  readonly insolvent: boolean;
  /** What is added to the NPV alone for the time beyond the horizon, as money at the horizon. */
  readonly terminal: number;
}

/**
 * Returns the metrics of one strategy in one future, playing every period from 0 to the horizon (model, section 4).
 * This is the plain form of the model: the ledger is written by it, and every faster form is held to it.
 */
export function replay(parameters: Parameters, ladder: Ladder, future: Future, observer?: Observer): Metrics {
  const state = openingState(parameters, ladder);
  observer?.opened?.(state);
  const productionStart = validateDesign(state, future.validation);
  let insolvent = false;
  let t = 0;
  for (; t < state.horizon; t++) {
    insolvent = playPeriod(state, t, productionStart, future, observer);
    if (insolvent || state.stopping) break;
  }

  const early = t < state.horizon;
  const discount = future.discount[t] as number;
  settle(state, discount, insolvent);
  const terminal = early ? 0 : terminalValue(state, future);
  state.npv += terminal * discount;
  observer?.settled(t, state, { insolvent, terminal });
  const short = early && state.cash < contributed(state);
  return metricsOf(state, insolvent, state.stopping, short ? state.horizon : state.tally.paybackPeriod);
}

/** Plays the nine steps of one period. Returns whether the strategy is insolvent at its end. */
function playPeriod(
  state: State,
  t: number,
  productionStart: number,
  future: Future,
  observer: Observer | undefined,
): boolean {
  fund(state, t, productionStart);
  arrive(state, t);
  if (t >= productionStart) discover(state, t, future.discovery[t] as number);
  const orders = sell(state, t, future);
  if (t >= state.launch) learn(state, orders);
  decide(state, t);
  const ordered = replenish(state, t);
  const insolvent = carry(state, t, future.discount[t] as number);
  observer?.closed(t, state, { orders, ordered });
  state.flow = 0;
  return insolvent;
}
