import { toolBalance, toolDeposit } from '../terms/step-terms.ts';
import { pay, type State, type StepState } from './state.ts';

/** Orders the first tool of a step: the deposit is paid now, the balance when it is ready. */
export function orderTool(state: State, step: number, ready: number): void {
  const { process } = stepAt(state, step);
  pay(state, 'tooling', toolDeposit(process));
  state.tool = { step, ready, balance: toolBalance(process) };
}

/** Returns a step of the ladder by its index. */
export function stepAt(state: State, index: number): StepState {
  const step = state.steps[index];
  if (step === undefined) throw new RangeError(`the ladder has no step ${index}`);
  return step;
}
