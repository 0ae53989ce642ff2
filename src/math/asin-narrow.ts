/** Numerator and denominator of the rational approximation of (asin(x) − x)/x³ in x². */
const p0 = 0.16666666666666666;
const p1 = -0.3255658186224009;
const p2 = 0.20121253213486293;
const p3 = -0.04005553450067941;
const p4 = 0.0007915349942898145;
const p5 = 3.479331075960212e-5;
const q1 = -2.403394911734414;
const q2 = 2.0209457602335057;
const q3 = -0.6882839716054533;
const q4 = 0.07703815055590194;

/**
 * Returns the arcsine of x in radians, |x| ≤ 1/2, within 1 unit in the last place; odd, and the same bits everywhere.
 * Beyond 1/2 the approximation is not the arcsine, so a RangeError is thrown.
 *
 * Source: Sun fdlibm 5.3 (1993), `__ieee754_asin` in e_asin.c; the rational function is within 2⁻⁵⁸·⁷⁵ of
 * (asin(x) − x)/x³.
 */
export function asinNarrow(x: number): number {
  if (!(Math.abs(x) <= 0.5)) throw new RangeError(`asinNarrow is defined up to 1/2, not at ${x}`);
  const t = x * x;
  const numerator = t * (p0 + t * (p1 + t * (p2 + t * (p3 + t * (p4 + t * p5)))));
  const denominator = 1 + t * (q1 + t * (q2 + t * (q3 + t * q4)));
  return x + x * (numerator / denominator);
}
