import { exp } from '../../math/exp.ts';
import { log1p } from '../../math/log1p.ts';
import { pow } from '../../math/pow.ts';
import { stirlingError } from '../../math/stirling-error.ts';
import { halfDeviance } from './deviance.ts';

const twoPi = 6.283185307179586;

/**
 * Returns n!/(x!·(n − x)!)·p^x·q^(n−x), factorials being continued by Γ, for real 0 ≤ x ≤ n, p in (0, 1), q = 1 − p and
 * `deviation` = x − n·p (given apart, to more digits). Relative error about 10⁻¹⁵ times 1 + |log of the result|.
 *
 * Source: Loader (2000), Fast and accurate computation of binomial probabilities, equation 3 (his dbinom_raw).
 */
export function binomialMass(x: number, n: number, p: number, q: number, deviation: number): number {
  const rest = n - x;
  if (x === 0) return noSuccess(n, p);
  if (rest === 0) return pow(p, n);
  if (!(x > 0 && rest > 0)) return 0;
  const exponent =
    stirlingError(n) -
    stirlingError(x) -
    stirlingError(rest) -
    halfDeviance(x, n * p, deviation) -
    halfDeviance(rest, n * q, -deviation);
  return exp(exponent) * Math.sqrt(n / (twoPi * x * rest));
}

/** Returns (1 − p)^n for p in [0, 1); 1 − p itself would lose digits of a small p. */
export function noSuccess(n: number, p: number): number {
  return p <= 0.5 ? exp(n * log1p(-p)) : pow(1 - p, n);
}
