import { scanned } from './scan';
import { addDouble, addWhole, normalise } from './superaccumulator';

/** A value is three signed digits of 24 bits below the greatest's first bit. */
const digitBits: i32 = 24;
/** Products of digits are below 2^46, so that 2^6 of them in a lane are exact. */
const pairsBetweenFlushes: usize = 64;

/** The sums of products of digits, in units of the products of their digits' units. */
let aa: i64 = 0;
let ab: i64 = 0;
let bb: i64 = 0;
let ac: i64 = 0;
let bc: i64 = 0;
let cc: i64 = 0;

/**
 * Sums values and their squares exactly: each value is cut into three digits on a grid that all of them share, so sums of
 * digits and of their products are whole numbers that fit a double, until they are put away. A value so small that it
 * does not fit the grid is added by itself. Returns false, with nothing of use done, where a square may leave the range.
 *
 * Source: S. M. Rump, T. Ogita & S. Oishi, Accurate floating-point summation part I (2008), algorithm 3.2 (extraction),
 * DOI 10.1137/050645671.
 */
export function sumDigits(values: usize, count: i32, sum: usize, squares: usize): bool {
  const size = max(abs(scanned.least), abs(scanned.greatest));
  // |x| < 2^exponent
  const exponent = <i32>(reinterpret<u64>(size) >> 52) - 1022;
  if (exponent < -250 || exponent > 400) return false;
  const firstUnit = exponent - digitBits + 1;
  const secondUnit = firstUnit - digitBits;
  const thirdUnit = secondUnit - digitBits;
  const first = f64x2.splat(1.5 * twoTo(52 + firstUnit));
  const second = f64x2.splat(1.5 * twoTo(52 + secondUnit));
  const fits = f64x2.splat(twoTo(thirdUnit + 52));
  const size0 = f64x2.splat(0);
  aa = 0;
  ab = 0;
  bb = 0;
  ac = 0;
  bc = 0;
  cc = 0;
  let as_ = f64x2.splat(0);
  let bs = f64x2.splat(0);
  let cs = f64x2.splat(0);
  const end = values + (<usize>(count & ~1) << 3);
  let at = values;
  while (at < end) {
    const stop = min(end, at + 16 * pairsBetweenFlushes);
    let aas = size0;
    let abs_ = size0;
    let bbs = size0;
    let acs = size0;
    let bcs = size0;
    let ccs = size0;
    for (; at < stop; at += 16) {
      let x = v128.load(at);
      const fit = f64x2.ge(f64x2.abs(x), fits);
      if (!i64x2.all_true(fit)) {
        if (!addSmall(f64x2.extract_lane(v128.andnot(x, fit), 0), sum, squares)) return false;
        if (!addSmall(f64x2.extract_lane(v128.andnot(x, fit), 1), sum, squares)) return false;
        x = v128.and(x, fit);
      }
      const a = f64x2.sub(f64x2.add(x, first), first);
      x = f64x2.sub(x, a);
      const b = f64x2.sub(f64x2.add(x, second), second);
      const c = f64x2.sub(x, b);
      as_ = f64x2.add(as_, a);
      bs = f64x2.add(bs, b);
      cs = f64x2.add(cs, c);
      aas = f64x2.add(aas, f64x2.mul(a, a));
      abs_ = f64x2.add(abs_, f64x2.mul(a, b));
      bbs = f64x2.add(bbs, f64x2.mul(b, b));
      acs = f64x2.add(acs, f64x2.mul(a, c));
      bcs = f64x2.add(bcs, f64x2.mul(b, c));
      ccs = f64x2.add(ccs, f64x2.mul(c, c));
    }
    aa += whole(aas, -2 * firstUnit);
    ab += whole(abs_, -firstUnit - secondUnit);
    bb += whole(bbs, -2 * secondUnit);
    ac += whole(acs, -firstUnit - thirdUnit);
    bc += whole(bcs, -secondUnit - thirdUnit);
    cc += whole(ccs, -2 * thirdUnit);
  }
  if (count & 1 && !addSmall(load<f64>(at), sum, squares)) return false;
  addWhole(sum, whole(as_, -firstUnit), firstUnit);
  addWhole(sum, whole(bs, -secondUnit), secondUnit);
  addWhole(sum, whole(cs, -thirdUnit), thirdUnit);
  normalise(sum);
  addWhole(squares, aa, 2 * firstUnit);
  addWhole(squares, ab, firstUnit + secondUnit + 1);
  addWhole(squares, bb, 2 * secondUnit);
  addWhole(squares, ac, firstUnit + thirdUnit + 1);
  addWhole(squares, bc, secondUnit + thirdUnit + 1);
  addWhole(squares, cc, 2 * thirdUnit);
  normalise(squares);
  return true;
}

/** Adds one value and its square. */
function addSmall(value: f64, sum: usize, squares: usize): bool {
  if (value === 0) return true;
  const size = abs(value);
  if (size < twoTo(-400)) return false;
  addDouble(sum, value);
  const exponent = <i32>(reinterpret<u64>(size) >> 52) - 1075;
  const mantissa = <i64>(reinterpret<u64>(size) & 0xfffffffffffff) | 0x10000000000000;
  const upper = mantissa >> 27;
  const lower = mantissa & 0x7ffffff;
  addWhole(squares, upper * upper, 2 * exponent + 54);
  addWhole(squares, upper * lower, 2 * exponent + 28);
  addWhole(squares, lower * lower, 2 * exponent);
  return true;
}

/** Returns both lanes together, as a whole number of their unit. */
// @ts-ignore: decorator
@inline
function whole(sums: v128, scale: i32): i64 {
  const power = twoTo(scale);
  return <i64>(f64x2.extract_lane(sums, 0) * power) + <i64>(f64x2.extract_lane(sums, 1) * power);
}

// @ts-ignore: decorator
@inline
function twoTo(exponent: i32): f64 {
  return reinterpret<f64>(<u64>(exponent + 1023) << 52);
}
