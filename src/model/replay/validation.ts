import { pow } from '../../math/pow.ts';
import { binomialQuantile } from '../inversion/binomial.ts';
import { pay, type State } from './state.ts';

/**
 * Before period 0: prototype rounds and the supplier remove issues, and production starts when the rounds are over.
 * Returns the period in which the first tool is ordered.
 */
export function validateDesign(state: State, uniform: number): number {
  const { validation, engineeringCost } = state.parameters.design;
  const { validationRounds: rounds, supplierCollaboration: supplier } = state.ladder.strategy;
  const missed = pow(1 - validation.detection, rounds) * (1 - supplier.issueReduction);
  const removed = binomialQuantile(uniform, state.openIssues, 1 - missed);
  state.openIssues -= removed;
  pay(state, 'validation', rounds * validation.cost);
  pay(state, 'engineering', removed * engineeringCost);
  return rounds * validation.time;
}
