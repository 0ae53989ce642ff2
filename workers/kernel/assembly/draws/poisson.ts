import { exactPoisson } from '../exact';
import { exp, expOf } from '../math/exp';

/**
 * The inverse of the Poisson distribution function, two at a time; the same answers as `src/model/inversion/poisson.ts`,
 * whose constants these are.
 */
const c: usize = memory.data<f64>([
  4.0, -1.0 / 36.0, 1.0 / 72.0, -8.0 / 405.0, 7.0 / 810.0, 1.0 / 270.0, 1.0 / 3.0, 1.0 / 6.0, 0.125, 0.032, 4e-15, 16.0,
  1.0,
]);
const sumUpTo: f64 = 1 - 1e-9;

/** Returns the smallest k with F(k) ≥ u for the given means, w being the normal quantile of u. */
// @ts-ignore: decorator
@inline
export function poissonQuantile(u: v128, w: v128, mean: v128): v128 {
  const isLarge = f64x2.ge(mean, v128.load64_splat(c, 0));
  let k = f64x2.splat(0);
  if (v128.any_true(isLarge)) k = v128.and(isLarge, expandedQuantile(u, w, mean, isLarge));
  if (!i64x2.all_true(isLarge)) k = v128.or(k, v128.andnot(summedQuantile(u, mean, isLarge), isLarge));
  return k;
}

/** Giles's normal asymptotic expansion (2016); what it leaves open is asked one at a time. */
// @ts-ignore: decorator
@inline
function expandedQuantile(u: v128, w: v128, mean: v128, isLarge: v128): v128 {
  const one = v128.load64_splat(c, 96);
  const root = f64x2.sqrt(mean);
  const r = f64x2.div(one, root);
  const square = f64x2.mul(w, w);
  const second = f64x2.mul(w, f64x2.sub(v128.load64_splat(c, 8), f64x2.mul(square, v128.load64_splat(c, 16))));
  const inner = f64x2.add(v128.load64_splat(c, 32), f64x2.mul(square, v128.load64_splat(c, 40)));
  const third = f64x2.add(v128.load64_splat(c, 24), f64x2.mul(square, inner));
  const whole = f64x2.floor(mean);
  const skew = f64x2.add(v128.load64_splat(c, 48), f64x2.mul(square, v128.load64_splat(c, 56)));
  const more = f64x2.mul(r, f64x2.add(second, f64x2.mul(r, third)));
  const shift = f64x2.add(f64x2.add(f64x2.add(f64x2.mul(root, w), skew), more), f64x2.sub(mean, whole));
  const floor = f64x2.floor(shift);
  const fraction = f64x2.sub(shift, floor);
  const fifth = f64x2.mul(f64x2.mul(f64x2.mul(v128.load64_splat(c, 64), f64x2.abs(w)), square), square);
  const cubed = f64x2.mul(f64x2.mul(f64x2.mul(v128.load64_splat(c, 72), f64x2.add(one, fifth)), r), r);
  const bound = f64x2.add(f64x2.mul(cubed, r), f64x2.mul(v128.load64_splat(c, 80), f64x2.abs(shift)));
  const isClear = v128.and(
    v128.and(f64x2.gt(fraction, bound), f64x2.lt(fraction, f64x2.sub(one, bound))),
    f64x2.lt(square, v128.load64_splat(c, 88)),
  );
  const k = f64x2.add(whole, floor);
  const open = i64x2.bitmask(v128.andnot(isLarge, isClear));
  return open === 0 ? k : decideOpen(k, u, mean, open);
}

function decideOpen(k: v128, u: v128, mean: v128, open: i32): v128 {
  if (open & 1) k = f64x2.replace_lane(k, 0, decideOne(f64x2.extract_lane(u, 0), f64x2.extract_lane(mean, 0)));
  if (open & 2) k = f64x2.replace_lane(k, 1, decideOne(f64x2.extract_lane(u, 1), f64x2.extract_lane(mean, 1)));
  return k;
}

/** Below a mean of 100 the probabilities are added up from 0. */
function decideOne(u: f64, mean: f64): f64 {
  if (!(mean < 100 && u <= sumUpTo)) return exactPoisson(u, mean);
  let k: f64 = 0;
  let mass = expOf(-mean);
  let sum = mass;
  while (sum < u) {
    k += 1;
    mass *= mean / k;
    sum += mass;
  }
  return k;
}

/** The probabilities added up from 0, for means below 4; `isDone` are the lanes that ask for nothing. */
function summedQuantile(u: v128, mean: v128, isDone: v128): v128 {
  // A uniform of 0 is reached at once.
  const wanted = v128.and(v128.andnot(u, isDone), f64x2.gt(mean, f64x2.splat(0)));
  const one = v128.load64_splat(c, 96);
  if (v128.any_true(f64x2.gt(wanted, f64x2.splat(sumUpTo)))) return sumRough(wanted, mean);
  let mass = exp(f64x2.neg(mean));
  let sum = mass;
  let k = f64x2.splat(0);
  let j = one;
  let isBelow = f64x2.lt(sum, wanted);
  while (v128.any_true(isBelow)) {
    mass = f64x2.mul(mass, f64x2.div(mean, j));
    k = f64x2.add(k, v128.and(isBelow, one));
    sum = f64x2.add(sum, v128.and(isBelow, mass));
    j = f64x2.add(j, one);
    isBelow = f64x2.lt(sum, wanted);
  }
  return k;
}

/** Where a sum from 0 is too rough for a uniform next to 1. */
function sumRough(u: v128, mean: v128): v128 {
  const u0 = f64x2.extract_lane(u, 0);
  const u1 = f64x2.extract_lane(u, 1);
  const first = u0 > 0 ? exactPoisson(u0, f64x2.extract_lane(mean, 0)) : 0;
  const second = u1 > 0 ? exactPoisson(u1, f64x2.extract_lane(mean, 1)) : 0;
  return f64x2(first, second);
}
