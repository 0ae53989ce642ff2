import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonCdf, poissonCounts, poissonQuantile } from '../../../../src/model/inversion/poisson.ts';
import { searchQuantile } from '../../../../src/model/inversion/quantile-search.ts';
import { smoothTails } from '../../../../src/model/inversion/smooth-tails.ts';
import { exactly, expOf, one } from '../../math/exact.ts';
import { sample } from '../../math/sample.ts';
import { bruteQuantile, cumulate, edgeUniforms } from './brute-force.ts';

const means = [
  0.01, 0.1, 0.5, 1, 2.5, 3.999, 4, 4.3, 5, 6.5, 8, 9.3, 10, 10.35, 13, 17.2, 20, 31, 40.5, 64, 99.99, 100,
  137.7, 200,
];

function cumulative(mean: number) {
  const { value, exponent } = expOf(-exactly(mean));
  const exact = exactly(mean);
  return cumulate(value >> BigInt(-exponent), (k) => [exact, BigInt(k) * one]);
}

describe('poissonQuantile', () => {
  const uniforms = sample('poisson', 300);

  it.each(means)('equals the exact sum for a mean of %d', (mean) => {
    const exact = cumulative(mean);
    for (const u of [...uniforms, ...edgeUniforms(exact)]) {
      expect(poissonQuantile(u, mean), `u ${u}`).toBe(bruteQuantile(exact, u));
    }
  });

  it.each([1e3, 1e5, 1e6, 1e9, 1e12, 1e15])(
    'agrees with the distribution function for a mean of %d',
    (mean) => {
      const law = poissonCounts(mean);
      for (const u of sample(`poisson ${mean}`, mean < 1e6 ? 20 : 200)) {
        const k = poissonQuantile(u, mean);
        expect(searchQuantile(law, u, k + 3), `u ${u}`).toBe(k);
      }
    },
  );

  it('never falls as u rises', () => {
    const mean = fc.oneof(
      fc.double({ min: 0, max: 300, noNaN: true }),
      fc.double({ min: 300, max: 1e15, noNaN: true }),
    );
    const u = fc.double({ min: 1e-15, max: 1, minExcluded: true, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(mean, u, u, (m, a, b) => {
        expect(poissonQuantile(Math.min(a, b), m)).toBeLessThanOrEqual(poissonQuantile(Math.max(a, b), m));
      }),
    );
  });

  it('is 0 for a mean of 0', () => {
    expect(poissonQuantile(0.999, 0)).toBe(0);
    expect(poissonCdf(0, 0)).toBe(1);
    expect(poissonCdf(-1, 3)).toBe(0);
    expect(poissonCdf(Infinity, 3)).toBe(1);
  });
});

it('smooth tails agree with the sum where one takes over from the other', () => {
  const mean = 999_999.5;
  const law = poissonCounts(mean);
  for (const z of [-8, -3, -0.5, 0, 0.5, 3, 8]) {
    const k = Math.floor(mean + 1000 * z);
    const summed = law.tails(k);
    const smooth = smoothTails(law, k);
    expect(Math.abs(smooth.lower / summed.lower - 1)).toBeLessThan(5e-14);
    expect(Math.abs(smooth.upper / summed.upper - 1)).toBeLessThan(5e-14);
  }
});
