import { binomialQuantile } from '../inversion/binomial.ts';
import { productionStart, removalChance, validationSpend } from '../terms/validation-terms.ts';
import { pay, type State } from './state.ts';

/**
 * Before period 0: prototype rounds and the supplier remove issues, and production starts when the rounds are over.
 * Returns the period in which the first tool is ordered.
 */
export function validateDesign(state: State, uniform: number): number {
  const { parameters, ladder } = state;
  const removed = binomialQuantile(uniform, state.openIssues, removalChance(ladder, parameters));
  state.openIssues -= removed;
  pay(state, 'validation', validationSpend(ladder, parameters));
  pay(state, 'engineering', removed * parameters.design.engineeringCost);
  return productionStart(ladder, parameters);
}
