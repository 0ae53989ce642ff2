import { expect, it } from 'vitest';
import { logGamma } from '../../src/math/log-gamma.ts';
import { readReference } from './read-reference.ts';

const { values } = readReference<{ values: [number, number][] }>('log-gamma.json');

it('logGamma is right to 2e-15, about its zeros too', () => {
  for (const [x, expected] of values) {
    expect(Math.abs(logGamma(x) - expected), `x ${x}`).toBeLessThan(2e-15 * Math.abs(expected));
  }
});
