import { exp } from '../math/exp.ts';
import { log } from '../math/log.ts';
import type { Interval } from './interval.ts';
import { CONFIDENCE, symmetricInterval } from './interval.ts';
import type { Moments } from './moments.ts';
import { mean, standardError } from './moments.ts';

/** From so many replications on a mean is as good as normal for what follows; before, nothing is said. */
export const fewestLooked = 256;
/** At about so many replications the sequence is as short as it can be: 3.0 standard errors. */
const tuned = 2048;

/**
 * Returns an interval of a mean that holds it at every number of replications from 256 on at once, so one may look as
 * often as one likes and stop when one likes: mean ± se·√(2·(1 + 1/(nρ²))·ln(√(nρ² + 1)/α)), Robbins' normal mixture with
 * an estimated variance. ρ² = (−2 ln α + ln(−2 ln α) + 1)/2048. Asymptotic, like Student's interval. Undefined for n < 256.
 *
 * Source: I. Waudby-Smith, D. Arbour, R. Sinha, E. H. Kennedy & A. Ramdas, Time-uniform central limit theory and
 * asymptotic confidence sequences, Annals of Statistics 52(6) (2024), 2613–2640, DOI 10.1214/24-AOS2408, theorem 2.2 and
 * its section on ρ; H. Robbins, Statistical methods related to the law of the iterated logarithm (1970), Annals of
 * Mathematical Statistics 41, 1397–1409, DOI 10.1214/aoms/1177696786.
 */
export function meanSequence(moments: Moments, confidence: number = CONFIDENCE): Interval | undefined {
  const estimate = mean(moments);
  const error = standardError(moments);
  if (estimate === undefined || error === undefined || moments.count < fewestLooked) return undefined;
  const alpha = 1 - confidence;
  const spread = moments.count * precision(alpha);
  const errors = Math.sqrt(2 * (1 + 1 / spread) * log(Math.sqrt(spread + 1) / alpha));
  return symmetricInterval(estimate, errors * error);
}

/**
 * Returns a bound of the doubt that a mean is above `bound`, at every number of replications from 256 on at once: whatever
 * the rule of stopping, a mean that is at or below it gets a doubt of at most α, ever, with a probability of at most α.
 * With x = (mean − bound)/se·√(nρ²/(nρ² + 1)) it is √(nρ² + 1)/(2·(e^(x²/2) − 1)) for x > 0, not above 1: the half-normal
 * mixture, of which Φ is bounded by 1 − e^(−x²/2)/2. ρ is tuned to a doubt of 5%. 1 for n < 256.
 *
 * Source: as for meanSequence; the one-sided boundary of its appendix, √(2(nρ² + 1)/(n²ρ²)·ln(1 + √(nρ² + 1)/(2α))), solved
 * for α.
 */
export function sequentialDoubt(moments: Moments, bound = 0): number {
  const estimate = mean(moments);
  const error = standardError(moments);
  if (estimate === undefined || error === undefined || moments.count < fewestLooked) return 1;
  const lead = estimate - bound;
  if (lead <= 0) return 1;
  if (error === 0) return 0;
  const spread = moments.count * precision(2 * (1 - CONFIDENCE));
  const x = (lead / error) * Math.sqrt(spread / (spread + 1));
  const half = (x * x) / 2;
  // Beyond, e^half is not a number any more, and the doubt is 0 for any purpose.
  if (half > 700) return 0;
  return Math.min(1, Math.sqrt(spread + 1) / (2 * (exp(half) - 1)));
}

/** Returns ρ², the variance of the mixture, for a two-sided α. */
function precision(alpha: number): number {
  const twice = -2 * log(alpha);
  return (twice + log(twice) + 1) / tuned;
}
