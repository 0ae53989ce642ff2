import { cvar, lowerTail } from './cvar.ts';
import { exactSum, sumOver } from './exact-sum.ts';
import type { Interval } from './interval.ts';
import { CONFIDENCE, interval } from './interval.ts';
import type { Ordered } from './ordered.ts';
import { withoutSkewness } from './skewness.ts';
import { studentQuantile } from './student.ts';

/** With fewer whole observations in the tail the variance of the tail is anybody's guess. */
const FEWEST_IN_TAIL = 20;

/**
 * Returns the CVaR of the lowest share `level` with an asymptotic interval. CVaR is the mean of q − max(0, q − x)/level, q
 * being the boundary of the tail, so it has the standard error of that mean; the skewness of that mean, which is large
 * because a few values make it, is taken out by Hall's transformation, and Student's t has one degree of freedom less than
 * there are values in the tail. Undefined for fewer than 20 of these (400 replications at 5%), or where the order was not
 * kept.
 *
 * Source: B. J. Manistre & G. H. Hancock, Variance of the CTE estimator (2005), North American
 * Actuarial Journal 9(2), 129–156;
 * P. Hall, On the removal of skewness by transformation (1992), Journal of the Royal Statistical Society B 54, 221–228.
 */
export function cvarInterval(
  summary: Ordered,
  level = 0.05,
  confidence: number = CONFIDENCE,
): Interval | undefined {
  const n = summary.count;
  const tail = lowerTail(summary, Math.floor(n * level));
  const estimate = cvar(summary, level);
  if (tail === undefined || estimate === undefined || tail.values.length < FEWEST_IN_TAIL) return undefined;
  const { boundary } = tail;
  const depths = tail.values.map((value) => boundary - value);
  const first = sumOver(exactSum(depths), n);
  const second = sumOver(exactSum(depths.map((depth) => depth * depth)), n);
  const third = sumOver(exactSum(depths.map((depth) => depth * depth * depth)), n);
  const variance = second - first * first;
  if (!(variance > 0)) return interval(estimate, estimate, estimate);
  const skewness =
    -(third - 3 * first * second + 2 * first * first * first) / (variance * Math.sqrt(variance));
  const error = Math.sqrt(variance / (n - 1)) / level;
  const t = studentQuantile((1 + confidence) / 2, tail.values.length - 1);
  const scaled = skewness / Math.sqrt(n);
  return interval(
    estimate,
    estimate - withoutSkewness(t, scaled) * error,
    estimate - withoutSkewness(-t, scaled) * error,
  );
}
