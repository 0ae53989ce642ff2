import { describe, expect, it } from 'vitest';
import { cdf, type Distribution, quantileFunction } from '../../src/model/distributions/index.ts';
import { readReference } from './read-reference.ts';

interface Quantiles {
  readonly families: readonly {
    readonly distribution: Distribution;
    readonly quantiles: readonly (readonly [number, number])[];
  }[];
  readonly gamma: readonly (readonly [number, number, number, number])[];
  readonly beta: readonly (readonly [number, number, number, number, number])[];
  readonly normal: readonly (readonly [number, number, number, number])[];
}

const reference = readReference<Quantiles>('distribution-quantiles.json');
const { counts } = readReference<{ counts: readonly (readonly [Distribution, number, number])[] }>(
  'distribution-counts.json',
);

/** The quantiles that are tabulated are right to 1e-9, the others to the rounding of a few places. */
const tabulated = new Set<Distribution['type']>(['beta', 'gamma', 'studentt']);

/** Relative error; what is below the least normal double has no digits left to compare. */
function errorOf(found: number, exact: number): number {
  return Math.abs(exact) < 1e-290 ? Math.abs(found - exact) : Math.abs(found - exact) / Math.abs(exact);
}

describe('quantiles', () => {
  for (const { distribution, quantiles } of reference.families) {
    const name = JSON.stringify(distribution);
    it(`of ${name}`, () => {
      const quantile = quantileFunction(distribution);
      for (const [p, exact] of quantiles) {
        const bound = tabulated.has(distribution.type) ? 1e-9 : 2e-14;
        if (exact === 0) expect(Math.abs(quantile(p))).toBeLessThan(bound);
        else expect(errorOf(quantile(p), exact), `p ${p}`).toBeLessThan(bound);
      }
    });
  }

  it('of the normal agree with R', () => {
    for (const [mean, sd, p, exact] of reference.normal) {
      const found = quantileFunction({ type: 'normal', mean, sd })(p);
      expect(Math.abs(found - exact), `p ${p}`).toBeLessThan(1e-13 * (Math.abs(mean) + 10 * sd));
    }
  });

  it('of the gamma agree with Boost, from both tails', () => {
    for (const [shape, p, lower, upper] of reference.gamma) {
      const distribution = { type: 'gamma', shape, scale: 1 } as const;
      expect(errorOf(quantileFunction(distribution)(p), lower), `${shape} ${p}`).toBeLessThan(1e-9);
      expect(errorOf(quantileFunction(distribution)(1 - p), upper), `${shape} 1-${p}`).toBeLessThan(1e-9);
    }
  });

  it('of the beta agree with Boost, from both tails', () => {
    for (const [alpha, beta, p, lower, upper] of reference.beta) {
      const quantile = quantileFunction({ type: 'beta', alpha, beta, min: 0, max: 1 });
      expect(errorOf(quantile(p), lower), `${alpha} ${beta} ${p}`).toBeLessThan(1e-9);
      expect(errorOf(quantile(1 - p), upper), `${alpha} ${beta} 1-${p}`).toBeLessThan(1e-9);
    }
  });
});

describe('counts', () => {
  it('have the distribution functions and the quantiles of mpmath', () => {
    for (const [distribution, k, exact] of counts) {
      const name = `${JSON.stringify(distribution)} ${k}`;
      expect(errorOf(cdf(distribution, k), exact), name).toBeLessThan(1e-12);
      const quantile = quantileFunction(distribution);
      if (exact > 1e-16) expect(quantile(exact * (1 - 1e-10)), name).toBeLessThanOrEqual(k);
      if (exact < 1 - 1e-8) expect(quantile(exact + 1e-12), name).toBeGreaterThan(k);
    }
  });
});
