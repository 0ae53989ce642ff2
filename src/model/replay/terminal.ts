import type { Future } from '../future.ts';
import { remainingBuyers, type State } from './state.ts';

/** Returns the margin of `terminal` periods beyond the horizon at the last forecast, as money at the horizon. */
export function terminalValue(state: State, future: Future): number {
  const { finance, design, market } = state.parameters;
  if (state.launch >= state.horizon) return 0;
  const forecast = finance.terminal * Math.max(0, state.level);
  const units = market.model === 'bass' ? Math.min(forecast, remainingBuyers(state)) : forecast;
  const price = future.price[state.horizon] as number;
  const margin = price - state.unitCost - design.warranty - design.warrantyPerIssue * state.openIssues;
  return units * Math.max(0, margin);
}
