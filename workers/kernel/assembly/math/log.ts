import { spread } from './spread';

/**
 * The natural logarithm, two at a time, of positive normal numbers: the same operations as `src/math/log.ts`, so the same
 * bits; error below 0.9 units in the last place.
 */
const cValues: usize = memory.data<f64>([
  4503599627371519.0, 1.0, 0.5, 2.0, 0.15313837699209373, 0.22222198432149784, 0.3999999999940942,
  0.14798198605116586, 0.1818357216161805, 0.2857142874366239, 0.6666666666666735, 1.9082149292705877e-10,
  0.6931471803691238,
]);
const c: usize = memory.data(16 * 13, 16);
spread(cValues, 13, c);

/**
 * From the bits of √½ to those of 1, in the top word, which makes the exponent that of the balanced mantissa; the bits of
 * 2^52; the bits of 1.
 */
const bitsValues: usize = memory.data<i64>([
  <i64>(0x3ff00000 - 0x3fe6a09e) << 32, 0x4330000000000000, 0x3ff0000000000000,
]);
const bits: usize = memory.data(16 * 3, 16);
spread(bitsValues, 3, bits);

// @ts-ignore: decorator
@inline
export function log(x: v128): v128 {
  const exponent = i64x2.shr_u(i64x2.add(x, v128.load(0, bits)), 52);
  // The exponent as the last bits of 2^52 + exponent; less 2^52 + 1023 it is k.
  const k = f64x2.sub(v128.or(exponent, v128.load(0, bits + 16)), v128.load(0, c + 0));
  const mantissa = i64x2.sub(i64x2.add(x, v128.load(0, bits + 32)), i64x2.shl(exponent, 52));
  const f = f64x2.sub(mantissa, v128.load(0, c + 16));
  const halfSquare = f64x2.mul(f64x2.mul(v128.load(0, c + 32), f), f);
  const s = f64x2.div(f, f64x2.add(v128.load(0, c + 48), f));
  const z = f64x2.mul(s, s);
  const w = f64x2.mul(z, z);
  let odd = f64x2.add(v128.load(0, c + 80), f64x2.mul(w, v128.load(0, c + 64)));
  odd = f64x2.mul(w, f64x2.add(v128.load(0, c + 96), f64x2.mul(w, odd)));
  let even = f64x2.add(v128.load(0, c + 128), f64x2.mul(w, v128.load(0, c + 112)));
  even = f64x2.add(v128.load(0, c + 144), f64x2.mul(w, even));
  even = f64x2.mul(z, f64x2.add(v128.load(0, c + 160), f64x2.mul(w, even)));
  const rational = f64x2.mul(s, f64x2.add(halfSquare, f64x2.add(odd, even)));
  const low = f64x2.sub(f64x2.add(rational, f64x2.mul(k, v128.load(0, c + 176))), halfSquare);
  return f64x2.add(f64x2.add(low, f), f64x2.mul(k, v128.load(0, c + 192)));
}
