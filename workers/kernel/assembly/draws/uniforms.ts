import { row } from '../../layout';
import { nearlyOne, one } from '../math/constants';

/**
 * The uniforms of a block of replications: Philox4x32-10 (Salmon et al. 2011), eight replications at a time, since one
 * round has to wait for the one before. The same bits as `src/random/stream.ts`.
 */
const keys: usize = memory.data(320, 16);

/** The two multipliers, in all lanes. */
const multipliers: usize = memory.data<u32>(
  [0xd2511f53, 0xd2511f53, 0xd2511f53, 0xd2511f53, 0xcd9e8d57, 0xcd9e8d57, 0xcd9e8d57, 0xcd9e8d57],
  16,
);

/** Prepares the ten round keys. */
export function setKey(low: i32, high: i32): void {
  for (let round: usize = 0; round < 320; round += 32) {
    v128.store(keys + round, i32x4.splat(low));
    v128.store(keys + round, i32x4.splat(high), 16);
    low += 0x9e3779b9;
    high += 0xbb67ae85;
  }
}

/**
 * Fills rows 0 to periods − 1 at `to` with the uniforms of those indices of a stream, for replications from `first` on.
 * Lanes are filled by eights, and where periods is odd one row more is written.
 */
export function fillUniforms(to: usize, periods: i32, lanesBytes: usize, first: i32, idLow: i32, idHigh: i32): void {
  for (let t = 0; t < periods; t += 2, to += 2 * row) {
    for (let lane: usize = 0; lane < lanesBytes; lane += 64) {
      const replication = first + <i32>(lane >>> 3);
      fillEight(to + lane, t >>> 1, replication, idLow, idHigh);
    }
  }
}

// @ts-ignore: decorator
@inline
function fillEight(to: usize, pair: i32, replication: i32, idLow: i32, idHigh: i32): void {
  const m0 = v128.load(0, multipliers);
  const m1 = v128.load(0, multipliers + 16);
  let x0 = i32x4.splat(pair);
  let x1 = i32x4.add(i32x4.splat(replication), i32x4(0, 1, 2, 3));
  let x2 = i32x4.splat(idLow);
  let x3 = i32x4.splat(idHigh);
  let y0 = x0;
  let y1 = i32x4.add(x1, i32x4.splat(4));
  let y2 = x2;
  let y3 = x3;
  for (let round: usize = 0; round < 320; round += 32) {
    const a = i64x2.extmul_low_i32x4_u(x0, m0);
    const b = i64x2.extmul_high_i32x4_u(x0, m0);
    const c = i64x2.extmul_low_i32x4_u(x2, m1);
    const d = i64x2.extmul_high_i32x4_u(x2, m1);
    x0 = v128.xor(v128.xor(v128.shuffle<i32>(c, d, 1, 3, 5, 7), x1), v128.load(round, keys));
    x2 = v128.xor(v128.xor(v128.shuffle<i32>(a, b, 1, 3, 5, 7), x3), v128.load(round, keys + 16));
    x1 = v128.shuffle<i32>(c, d, 0, 2, 4, 6);
    x3 = v128.shuffle<i32>(a, b, 0, 2, 4, 6);
    const e = i64x2.extmul_low_i32x4_u(y0, m0);
    const f = i64x2.extmul_high_i32x4_u(y0, m0);
    const g = i64x2.extmul_low_i32x4_u(y2, m1);
    const h = i64x2.extmul_high_i32x4_u(y2, m1);
    y0 = v128.xor(v128.xor(v128.shuffle<i32>(g, h, 1, 3, 5, 7), y1), v128.load(round, keys));
    y2 = v128.xor(v128.xor(v128.shuffle<i32>(e, f, 1, 3, 5, 7), y3), v128.load(round, keys + 16));
    y1 = v128.shuffle<i32>(g, h, 0, 2, 4, 6);
    y3 = v128.shuffle<i32>(e, f, 0, 2, 4, 6);
  }
  storeFour(to, x0, x1, x2, x3);
  storeFour(to + 32, y0, y1, y2, y3);
}

/** Words 0 and 1 make the uniform of the even index, words 2 and 3 that of the odd one after it. */
// @ts-ignore: decorator
@inline
function storeFour(to: usize, x0: v128, x1: v128, x2: v128, x3: v128): void {
  v128.store(to, uniformOf(v128.shuffle<i32>(x1, x0, 0, 4, 1, 5)));
  v128.store(to, uniformOf(v128.shuffle<i32>(x1, x0, 2, 6, 3, 7)), 16);
  v128.store(to, uniformOf(v128.shuffle<i32>(x3, x2, 0, 4, 1, 5)), row);
  v128.store(to, uniformOf(v128.shuffle<i32>(x3, x2, 2, 6, 3, 7)), row + 16);
}

/** The top 52 bits as the mantissa of a number in [1, 2); 1 − 2^−53 less is the middle of a cell of (0, 1). */
// @ts-ignore: decorator
@inline
function uniformOf(bits: v128): v128 {
  return f64x2.sub(v128.or(i64x2.shr_u(bits, 12), one()), nearlyOne());
}
