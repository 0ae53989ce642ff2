import { describe, expect, it } from 'vitest';
import {
  negativeBinomialCdf,
  negativeBinomialCounts,
  negativeBinomialQuantile,
} from '../../../../src/model/inversion/negbinomial.ts';
import { exactly, expOf, logOfDouble, one, product } from '../../math/exact.ts';
import { sample } from '../../math/sample.ts';
import { bruteQuantile, cumulate, edgeUniforms } from './brute-force.ts';

function cumulative(size: number, p: number) {
  const exactSize = exactly(size);
  const miss = one - exactly(p);
  const { value, exponent } = expOf(product(exactSize, logOfDouble(p)));
  return cumulate(value >> BigInt(-exponent), (k) => [
    (miss * (exactSize + BigInt(k - 1) * one)) >> 400n,
    BigInt(k) * one,
  ]);
}

describe('negativeBinomialQuantile', () => {
  const uniforms = sample('negative binomial', 60);
  const cases = [
    [0.05, 0.1],
    [0.5, 0.02],
    [1, 0.5],
    [2.5, 0.1],
    [3, 0.4],
    [12.25, 0.75],
    [40, 0.3],
    [150.5, 0.6],
    [2000, 0.99],
  ] as const;

  it.each(cases)('equals the exact sum for a size of %d and p = %d', (size, p) => {
    const exact = cumulative(size, p);
    for (const u of [...uniforms, ...edgeUniforms(exact).slice(0, 300)]) {
      expect(negativeBinomialQuantile(u, size, p), `u ${u}`).toBe(bruteQuantile(exact, u));
    }
  });

  it.each([
    [0.0025, 0.0005],
    [0.5, 1e-9],
    [2, 1e-12],
    [1e3, 1e-9],
    [1e7, 0.01],
    [1e12, 0.999],
  ])('brackets u by the distribution function, for a size of %d and p = %d', (size, p) => {
    const law = negativeBinomialCounts(size, p);
    for (const u of [...uniforms, 1e-15, Number.EPSILON / 2, 1 - Number.EPSILON / 2]) {
      const k = negativeBinomialQuantile(u, size, p);
      const { lower, upper } = law.tails(k);
      const excess = u <= 0.5 ? lower - u : 1 - u - upper;
      const noise = 1e-12 * Math.min(u, 1 - u);
      expect(excess).toBeGreaterThanOrEqual(-noise);
      if (k > 0) expect(excess - law.mass(k, law.deviation(k))).toBeLessThanOrEqual(noise);
    }
  });

  it('is certain where it must be', () => {
    expect(negativeBinomialQuantile(0.9, 3, 1)).toBe(0);
    expect(negativeBinomialCdf(-1, 3, 0.5)).toBe(0);
    expect(negativeBinomialCdf(0, 3, 1)).toBe(1);
    expect(negativeBinomialCdf(Infinity, 3, 0.5)).toBe(1);
  });
});
