import { describe, expect, it } from 'vitest';
import { binomialCdf, binomialCounts, binomialQuantile } from '../../../../src/model/inversion/binomial.ts';
import { searchQuantile } from '../../../../src/model/inversion/quantile-search.ts';
import { exactly, one } from '../../math/exact.ts';
import { sample } from '../../math/sample.ts';
import { bruteQuantile, cumulate, edgeUniforms } from './brute-force.ts';

function cumulative(n: number, p: number) {
  const hit = exactly(p);
  const miss = one - hit;
  let first = one;
  for (let i = 0; i < n; i++) first = (first * miss) >> 400n;
  return cumulate(first, (k) => [hit * BigInt(n - k + 1), miss * BigInt(k)], n);
}

describe('binomialQuantile', () => {
  const uniforms = sample('binomial', 150);
  const cases = [1, 2, 10, 25, 40, 41, 60, 105, 300, 800].flatMap((n) =>
    // The exact sum has 400 bits, of which (1 − p)^n may take 300.
    [0.001, 0.05, 0.3, 0.5, 0.7, 0.95, 0.999]
      .filter((p) => n * Math.log2(1 - p) > -300)
      .map((p) => [n, p] as const),
  );

  it.each(cases)('equals the exact sum for n = %d and p = %d', (n, p) => {
    const exact = cumulative(n, p);
    for (const u of [...uniforms, ...edgeUniforms(exact)]) {
      expect(binomialQuantile(u, n, p), `u ${u}`).toBe(bruteQuantile(exact, u));
    }
  });

  it.each([
    [1e5, 0.3],
    [4e6, 0.5],
    [1e12, 1e-5],
    [123456789012345, 0.3],
    [1e15, 0.9999],
  ])('agrees with the distribution function for n = %d and p = %d', (n, p) => {
    const law = binomialCounts(n, p);
    for (const u of sample(`binomial ${n}`, 100)) {
      const k = binomialQuantile(u, n, p);
      expect(searchQuantile(law, u, k + 3), `u ${u}`).toBe(k);
    }
  });

  it('is certain where it must be', () => {
    expect(binomialQuantile(0.5, 0, 0.5)).toBe(0);
    expect(binomialQuantile(0.5, 12, 0)).toBe(0);
    expect(binomialQuantile(1e-9, 12, 1)).toBe(12);
    expect(binomialQuantile(1 - Number.EPSILON / 2, 3, 0.9)).toBe(3);
    expect(binomialCdf(-1, 3, 0.5)).toBe(0);
    expect(binomialCdf(3, 3, 0.5)).toBe(1);
    expect(binomialCdf(2, 3, 1)).toBe(0);
    expect(binomialCdf(0, 3, 0)).toBe(1);
  });

  it('switches at exactly 1 − p for one try', () => {
    expect(binomialQuantile(0.75, 1, 0.25)).toBe(0);
    expect(binomialQuantile(0.7500000000000001, 1, 0.25)).toBe(1);
  });
});
