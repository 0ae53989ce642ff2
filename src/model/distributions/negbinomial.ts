import { negativeBinomialCdf, negativeBinomialQuantile } from '../inversion/negbinomial.ts';
import { latticeLaw } from './lattice.ts';
import type { DiscreteLaw } from './law.ts';

/**
 * The negative binomial distribution by its mean > 0 and its standard deviation, with sd² > mean: a Poisson count whose
 * own mean is gamma distributed. Its size is mean²/(sd² − mean) and its p is mean/sd².
 */
export interface NegativeBinomial {
  readonly type: 'negbinomial';
  readonly mean: number;
  readonly sd: number;
}

export function negativeBinomialLaw({ mean, sd }: NegativeBinomial): DiscreteLaw {
  const size = (mean * mean) / (sd * sd - mean);
  const p = mean / (sd * sd);
  return latticeLaw({
    support: { low: 0, high: Infinity },
    mean,
    variance: sd * sd,
    cdf: (k) => negativeBinomialCdf(k, size, p),
    quantile: (u) => negativeBinomialQuantile(u, size, p),
  });
}
