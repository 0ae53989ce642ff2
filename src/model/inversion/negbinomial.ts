import { exp } from '../../math/exp.ts';
import { normalQuantile } from '../../math/normal-quantile.ts';
import { pow } from '../../math/pow.ts';
import { stirlingError } from '../../math/stirling-error.ts';
import { betaFraction } from './beta-fraction.ts';
import { type CountLaw, fromLower, fromUpper, type Tails } from './count-law.ts';
import { halfDeviance } from './deviance.ts';
import { searchQuantile } from './quantile-search.ts';
import { smoothTails } from './smooth-tails.ts';

/** How many probabilities are added up from 0 before the search takes over, below which mean and up to which uniform. */
const summedCounts = 64;
const sumBelow = 10;
const sumUpTo = 1 - 1e-9;
/** From this size and mean on the mass is smooth. */
const smoothFrom = 1e6;
const twoPi = 6.283185307179586;

/**
 * Returns the smallest whole k ≥ 0 with F(k) ≥ u, F being the negative binomial distribution function of the number of
 * failures before the size-th success: mass Γ(size + k)/(Γ(size)·k!)·p^size·(1 − p)^k. The inverse by one uniform, for u
 * in (0, 1), a real size > 0 and p in (0, 1]. It is right up to the rounding of F: 2·10⁻¹⁴, and of F itself where
 * F < 1/2.
 *
 * With a mean below 10 up to 64 probabilities are added up from 0; else the distribution function is searched, from a
 * guess by Wilson and Hilferty's cube-root transformation of the gamma distribution of the same three moments (1931,
 * PNAS 17, 684–688, DOI 10.1073/pnas.17.12.684).
 */
export function negativeBinomialQuantile(u: number, size: number, p: number): number {
  if (p >= 1) return 0;
  const q = 1 - p;
  const mean = (size * q) / p;
  const law = negativeBinomialCounts(size, p);
  if (mean < sumBelow && u <= sumUpTo) {
    let k = 0;
    let mass = pow(p, size);
    let sum = mass;
    while (sum < u && k < summedCounts) {
      mass *= (q * (size + k)) / (k + 1);
      k += 1;
      sum += mass;
    }
    if (sum >= u) return k;
  }
  const skewness = (1 + q) / Math.sqrt(size * q);
  const cubeRoot = Math.max(0, 1 + (skewness * (normalQuantile(u) - skewness / 6)) / 6);
  const guess = mean - 0.5 + (law.sd * 2 * (cubeRoot * cubeRoot * cubeRoot - 1)) / skewness;
  return searchQuantile(law, u, guess);
}

/**
 * Returns P(X ≤ k) of the negative binomial distribution (failures before the size-th success), for a whole k, a real
 * size > 0 and p in (0, 1]; relative error about 10⁻¹⁴.
 */
export function negativeBinomialCdf(k: number, size: number, p: number): number {
  if (k < 0) return 0;
  return p < 1 && k < Infinity ? negativeBinomialCounts(size, p).tails(k).lower : 1;
}

/** Returns the negative binomial distribution for a size > 0 and p in (0, 1), for the search. */
export function negativeBinomialCounts(size: number, p: number): CountLaw {
  const q = 1 - p;
  const mean = (size * q) / p;
  const law: CountLaw = {
    last: Infinity,
    sd: Math.sqrt(mean / p),
    deviation: (k) => k - mean,
    mass: (k, deviation) => negativeBinomialMass(k, size, p, q, p * deviation),
    tails: (k) => (Math.min(size, mean) < smoothFrom ? fractionTails(law, k, size, p) : smoothTails(law, k)),
  };
  return law;
}

/** By Loader's saddle-point form of the binomial; `deviation` is k − (size + k)·q. */
function negativeBinomialMass(k: number, size: number, p: number, q: number, deviation: number): number {
  if (k === 0) return pow(p, size);
  if (!(k > 0)) return 0;
  const n = size + k;
  const exponent =
    stirlingError(n) -
    stirlingError(size) -
    stirlingError(k) -
    halfDeviance(size, n * p, -deviation) -
    halfDeviance(k, n * q, deviation);
  return exp(exponent) * Math.sqrt(size / (twoPi * k * n));
}

/** P(X ≤ k) = I_p(size, k + 1), whose power factor is the mass at k times (size + k)·q. */
function fractionTails(law: CountLaw, k: number, size: number, p: number): Tails {
  const q = 1 - p;
  const deviation = law.deviation(k);
  const excess = p * (deviation + 1);
  const factor = law.mass(k, deviation) * (size + k) * q;
  return excess >= 0
    ? fromUpper(factor * betaFraction(k + 1, size, q, p, excess))
    : fromLower(factor * betaFraction(size, k + 1, p, q, -excess));
}
