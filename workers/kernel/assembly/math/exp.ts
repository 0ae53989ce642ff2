import { spread } from './spread';

/**
 * The exponential, two at a time: the same operations as `src/math/exp.ts` and `expm1.ts`, so the same bits; errors below
 * 0.9 and 1.3 units in the last place.
 *
 * Constants stand in memory, see spread.ts.
 */
const cValues: usize = memory.data<f64>([
  1.4426950408889634, 0.6931471803691238, 1.9082149292705877e-10, 0.16666666666666602, -0.0027777777777015593,
  6.613756321437934e-5, -1.6533902205465252e-6, 4.1381367970572385e-8, 6755399441056767.0, 0.5, 1.0, 2.0, 700.0,
]);
const c: usize = memory.data(16 * 13, 16);
spread(cValues, 13, c);

/** Returns 2^k for a whole k from −1022 to 1023: k + 1023 lands in the low bits of a sum, and from there in the exponent. */
// @ts-ignore: decorator
@inline
function powersOfTwo(k: v128): v128 {
  return i64x2.shl(f64x2.add(k, v128.load(0, c + 128)), 52);
}

/** Returns e^x. */
// @ts-ignore: decorator
@inline
export function exp(x: v128): v128 {
  if (i64x2.bitmask(f64x2.le(f64x2.abs(x), v128.load(0, c + 192))) !== 3) return expOfUnusual(x);
  const k = f64x2.floor(f64x2.add(f64x2.mul(x, v128.load(0, c + 0)), v128.load(0, c + 144)));
  // Within ±700 the result is normal, so one product by 2^k rounds as two by its halves do: not at all.
  return f64x2.mul(expOfRest(x, k), powersOfTwo(k));
}

/** Returns e^(x − k·ln 2). */
// @ts-ignore: decorator
@inline
function expOfRest(x: v128, k: v128): v128 {
  const rHigh = f64x2.sub(x, f64x2.mul(k, v128.load(0, c + 16)));
  const rLow = f64x2.mul(k, v128.load(0, c + 32));
  const r = f64x2.sub(rHigh, rLow);
  const z = f64x2.mul(r, r);
  let p = f64x2.add(v128.load(0, c + 96), f64x2.mul(z, v128.load(0, c + 112)));
  p = f64x2.add(v128.load(0, c + 80), f64x2.mul(z, p));
  p = f64x2.add(v128.load(0, c + 64), f64x2.mul(z, p));
  p = f64x2.add(v128.load(0, c + 48), f64x2.mul(z, p));
  const s = f64x2.sub(r, f64x2.mul(z, p));
  const q = f64x2.div(f64x2.mul(r, s), f64x2.sub(v128.load(0, c + 176), s));
  return f64x2.sub(v128.load(0, c + 160), f64x2.sub(f64x2.sub(rLow, q), rHigh));
}

function expOfUnusual(x: v128): v128 {
  const first = expOf(f64x2.extract_lane(x, 0));
  return f64x2.replace_lane(f64x2.splat(first), 1, expOf(f64x2.extract_lane(x, 1)));
}

/** Returns e^x for any x. */
export function expOf(x: f64): f64 {
  if (x > 709.782712893384) return Infinity;
  if (!(x >= -745.1332191019412)) return isNaN(x) ? x : 0;
  const k = Math.floor(x * 1.4426950408889634 + 0.5);
  const y = f64x2.extract_lane(expOfRest(f64x2.splat(x), f64x2.splat(k)), 0);
  const half = Math.floor(k * 0.5);
  return y * powerOfTwo(half) * powerOfTwo(k - half);
}

// @ts-ignore: decorator
@inline
function powerOfTwo(k: f64): f64 {
  return reinterpret<f64>((<i64>k + 1023) << 52);
}

/** Returns e^x − 1 without loss where x is small, for 0 < x < 700. */
export function expm1Of(x: f64): f64 {
  const k = Math.floor(x * 1.4426950408889634 + 0.5);
  const rHigh = x - k * 0.6931471803691238;
  const rLow = k * 1.9082149292705877e-10;
  const r = rHigh - rLow;
  const lost = rHigh - r - rLow;
  const halfR = 0.5 * r;
  const z = r * halfR;
  const q =
    1 +
    z *
      (-0.03333333333333313 +
        z *
          (0.0015873015872548146 +
            z * (-7.93650757867488e-5 + z * (4.008217827329362e-6 + z * -2.0109921818362437e-7))));
  const t = 3 - q * halfR;
  const e = z * ((q - t) / (6 - r * t));
  const small = r - (r * (e - lost) - lost - z);
  const half = Math.floor(k * 0.5);
  return (1 - powerOfTwo(-k) + small) * powerOfTwo(half) * powerOfTwo(k - half);
}
