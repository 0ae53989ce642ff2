import { exp } from '../../math/exp.ts';
import { normalQuantile } from '../../math/normal-quantile.ts';
import { stirlingError } from '../../math/stirling-error.ts';
import { type CountLaw, fromLower, fromUpper, type Tails } from './count-law.ts';
import { halfDeviance } from './deviance.ts';
import { searchQuantile } from './quantile-search.ts';
import { smoothTails } from './smooth-tails.ts';

/** Below this mean the probabilities are added up from 0. */
const sumBelow = 4;
/** Below this mean such a sum also decides what the expansion leaves open. */
const sumInDoubtBelow = 100;
/** Above this uniform a sum from 0 is too rough. */
const sumUpTo = 1 - 1e-9;
/** From this mean on the mass is smooth. */
const smoothFrom = 1e6;
/** Beyond this mean doubles are too far apart for whole numbers to be told from each other. */
const greatestExact = 1e15;
const twoPi = 6.283185307179586;

/**
 * Returns the smallest whole k ≥ 0 with F(k) ≥ u, F being the Poisson distribution function: the inverse by one uniform,
 * for u in (0, 1) and a mean from 0 (whose quantile is 0) to 10¹⁵
 * (beyond it, as near as a double comes by the normal law). It is right up to the rounding of F: 2·10⁻¹⁴, and
 * of F itself where F < 1/2.
 *
 * Below a mean of 4 the probabilities are added up from 0. From 4 on the normal asymptotic expansion decides, unless it is
 * within its error bound of a whole number (1.5% of the draws at a mean of 4, 0.4% at 10, 0.01% at 100) or |w| ≥ 4, w being
 * the normal score of u; then the sum does, or from a mean of 100 on the distribution function, with a cost of microseconds.
 * Allocates nothing but in that last case.
 *
 * Source: Giles (2016), Algorithm 955: approximation of the inverse Poisson cumulative distribution function, ACM TOMS
 * 42(1), 7, DOI 10.1145/2699466, equation for Q̃_N3.
 */
export function poissonQuantile(u: number, mean: number): number {
  return mean >= sumBelow ? expandedQuantile(u, mean) : summedQuantile(u, mean);
}

function summedQuantile(u: number, mean: number): number {
  if (!(mean > 0)) return 0;
  if (u > sumUpTo) return searchQuantile(poissonCounts(mean), u, 3 * mean + 12);
  let k = 0;
  let mass = exp(-mean);
  let sum = mass;
  while (sum < u) {
    k += 1;
    mass *= mean / k;
    sum += mass;
  }
  return k;
}

function expandedQuantile(u: number, mean: number): number {
  const w = normalQuantile(u);
  const root = Math.sqrt(mean);
  const r = 1 / root;
  const square = w * w;
  const second = w * (-1 / 36 - square * (1 / 72));
  const third = -8 / 405 + square * (7 / 810 + square * (1 / 270));
  // The whole part of the mean is kept apart, so that a great mean does not drown the fraction.
  const whole = Math.floor(mean);
  const shift = root * w + (1 / 3 + square * (1 / 6)) + r * (second + r * third) + (mean - whole);
  const floor = Math.floor(shift);
  const fraction = shift - floor;
  const bound = errorBound(Math.abs(w), square, r) + 4e-15 * Math.abs(shift);
  if (fraction > bound && fraction < 1 - bound && square < 16) return whole + floor;
  if (mean < sumInDoubtBelow) return summedQuantile(u, mean);
  if (mean > greatestExact) return Math.floor(mean + root * w);
  return searchQuantile(poissonCounts(mean), u, whole + floor);
}

/**
 * How far the expansion is off at most, for a mean ≥ 4 and |w| ≤ 4: the next term is of order mean^−1.5 and grows as
 * |w|⁵. The constants are fitted to the exact inverse; a test checks them.
 */
function errorBound(w: number, square: number, r: number): number {
  return 0.032 * (1 + 0.125 * w * square * square) * r * r * r;
}

/** Returns P(X ≤ k) of the Poisson distribution of the given mean ≥ 0, for a whole k; relative error about 10⁻¹⁴. */
export function poissonCdf(k: number, mean: number): number {
  if (k < 0) return 0;
  return mean > 0 && k < Infinity ? poissonCounts(mean).tails(k).lower : 1;
}

/** Returns the Poisson distribution of a mean > 0, for the search. */
export function poissonCounts(mean: number): CountLaw {
  const law: CountLaw = {
    last: Infinity,
    sd: Math.sqrt(mean),
    deviation: (k) => k - mean,
    mass: (k, deviation) =>
      k > 0
        ? exp(-stirlingError(k) - halfDeviance(k, mean, deviation)) / Math.sqrt(twoPi * k)
        : k === 0
          ? exp(-mean)
          : 0,
    tails: (k) => (mean < smoothFrom ? summedTails(law, k, mean) : smoothTails(law, k)),
  };
  return law;
}

/** Adds up the smaller tail, away from the mode, until it grows no more. */
function summedTails(law: CountLaw, k: number, mean: number): Tails {
  let mass = law.mass(k, law.deviation(k));
  let sum = 0;
  if (k < mean) {
    for (let j = k; sum + mass !== sum; j--) {
      sum += mass;
      mass *= j / mean;
    }
    return fromLower(sum);
  }
  for (let j = k + 1; ; j++) {
    mass *= mean / j;
    if (sum + mass === sum) return fromUpper(sum);
    sum += mass;
  }
}
