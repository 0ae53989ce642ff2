/** The two probabilities that a count parts into. The smaller keeps its digits; they add up to 1. */
export interface Tails {
  /** P(X ≤ k). */
  readonly lower: number;
  /** P(X > k). */
  readonly upper: number;
}

/** What the search for a quantile asks of a distribution on 0, 1, … */
export interface CountLaw {
  /** The greatest count, or Infinity. */
  readonly last: number;
  readonly sd: number;
  /** Returns k − mean, to more digits than the mean itself has where that is possible. */
  deviation(k: number): number;
  /** Returns P(X = k), given k − mean; between whole k its smooth continuation. */
  mass(k: number, deviation: number): number;
  tails(k: number): Tails;
}

/** Returns both tails, given the upper one. */
export function fromUpper(upper: number): Tails {
  return { lower: 1 - upper, upper };
}

/** Returns both tails, given the lower one. */
export function fromLower(lower: number): Tails {
  return { lower, upper: 1 - lower };
}
