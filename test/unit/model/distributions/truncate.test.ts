import { describe, expect, it } from 'vitest';
import {
  cdf,
  type Distribution,
  mean,
  quantileFunction,
  support,
} from '../../../../src/model/distributions/index.ts';

const shares = [1e-15, 1e-6, 0.1, 0.5, 0.9, 1 - 1e-6, 1 - 1e-15];

describe('a truncated distribution', () => {
  it('stays in its range and keeps its digits far out', () => {
    const normal: Distribution = { type: 'normal', mean: 0, sd: 1 };
    for (const [low, high] of [
      [8, 9],
      [-9, -8],
      [20, 21],
      [-1, 30],
    ] as const) {
      const each: Distribution = { type: 'truncate', component: normal, low, high };
      const quantile = quantileFunction(each);
      for (const u of shares) {
        expect(quantile(u)).toBeGreaterThanOrEqual(low);
        expect(quantile(u)).toBeLessThanOrEqual(high);
      }
      expect(cdf(each, quantile(0.3))).toBeCloseTo(0.3, 9);
      expect(cdf(each, quantile(0.8))).toBeCloseTo(0.8, 9);
    }
    // Mean of a normal beyond a, φ(a)/Φ(−a), at a = 8 (asymptotic series to 1e-9: Abramowitz & Stegun 26.2.12).
    expect(mean({ type: 'truncate', component: normal, low: 8 })).toBeCloseTo(8.12136, 4);
  });

  it('takes in the atoms at both of its ends', () => {
    const die: Distribution = { type: 'empirical', values: [1, 2, 3, 4, 5, 6] };
    const each: Distribution = { type: 'truncate', component: die, low: 2, high: 4 };
    const quantile = quantileFunction(each);
    expect([1e-16, 0.3333, 0.3334, 0.6666, 0.6667, 1 - 1e-16].map(quantile)).toEqual([2, 2, 3, 3, 4, 4]);
    expect(support({ type: 'truncate', component: die, low: 1.5, high: 4.5 })).toEqual({ low: 1.5, high: 4 });
    expect(mean(each)).toBeCloseTo(3, 12);
    const counts = quantileFunction({
      type: 'truncate',
      component: { type: 'poisson', mean: 100 },
      low: 130.5,
      high: 140,
    });
    expect(shares.map(counts).every((k) => Number.isInteger(k) && k >= 131 && k <= 140)).toBe(true);
    expect(counts(1e-16)).toBe(131);
    expect(counts(1 - 1e-16)).toBe(140);
  });

  it('may have one bound only', () => {
    const exponential: Distribution = { type: 'exponential', mean: 5 };
    // Without memory: beyond 7 it is itself, 7 later.
    const later = quantileFunction({ type: 'truncate', component: exponential, low: 7 });
    const now = quantileFunction(exponential);
    for (const u of shares) expect(later(u)).toBeCloseTo(7 + now(u), 9);
    expect(mean({ type: 'truncate', component: exponential, low: 7 })).toBeCloseTo(12, 9);
  });
});
