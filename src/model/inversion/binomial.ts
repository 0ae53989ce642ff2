import { normalQuantile } from '../../math/normal-quantile.ts';
import { productError } from '../../math/product-error.ts';
import { betaFraction } from './beta-fraction.ts';
import { binomialMass, noSuccess } from './binomial-mass.ts';
import { type CountLaw, fromLower, fromUpper, type Tails } from './count-law.ts';
import { searchQuantile } from './quantile-search.ts';
import { smoothTails } from './smooth-tails.ts';

/** Below this mean, or up to this n, the probabilities are added up from 0. */
const sumBelow = 10;
const sumUpToN = 40;
/** Above this uniform a sum from 0 is too rough. */
const sumUpTo = 1 - 1e-9;
/** From this variance on the expansion may decide. */
const expandFrom = 25;
/** Beyond this n doubles are too far apart for whole numbers to be told from each other. */
const greatestExact = 1e15;
/** From this variance on the mass is smooth. */
const smoothFrom = 1e6;

/**
 * Returns the smallest whole k with F(k) ≥ u, F being the binomial distribution function: the inverse by one uniform, for
 * u in (0, 1), a whole n from 0 to 10¹⁵ and p in [0, 1]. It is right up to the rounding of F: 2·10⁻¹⁴, and of F itself where
 * F < 1/2.
 *
 * With a mean below 10, or n ≤ 40, the probabilities are added up from 0. With a variance of 25 or more the Cornish–Fisher
 * expansion decides, unless it is within its error bound of a whole number (less than 0.3% of all draws) or |w| ≥ 4, w
 * being the normal score of u. Else the distribution function does.
 */
export function binomialQuantile(u: number, n: number, p: number): number {
  if (!(n > 0 && p > 0)) return 0;
  if (p >= 1) return n;
  if ((n * p < sumBelow || n <= sumUpToN) && u <= sumUpTo) return summedQuantile(u, n, p);
  if (n > greatestExact) return Math.floor(n * p + Math.sqrt(n * p * (1 - p)) * normalQuantile(u));
  return expandedQuantile(u, n, p);
}

function summedQuantile(u: number, n: number, p: number): number {
  const odds = p / (1 - p);
  let k = 0;
  let mass = noSuccess(n, p);
  let sum = mass;
  while (sum < u && k < n) {
    mass *= (odds * (n - k)) / (k + 1);
    k += 1;
    sum += mass;
  }
  return k;
}

/**
 * The cumulants are those of the smooth distribution that agrees with F at every k + 1/2: Sheppard's corrections, −1/12
 * in the variance and +1/120 in the fourth. Source of the expansion: Cornish & Fisher (1938), Revue de l'Institut
 * International de Statistique 5, 307–320, DOI 10.2307/1400905.
 */
function expandedQuantile(u: number, n: number, p: number): number {
  const w = normalQuantile(u);
  const square = w * w;
  const q = 1 - p;
  const mean = n * p;
  const variance = mean * q;
  const adjusted = Math.max(variance - 1 / 12, 0.5 * variance);
  const root = Math.sqrt(adjusted);
  const skewness = (variance * (q - p)) / (adjusted * root);
  const kurtosis = (variance * (1 - 6 * p * q) + 1 / 120) / (adjusted * adjusted);
  const score =
    w +
    (skewness * (square - 1)) / 6 +
    (w * (kurtosis * (square - 3) * 1.5 - skewness * skewness * (2 * square - 5))) / 36;
  // The whole part of the mean is kept apart, so that a great mean does not drown the fraction.
  const whole = Math.floor(mean);
  const shift = root * score + (0.5 + (mean - whole) + productError(n, p));
  const floor = Math.floor(shift);
  const fraction = shift - floor;
  // Fitted to the exact inverse for variances ≥ 25 and |w| ≤ 4, with a margin of a quarter; a test checks it.
  const bound = (0.012 * (1 + 0.5 * square * square)) / variance + 4e-15 * Math.abs(shift);
  if (variance >= expandFrom && square < 16 && fraction > bound && fraction < 1 - bound) return whole + floor;
  return searchQuantile(binomialCounts(n, p), u, whole + floor);
}

/** Returns P(X ≤ k) of the binomial distribution, for a whole k, a whole n and p in [0, 1]; relative error about 10⁻¹⁴. */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  if (k >= n || p <= 0) return 1;
  return p < 1 ? binomialCounts(n, p).tails(k).lower : 0;
}

/** Returns the binomial distribution for n ≥ 1 and p in (0, 1), for the search. */
export function binomialCounts(n: number, p: number): CountLaw {
  const q = 1 - p;
  const mean = n * p;
  const meanRest = productError(n, p);
  const variance = mean * q;
  const law: CountLaw = {
    last: n,
    sd: Math.sqrt(variance),
    deviation: (k) => k - mean - meanRest,
    mass: (k, deviation) => binomialMass(k, n, p, q, deviation),
    tails: (k) => {
      if (k >= n) return fromUpper(0);
      return variance < smoothFrom ? fractionTails(law, k, n, p) : smoothTails(law, k);
    },
  };
  return law;
}

/** P(X > k) = I_p(k + 1, n − k), whose power factor is the mass at k times (n − k)·p. */
function fractionTails(law: CountLaw, k: number, n: number, p: number): Tails {
  const q = 1 - p;
  const deviation = law.deviation(k);
  const excess = deviation + q;
  const factor = law.mass(k, deviation) * (n - k);
  return excess >= 0
    ? fromUpper(factor * p * betaFraction(k + 1, n - k, p, q, excess))
    : fromLower(factor * p * betaFraction(n - k, k + 1, q, p, -excess));
}
