import { poissonCdf, poissonQuantile } from '../inversion/poisson.ts';
import { latticeLaw } from './lattice.ts';
import type { DiscreteLaw } from './law.ts';

/** The Poisson distribution by its mean, which is > 0. */
export interface Poisson {
  readonly type: 'poisson';
  readonly mean: number;
}

export function poissonLaw({ mean }: Poisson): DiscreteLaw {
  return latticeLaw({
    support: { low: 0, high: Infinity },
    mean,
    variance: mean,
    cdf: (k) => poissonCdf(k, mean),
    quantile: (u) => poissonQuantile(u, mean),
  });
}
