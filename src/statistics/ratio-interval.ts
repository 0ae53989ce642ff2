import type { Interval } from './interval.ts';
import { CONFIDENCE, interval } from './interval.ts';
import { mean, variance } from './moments.ts';
import type { PairMoments } from './pair-moments.ts';
import { covariance } from './pair-moments.ts';
import { studentQuantile } from './student.ts';

/**
 * Returns the ratio of means, mean of y over mean of x, with Fieller's interval: every ratio ρ for which the mean of
 * y − ρ·x is not distinguishable from 0. Undefined for n < 2, and where the mean of x itself is not distinguishable from 0,
 * since nothing finite can then be said.
 *
 * Source: E. C. Fieller, Some problems in interval estimation (1954), Journal of the Royal Statistical Society B 16, 175–185.
 */
export function ratioInterval(pair: PairMoments, confidence: number = CONFIDENCE): Interval | undefined {
  const n = pair.x.count;
  const x = mean(pair.x);
  const y = mean(pair.y);
  const xx = variance(pair.x);
  const yy = variance(pair.y);
  const xy = covariance(pair);
  if (x === undefined || y === undefined || xx === undefined || yy === undefined || xy === undefined) {
    return undefined;
  }
  const t = studentQuantile((1 + confidence) / 2, n - 1);
  const scale = (t * t) / n;
  const a = x * x - scale * xx;
  if (!(a > 0)) return undefined;
  const b = x * y - scale * xy;
  // b² − a·(y² − scale·yy) with the terms that cancel taken out.
  const inner = scale * (x * x * yy - 2 * x * y * xy + y * y * xx) - scale * scale * (xx * yy - xy * xy);
  const root = Math.sqrt(Math.max(0, inner));
  return interval(y / x, (b - root) / a, (b + root) / a);
}
