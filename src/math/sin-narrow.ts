/** Coefficients of x³, x⁵, … x¹³ in the minimax polynomial. */
const s1 = -0.16666666666666632;
const s2 = 0.00833333333332249;
const s3 = -0.0001984126982985795;
const s4 = 2.7557313707070068e-6;
const s5 = -2.5050760253406863e-8;
const s6 = 1.58969099521155e-10;

/**
 * Returns the sine of x in radians, |x| ≤ π/4, within 1 unit in the last place; odd, and the same bits everywhere.
 * Beyond π/4 the polynomial is not the sine, so a RangeError is thrown.
 *
 * Source: Sun fdlibm 5.3 (1993), `__kernel_sin` in k_sin.c; the polynomial is within 2⁻⁵⁸ of sin(x)/x.
 */
export function sinNarrow(x: number): number {
  if (!(Math.abs(x) <= 0.7853981633974484))
    throw new RangeError(`sinNarrow is defined up to π/4, not at ${x}`);
  const z = x * x;
  return x + x * z * (s1 + z * (s2 + z * (s3 + z * (s4 + z * (s5 + z * s6)))));
}
