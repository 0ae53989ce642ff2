import type { Interval } from './interval.ts';
import { CONFIDENCE, symmetricInterval } from './interval.ts';
import type { Moments } from './moments.ts';
import { degreesOfFreedom, mean, standardError } from './moments.ts';
import { studentQuantile } from './student.ts';

/**
 * Returns Student's interval for a mean, mean ± t·sd/√n with n − 1 degrees of freedom; over the means of blocks where
 * only these are independent. Undefined for n < 2. Exact for normal
 * values; for others as the mean becomes normal: with a skewness γ it wants n of about 25·γ² or more (Cochran 1977,
 * Sampling techniques, page 42).
 */
export function meanInterval(moments: Moments, confidence: number = CONFIDENCE): Interval | undefined {
  const estimate = mean(moments);
  const error = standardError(moments);
  if (estimate === undefined || error === undefined) return undefined;
  return symmetricInterval(
    estimate,
    studentQuantile((1 + confidence) / 2, degreesOfFreedom(moments)) * error,
  );
}
