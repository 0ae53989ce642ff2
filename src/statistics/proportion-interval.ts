import { exp } from '../math/exp.ts';
import { normalQuantile } from '../math/normal.ts';
import type { Interval } from './interval.ts';
import { CONFIDENCE, interval } from './interval.ts';

/** Up to this count of the rarer outcome the far end of Wilson's interval is too short, and the Poisson's is taken. */
const RARE = 3;

/**
 * Returns Wilson's score interval for a probability, from `successes` among n ≥ 1 (half successes, for ties, are allowed),
 * with the correction of Brown, Cai and DasGupta for 1 to 3 successes or failures, without which its coverage falls to 84%
 * near the ends. The low end is 0 when there was no success, the high end 1 when there was no failure. Undefined for n = 0.
 *
 * Source: E. B. Wilson (1927), DOI 10.1080/01621459.1927.10502953; L. D. Brown, T. T. Cai & A. DasGupta, Interval
 * estimation for a binomial proportion (2001), section 4.1, DOI 10.1214/ss/1009213286.
 */
export function proportionInterval(
  successes: number,
  n: number,
  confidence: number = CONFIDENCE,
): Interval | undefined {
  if (n < 1) return undefined;
  const z = normalQuantile((1 + confidence) / 2);
  return interval(
    successes / n,
    lowEnd(successes, n, z, confidence),
    1 - lowEnd(n - successes, n, z, confidence),
  );
}

function lowEnd(successes: number, n: number, z: number, confidence: number): number {
  const whole = Math.floor(successes);
  if (whole === 0) return 0;
  const p = successes / n;
  const square = z * z;
  const centre = p + square / (2 * n);
  const spread = z * Math.sqrt((p * (1 - p) + square / (4 * n)) / n);
  const wilson = Math.max(0, (centre - spread) / (1 + square / n));
  if (whole > (n > 50 ? RARE : RARE - 1)) return wilson;
  return Math.min(wilson, poissonRate(whole, 1 - confidence) / n);
}

/** Returns the rate at which a Poisson count is at least `count` (1 to 3) with this probability: its one-sided low end. */
function poissonRate(count: number, probability: number): number {
  let low = 0;
  let high = 40;
  for (let step = 0; step < 60; step++) {
    const rate = (low + high) / 2;
    if (poissonAtLeast(count, rate) < probability) low = rate;
    else high = rate;
  }
  return (low + high) / 2;
}

function poissonAtLeast(count: number, rate: number): number {
  let term = exp(-rate);
  let sum = 0;
  for (let k = 0; k < count; k++) {
    sum += term;
    term *= rate / (k + 1);
  }
  return 1 - sum;
}
