import { spread } from '../math/spread';
import * as at from '../../layout';
import { row } from '../../layout';
import * as block from '../block';
import { exactPoisson } from '../exact';
import { exp } from '../math/exp';
import * as state from '../state';

/**
 * The inverse of the Poisson distribution function: the same answers as `src/model/inversion/poisson.ts`, whose constants
 * these are. Giles's normal asymptotic expansion (2016) is asked for every replication; what it leaves open is noted
 * first, as no branch could foresee it, and then added up from 0, two at a time.
 */
const cValues: usize = memory.data<f64>([
  4.0, -1.0 / 36.0, 1.0 / 72.0, -8.0 / 405.0, 7.0 / 810.0, 1.0 / 270.0, 1.0 / 3.0, 1.0 / 6.0, 0.125, 0.032, 4e-15, 16.0,
  1.0,
]);
const c: usize = memory.data(16 * 13, 16);
spread(cValues, 13, c);
/** Above this uniform, or from this mean on, a sum from 0 is too rough, or too long. */
const sumUpTo: f64 = 1 - 1e-9;
const sumBelow: f64 = 100;

/** The lanes whose count is still open, and room for one more. */
const open: usize = memory.data(4 * (at.blockLanes + 2), 16);

/** Writes the counts of a period's intensities (`state.intensity`) to `state.newOrders`. */
export function countOrders(t: i32): void {
  const lanes = expand(block.orderNormals + <usize>t * row);
  const uniforms = block.orderUniforms + <usize>t * row;
  for (let i = 0; i < lanes; i += 2) {
    const first = <usize>load<u32>(open + 4 * i);
    const second = i + 1 < lanes ? <usize>load<u32>(open + 4 * i, 4) : first;
    sum(uniforms, first, second);
  }
}

/** Asks the expansion, given the normal quantiles of the uniforms; returns how many lanes it leaves open. */
function expand(normals: usize): i32 {
  const zero = f64x2.splat(0);
  const end = block.end;
  let lanes = 0;
  for (let lane: usize = 0; lane < end; lane += 16, normals += 16) {
    const mean = v128.load(lane, state.intensity);
    const w = v128.load(normals);
    const one = v128.load(0, c + 192);
    const root = f64x2.sqrt(mean);
    const r = f64x2.div(one, root);
    const square = f64x2.mul(w, w);
    const slope = f64x2.sub(v128.load(0, c + 16), f64x2.mul(square, v128.load(0, c + 32)));
    const second = f64x2.mul(w, slope);
    const inner = f64x2.add(v128.load(0, c + 64), f64x2.mul(square, v128.load(0, c + 80)));
    const third = f64x2.add(v128.load(0, c + 48), f64x2.mul(square, inner));
    const whole = f64x2.floor(mean);
    const skew = f64x2.add(v128.load(0, c + 96), f64x2.mul(square, v128.load(0, c + 112)));
    const more = f64x2.mul(r, f64x2.add(second, f64x2.mul(r, third)));
    const shift = f64x2.add(f64x2.add(f64x2.add(f64x2.mul(root, w), skew), more), f64x2.sub(mean, whole));
    const floor = f64x2.floor(shift);
    const fraction = f64x2.sub(shift, floor);
    const fifth = f64x2.mul(f64x2.mul(f64x2.mul(v128.load(0, c + 128), f64x2.abs(w)), square), square);
    const cubed = f64x2.mul(f64x2.mul(f64x2.mul(v128.load(0, c + 144), f64x2.add(one, fifth)), r), r);
    const rounding = f64x2.mul(v128.load(0, c + 160), f64x2.abs(shift));
    const bound = f64x2.add(f64x2.mul(cubed, r), rounding);
    const isInside = v128.and(f64x2.gt(fraction, bound), f64x2.lt(fraction, f64x2.sub(one, bound)));
    const isLarge = f64x2.ge(mean, v128.load(0, c));
    const isClear = v128.and(v128.and(isLarge, isInside), f64x2.lt(square, v128.load(0, c + 176)));
    v128.store(lane, v128.and(f64x2.add(whole, floor), isClear), state.newOrders);
    const isOpen = i64x2.bitmask(v128.andnot(f64x2.gt(mean, zero), isClear));
    store<u32>(open + 4 * lanes, lane);
    lanes += isOpen & 1;
    store<u32>(open + 4 * lanes, lane + 8);
    lanes += isOpen >>> 1;
  }
  return lanes;
}

/** Adds up the probabilities of two replications, which may be the same. */
function sum(uniforms: usize, first: usize, second: usize): void {
  const u = f64x2(load<f64>(uniforms + first), load<f64>(uniforms + second));
  const mean = f64x2(load<f64>(first, state.intensity), load<f64>(second, state.intensity));
  const isRough = v128.or(f64x2.gt(u, f64x2.splat(sumUpTo)), f64x2.ge(mean, f64x2.splat(sumBelow)));
  // Where the sum is no good, a uniform of 0 ends it at once.
  const wanted = v128.andnot(u, isRough);
  const one = v128.load(0, c + 192);
  let mass = exp(f64x2.neg(mean));
  let sum = mass;
  let k = f64x2.splat(0);
  let j = one;
  let isBelow = f64x2.lt(sum, wanted);
  while (i64x2.bitmask(isBelow) !== 0) {
    mass = f64x2.mul(mass, f64x2.div(mean, j));
    k = f64x2.add(k, v128.and(isBelow, one));
    sum = f64x2.add(sum, v128.and(isBelow, mass));
    j = f64x2.add(j, one);
    isBelow = f64x2.lt(sum, wanted);
  }
  store<f64>(first, f64x2.extract_lane(k, 0), state.newOrders);
  store<f64>(second, f64x2.extract_lane(k, 1), state.newOrders);
  const rough = i64x2.bitmask(isRough);
  if (rough & 1) store<f64>(first, exact(uniforms, first), state.newOrders);
  if (rough & 2) store<f64>(second, exact(uniforms, second), state.newOrders);
}

function exact(uniforms: usize, lane: usize): f64 {
  return exactPoisson(load<f64>(uniforms + lane), load<f64>(lane, state.intensity));
}
