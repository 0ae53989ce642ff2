import type { DiscreteLaw, Support } from './law.ts';

/** What a distribution on whole numbers knows of itself. */
interface Lattice {
  readonly support: Support;
  readonly mean: number;
  readonly variance: number;
  /** Returns P(X ≤ k) for a whole k within the support. */
  cdf(k: number): number;
  /** Returns the smallest k with F(k) ≥ u. */
  quantile(u: number): number;
}

/** Returns the law of a distribution on the whole numbers of its support. */
export function latticeLaw(lattice: Lattice): DiscreteLaw {
  const { support, mean, variance } = lattice;
  const cdf = (x: number) => (x < support.low ? 0 : x >= support.high ? 1 : lattice.cdf(Math.floor(x)));
  return {
    kind: 'discrete',
    support,
    mean: () => mean,
    variance: () => variance,
    cdf,
    survival: (x) => 1 - cdf(x),
    cdfBelow: (x) => cdf(Math.ceil(x) - 1),
    atomAtMost: (x) => (x < support.low ? -Infinity : Math.min(support.high, Math.floor(x))),
    quantile: () => (u) => lattice.quantile(u),
    // 1 − s rounds to 1 for the least s; the greatest double below 1 stands in for it.
    upperQuantile: () => (s) => lattice.quantile(Math.min(1 - s, 1 - Number.EPSILON / 2)),
  };
}
