import { log } from './log.ts';
import { stirlingError } from './stirling-error.ts';

/** Coefficients of a polynomial in d, the highest power first: log Γ(2 + d) / d for |d| ≤ 1/2, to 2^−61. */
const nearTwo = [
  6.379047507619774e-8, -1.3412819758517287e-7, 2.0304806751615227e-7, -4.303558760359961e-7,
  9.578663334114758e-7, -2.0449201467015115e-6, 4.374374916915131e-6, -9.438458716242811e-6,
  2.050726741605779e-5, -4.4926351103833334e-5, 9.945750909889392e-5, -2.2315475074520367e-4,
  5.096695248853096e-4, -0.0011927539120010226, 0.002890510330738737, -0.0073855510286681535,
  0.02058080842778457, -0.06735230105319814, 0.3224670334241132, 0.42278433509846713,
];

const halfLogTwoPi = 0.9189385332046728;

/**
 * Returns the logarithm of Γ(x) for x > 0, with an error below 6 ulp: Infinity at 0 and at Infinity, NaN below 0 and for
 * NaN. It keeps its digits about its zeros, 1 and 2. Made of + − × ÷ and the exponent's bits alone. No allocation.
 *
 * From 10 on by Stirling's series; below, the recurrence Γ(x + 1) = x·Γ(x) leads to [3/2, 5/2), where a polynomial of
 * degree 19 (Chebyshev interpolation of log Γ(2 + d)/d, made for this file) has its zero at 2 exactly.
 */
export function logGamma(x: number): number {
  if (!(x > 0 && x < Infinity)) return x === 0 || x === Infinity ? Infinity : NaN;
  if (x >= 10) return (x - 0.5) * (log(x) - 1) + (halfLogTwoPi - 0.5 + stirlingError(x));
  if (x < 0.5) return logGammaNearTwo(x) - log(x * (x + 1));
  if (x < 1.5) return logGammaNearTwo(x - 1) - log(x);
  let product = 1;
  let y = x;
  while (y >= 2.5) {
    y -= 1;
    product *= y;
  }
  return logGammaNearTwo(y - 2) + log(product);
}

/** Returns log Γ(2 + d) for |d| ≤ 1/2. */
function logGammaNearTwo(d: number): number {
  let sum = 0;
  for (const coefficient of nearTwo) sum = sum * d + coefficient;
  return sum * d;
}
