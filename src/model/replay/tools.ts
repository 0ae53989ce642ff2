import { pay, type State, type StepState } from './state.ts';

/** Orders the first tool of a step: the deposit is paid now, the balance when it is ready. */
export function orderTool(state: State, step: number, ready: number): void {
  const { process } = stepAt(state, step);
  const deposit = process.toolingDeposit * process.tooling;
  pay(state, 'tooling', deposit);
  state.tool = { step, ready, balance: process.tooling - deposit };
}

/** Returns a step of the ladder by its index. */
export function stepAt(state: State, index: number): StepState {
  const step = state.steps[index];
  if (step === undefined) throw new RangeError(`the ladder has no step ${index}`);
  return step;
}
