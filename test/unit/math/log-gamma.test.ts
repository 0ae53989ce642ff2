import { describe, expect, it } from 'vitest';
import { logGamma } from '../../../src/math/log-gamma.ts';
import { stirlingError } from '../../../src/math/stirling-error.ts';
import { logOf, one, ulps } from './exact.ts';

describe('logGamma', () => {
  it('is the logarithm of a factorial, within 6 ulp', () => {
    let factorial = 1n;
    for (let n = 2n; n <= 170n; n++) {
      factorial *= n;
      const exact = { value: logOf(factorial * one), exponent: 0 };
      expect(ulps(logGamma(Number(n) + 1), exact), `${n}!`).toBeLessThan(6);
    }
  });

  it('keeps to the special values', () => {
    expect(logGamma(1)).toBe(0);
    expect(logGamma(2)).toBe(0);
    expect(logGamma(0)).toBe(Infinity);
    expect(logGamma(Infinity)).toBe(Infinity);
    expect(logGamma(-0.5)).toBeNaN();
    expect(logGamma(Number.NaN)).toBeNaN();
  });
});

it('stirlingError is what logGamma and Stirling’s formula differ by', () => {
  // log(2π)/2 = 0.91893853320467274178…
  expect(Math.abs(stirlingError(1) - (1 - 0.9189385332046727))).toBeLessThan(2e-15);
  expect(Math.abs(stirlingError(0.5) - 0.15342640972002736)).toBeLessThan(2e-15);
  for (const x of [10, 50, 1e3, 1e8])
    expect(Math.abs(stirlingError(x) - 1 / (12 * x))).toBeLessThan(1 / (350 * x * x * x));
});
