import type { State } from './state.ts';
import { orderTool } from './tools.ts';

/** Step 1: equity that is offered now and whose condition is met; the first tool at the start of production. */
export function fund(state: State, t: number, productionStart: number): void {
  for (const round of state.parameters.finance.funding) {
    if (round.at !== t || round.ifSold > state.shipped) continue;
    state.cash += round.amount;
    state.tally.funding += round.amount;
  }
  if (t === productionStart) orderTool(state, 0, t + state.ladder.steps[0].process.toolingLead);
}
