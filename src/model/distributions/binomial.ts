import { binomialCdf, binomialQuantile } from '../inversion/binomial.ts';
import { latticeLaw } from './lattice.ts';
import type { DiscreteLaw } from './law.ts';

/** How many of n ≥ 1 tries succeed, each with probability p in (0, 1). */
export interface Binomial {
  readonly type: 'binomial';
  readonly n: number;
  readonly p: number;
}

export function binomialLaw({ n, p }: Binomial): DiscreteLaw {
  return latticeLaw({
    support: { low: 0, high: n },
    mean: n * p,
    variance: n * p * (1 - p),
    cdf: (k) => binomialCdf(k, n, p),
    quantile: (u) => binomialQuantile(u, n, p),
  });
}
