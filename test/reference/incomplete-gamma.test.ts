import { expect, it } from 'vitest';
import { incompleteGamma } from '../../src/model/distributions/incomplete.ts';
import { readReference } from './read-reference.ts';

const { values } = readReference<{ values: readonly (readonly [number, number, number, number])[] }>(
  'incomplete-gamma.json',
);

it('the incomplete gamma functions are right to 1e-12, also where the library is not', () => {
  for (const [a, x, lower, upper] of values) {
    expect(Math.abs(incompleteGamma(x, a, false) / lower - 1), `P ${a} ${x}`).toBeLessThan(1e-12);
    expect(Math.abs(incompleteGamma(x, a, true) / upper - 1), `Q ${a} ${x}`).toBeLessThan(1e-12);
  }
});
