import { describe, expect, it } from 'vitest';
import { binomialCdf, binomialQuantile } from '../../src/model/inversion/binomial.ts';
import { negativeBinomialCdf, negativeBinomialQuantile } from '../../src/model/inversion/negbinomial.ts';
import { poissonCdf, poissonQuantile } from '../../src/model/inversion/poisson.ts';
import { readReference } from './read-reference.ts';

type Row = readonly [number, number, number, number];

interface Quantiles {
  readonly poisson: readonly (readonly [number, number, number])[];
  readonly binomial: readonly Row[];
  readonly negativeBinomial: readonly Row[];
}

type Probability = readonly [string, readonly [number, number?], number, number];

const quantiles = readReference<Quantiles>('count-quantiles.json');
const { probabilities } = readReference<{ probabilities: readonly Probability[] }>(
  'count-probabilities.json',
);

describe('quantiles of counts', () => {
  it('of the Poisson are those of Boost', () => {
    for (const [mean, u, k] of quantiles.poisson) expect(poissonQuantile(u, mean), `${mean} ${u}`).toBe(k);
  });

  it('of the binomial are those of Boost', () => {
    for (const [n, p, u, k] of quantiles.binomial)
      expect(binomialQuantile(u, n, p), `${n} ${p} ${u}`).toBe(k);
  });

  it('of the negative binomial are those of Boost', () => {
    for (const [size, p, u, k] of quantiles.negativeBinomial) {
      expect(negativeBinomialQuantile(u, size, p), `${size} ${p} ${u}`).toBe(k);
    }
  });
});

it('distribution functions of counts are right to 1e-14', () => {
  const cdfs = {
    poisson: (k: number, mean: number) => poissonCdf(k, mean),
    binomial: binomialCdf,
    negativeBinomial: negativeBinomialCdf,
  };
  for (const [type, [first, second = 0], k, expected] of probabilities) {
    const cdf = cdfs[type as keyof typeof cdfs];
    const error = Math.abs(cdf(k, first, second) - expected);
    expect(error, `${type} ${first} ${second} ${k}`).toBeLessThan(1e-14 * expected);
  }
});
