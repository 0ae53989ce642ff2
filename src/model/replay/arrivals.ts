import { pay, receive, type State } from './state.ts';
import { stepAt } from './tools.ts';

/** Steps 2 and 3: customers pay, batches arrive and their balances fall due, a tool that is ready goes to work. */
export function arrive(state: State, t: number): void {
  const received = state.receivable[t] as number;
  receive(state, 'receipts', received);
  state.receivables -= received;

  let due = 0;
  let good = 0;
  for (const batch of state.batches) {
    if (batch.arrives !== t) continue;
    due += batch.balance;
    good += batch.good;
    stepAt(state, batch.step).onOrder -= batch.paidUnits;
  }
  pay(state, 'production', due);
  const arrived = good * state.survival;
  state.stock += arrived;
  state.tally.arrived += arrived;
  forgetArrived(state, t, due, good);

  if (state.tool !== undefined && state.tool.ready <= t) startTool(state, t);
}

/** What is on order is a running total; it is set to nothing when nothing is left, so that no rounding stays behind. */
function forgetArrived(state: State, t: number, due: number, good: number): void {
  const left = state.batches.filter((batch) => batch.arrives !== t);
  if (left.length === state.batches.length) return;
  state.batches.splice(0, state.batches.length, ...left);
  state.owed = left.length === 0 ? 0 : state.owed - due;
  state.onOrder = left.some((batch) => batch.good > 0) ? state.onOrder - good : 0;
}

function startTool(state: State, t: number): void {
  const { tool } = state;
  if (tool === undefined) return;
  const step = stepAt(state, tool.step);
  pay(state, 'tooling', tool.balance);
  step.tools = 1;
  state.active = tool.step;
  state.blockedUntil = t;
  state.tool = undefined;
  if (step.process.scale === 'mass') state.tally.scaled = Math.min(state.tally.scaled, t);
}
