/** An estimate and its confidence interval. */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Half of high − low: what stands after ±. The estimate need not lie in the middle. */
  readonly halfWidth: number;
}

/** The confidence level of an interval unless told. */
export const CONFIDENCE = 0.95;

/** Returns the interval with these ends. */
export function interval(estimate: number, low: number, high: number): Interval {
  return { estimate, low, high, halfWidth: (high - low) / 2 };
}

/** Returns the interval estimate ± halfWidth. */
export function symmetricInterval(estimate: number, halfWidth: number): Interval {
  return { estimate, low: estimate - halfWidth, high: estimate + halfWidth, halfWidth };
}
