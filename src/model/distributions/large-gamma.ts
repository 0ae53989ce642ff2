import { exp } from '../../math/exp.ts';
import { stirlingError } from '../../math/stirling-error.ts';
import { halfDeviance } from '../inversion/deviance.ts';

const twoPi = 6.283185307179586;

/**
 * Returns the regularised incomplete gamma function P(a, x), or Q(a, x) = 1 − P(a, x) with `upper`, for a large x (1,000
 * or more) or a large a, where it takes some 8·√a steps; relative error about 1e-12 of the smaller of the two.
 *
 * Source: Press et al. (2007), Numerical Recipes, section 6.2: the series for P below x = a + 1 and Legendre's continued
 * fraction for Q above, with Loader's prefactor, which does not cancel.
 */
export function largeIncompleteGamma(x: number, a: number, upper: boolean): number {
  if (x <= 0) return upper ? 1 : 0;
  if (x === Infinity) return upper ? 0 : 1;
  const mass = exp(-halfDeviance(a, x, a - x) - stirlingError(a)) / Math.sqrt(twoPi * a);
  const isLower = x < a + 1;
  const tail = isLower ? mass * lowerSeries(x, a) : mass * a * upperFraction(x, a);
  return isLower === upper ? 1 - tail : tail;
}

function lowerSeries(x: number, a: number): number {
  let term = 1;
  let sum = 0;
  for (let n = 1; sum + term !== sum; n += 1) {
    sum += term;
    term *= x / (a + n);
  }
  return sum;
}

/** 1/(x + 1 − a − (1 − a)/(x + 3 − a − 2(2 − a)/(x + 5 − a − …))), by Lentz's method. */
function upperFraction(x: number, a: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 1e6; n += 1) {
    const numerator = n * (a - n);
    b += 2;
    d = 1 / (b + numerator * d);
    c = b + numerator / c;
    const factor = c * d;
    fraction *= factor;
    if (Math.abs(factor - 1) < 1e-15) break;
  }
  return fraction;
}
