/** A quantile function: non-decreasing in its probability, which lies in (0, 1). */
export type Quantile = (u: number) => number;

/** The least and the greatest value that a distribution can take. */
export interface Support {
  readonly low: number;
  readonly high: number;
}

interface AnyLaw {
  readonly support: Support;
  /** Returns the mean; NaN where there is none. */
  mean(): number;
  /** Returns the variance; Infinity or NaN where there is none. */
  variance(): number;
  /** Returns P(X ≤ x). */
  cdf(x: number): number;
  /** Returns P(X > x), which keeps its digits where it is small. */
  survival(x: number): number;
  /** Prepares the quantile function: smallest x with F(x) ≥ u. The preparation may be slow, the function is not. */
  quantile(): Quantile;
  /** Prepares the function that takes s to the quantile of 1 − s, keeping its digits where s is small. */
  upperQuantile(): Quantile;
}

/** A distribution with a density, and all that can be asked of it. */
export interface ContinuousLaw extends AnyLaw {
  readonly kind: 'continuous';
  density(x: number): number;
  /** Returns the derivative of the logarithm of the density, within the support. */
  logSlope(x: number): number;
}

/** A distribution all of whose probability sits on single values (atoms). */
export interface DiscreteLaw extends AnyLaw {
  readonly kind: 'discrete';
  /** Returns P(X < x). */
  cdfBelow(x: number): number;
  /** Returns the greatest atom that is at most x, or −Infinity. */
  atomAtMost(x: number): number;
}

/** A distribution that has atoms and a density beside them. */
export interface MixedLaw extends AnyLaw {
  readonly kind: 'mixed';
  /** Returns P(X < x). */
  cdfBelow(x: number): number;
  /** Returns the greatest atom that is at most x, or −Infinity. */
  atomAtMost(x: number): number;
  /** Returns the density of what is beside the atoms. */
  density(x: number): number;
  /** Returns the derivative of the logarithm of that. */
  logSlope(x: number): number;
}

/** What can be asked of a distribution, continuous or not. */
export type Law = ContinuousLaw | DiscreteLaw | MixedLaw;

/** Returns P(X < x) of any law. */
export function probabilityBelow(law: Law, x: number): number {
  return law.kind === 'continuous' ? law.cdf(x) : law.cdfBelow(x);
}

/** Returns the quantile as a finite number, for tails that run past the greatest double. */
export function finite(x: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, x));
}
