import type { State } from './state.ts';

/** Step 6: the Holt forecast learns from the orders of a period (Holt 1957; the variance is smoothed alike). */
export function learn(state: State, orders: number): void {
  const { smoothing, trendSmoothing } = state.parameters.plan;
  const error = orders - (state.level + state.trend);
  state.level += state.trend + smoothing * error;
  state.trend += smoothing * trendSmoothing * error;
  state.variance = (1 - smoothing) * state.variance + smoothing * error * error;
}
