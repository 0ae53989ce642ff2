import { trendWeight, varianceKept } from '../terms/scenario-terms.ts';
import type { State } from './state.ts';

/** Step 6: the Holt forecast learns from the orders of a period (Holt 1957; the variance is smoothed alike). */
export function learn(state: State, orders: number): void {
  const { smoothing } = state.parameters.plan;
  const error = orders - (state.level + state.trend);
  state.level += state.trend + smoothing * error;
  state.trend += trendWeight(state.parameters) * error;
  state.variance = varianceKept(state.parameters) * state.variance + smoothing * error * error;
}
