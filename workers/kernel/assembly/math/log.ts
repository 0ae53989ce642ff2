import { origin } from './origin';

/**
 * The natural logarithm, two at a time, of positive normal numbers: the same operations as `src/math/log.ts`, so the same
 * bits; error below 0.9 units in the last place.
 */
const c: usize = memory.data<f64>([
  4503599627371519.0, 1.0, 0.5, 2.0, 0.15313837699209373, 0.22222198432149784, 0.3999999999940942,
  0.14798198605116586, 0.1818357216161805, 0.2857142874366239, 0.6666666666666735, 1.9082149292705877e-10,
  0.6931471803691238,
]);

/** From the bits of √½ to those of 1, in the top word: what makes the exponent that of the balanced mantissa. */
const balance: i64 = <i64>(0x3ff00000 - 0x3fe6a09e) << 32;

// @ts-ignore: decorator
@inline
export function log(x: v128): v128 {
  const exponent = i64x2.shr_u(i64x2.add(x, i64x2.splat(balance)), 52);
  // The exponent as the last bits of 2^52 + exponent; less 2^52 + 1023 it is k.
  const k = f64x2.sub(v128.or(exponent, i64x2.splat(0x4330000000000000)), v128.load64_splat(origin, c + 0));
  const mantissa = i64x2.sub(x, i64x2.shl(i64x2.sub(exponent, i64x2.splat(1023)), 52));
  const f = f64x2.sub(mantissa, v128.load64_splat(origin, c + 8));
  const halfSquare = f64x2.mul(f64x2.mul(v128.load64_splat(origin, c + 16), f), f);
  const s = f64x2.div(f, f64x2.add(v128.load64_splat(origin, c + 24), f));
  const z = f64x2.mul(s, s);
  const w = f64x2.mul(z, z);
  let odd = f64x2.add(v128.load64_splat(origin, c + 40), f64x2.mul(w, v128.load64_splat(origin, c + 32)));
  odd = f64x2.mul(w, f64x2.add(v128.load64_splat(origin, c + 48), f64x2.mul(w, odd)));
  let even = f64x2.add(v128.load64_splat(origin, c + 64), f64x2.mul(w, v128.load64_splat(origin, c + 56)));
  even = f64x2.add(v128.load64_splat(origin, c + 72), f64x2.mul(w, even));
  even = f64x2.mul(z, f64x2.add(v128.load64_splat(origin, c + 80), f64x2.mul(w, even)));
  const rational = f64x2.mul(s, f64x2.add(halfSquare, f64x2.add(odd, even)));
  const low = f64x2.sub(f64x2.add(rational, f64x2.mul(k, v128.load64_splat(origin, c + 88))), halfSquare);
  return f64x2.add(f64x2.add(low, f), f64x2.mul(k, v128.load64_splat(origin, c + 96)));
}
