import { gatesPass } from './gates.ts';
import { balancesOutstanding, type State } from './state.ts';
import { orderTool, stepAt } from './tools.ts';

/** Step 7: give up, or order the tool of the next step if the evidence and the cash are there. */
export function decide(state: State, t: number): void {
  const { stop } = state.ladder.strategy;
  if (
    stop !== undefined &&
    t === state.launch + stop.after &&
    state.shipped + state.waiting < stop.soldBelow
  ) {
    state.stopping = true;
    return;
  }
  const next = state.active + 1;
  if (state.active < 0 || next >= state.steps.length || state.tool !== undefined) return;
  if (!gatesPass(state, t, next)) return;
  const { process } = stepAt(state, next);
  const left = state.cash + state.flow - process.tooling - balancesOutstanding(state);
  if (left >= state.parameters.finance.reserve) orderTool(state, next, t + Math.max(1, process.toolingLead));
}
