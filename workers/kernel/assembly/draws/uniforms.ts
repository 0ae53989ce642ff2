import { row } from '../../layout';

/**
 * The uniforms of a block of replications: Philox4x32-10 (Salmon et al. 2011), four replications at a time. The same
 * bits as `src/random/stream.ts`.
 */
const keys: usize = memory.data(160, 16);

/** Prepares the ten round keys. */
export function setKey(low: i32, high: i32): void {
  for (let round = 0; round < 10; round++) {
    store<i64>(keys + 16 * round, (<i64>high << 32) | <i64>(<u32>low));
    store<i64>(keys + 16 * round, (<i64>high << 32) | <i64>(<u32>low), 8);
    low += 0x9e3779b9;
    high += 0xbb67ae85;
  }
}

/**
 * Fills rows 0 to periods − 1 at `to` with the uniforms of those indices of a stream, for replications from `first` on;
 * where periods is odd, one row more is written.
 */
export function fillUniforms(to: usize, periods: i32, lanesBytes: usize, first: i32, idLow: i32, idHigh: i32): void {
  const multiplier0 = i32x4.splat(0xd2511f53);
  const multiplier1 = i32x4.splat(0xcd9e8d57);
  const one = i64x2.splat(0x3ff0000000000000);
  const nearlyOne = f64x2.splat(0.9999999999999999);
  for (let t = 0; t < periods; t += 2, to += 2 * row) {
    for (let lane: usize = 0; lane < lanesBytes; lane += 32) {
      let x0 = i32x4.splat(t >>> 1);
      let x1 = i32x4.add(i32x4.splat(first + <i32>(lane >>> 3)), i32x4(0, 1, 2, 3));
      let x2 = i32x4.splat(idLow);
      let x3 = i32x4.splat(idHigh);
      for (let round: usize = 0; round < 160; round += 16) {
        const key = v128.load(keys + round);
        const a = i64x2.extmul_low_i32x4_u(x0, multiplier0);
        const b = i64x2.extmul_high_i32x4_u(x0, multiplier0);
        const c = i64x2.extmul_low_i32x4_u(x2, multiplier1);
        const d = i64x2.extmul_high_i32x4_u(x2, multiplier1);
        const high0 = v128.shuffle<i32>(a, b, 1, 3, 5, 7);
        const high1 = v128.shuffle<i32>(c, d, 1, 3, 5, 7);
        x0 = v128.xor(v128.xor(high1, x1), v128.shuffle<i32>(key, key, 0, 2, 0, 2));
        x2 = v128.xor(v128.xor(high0, x3), v128.shuffle<i32>(key, key, 1, 3, 1, 3));
        x1 = v128.shuffle<i32>(c, d, 0, 2, 4, 6);
        x3 = v128.shuffle<i32>(a, b, 0, 2, 4, 6);
      }
      // The top 52 bits as the mantissa of a number in [1, 2); 1 − 2^−53 less is the middle of a cell of (0, 1).
      const at = to + lane;
      const even0 = v128.shuffle<i32>(x1, x0, 0, 4, 1, 5);
      const even1 = v128.shuffle<i32>(x1, x0, 2, 6, 3, 7);
      const odd0 = v128.shuffle<i32>(x3, x2, 0, 4, 1, 5);
      const odd1 = v128.shuffle<i32>(x3, x2, 2, 6, 3, 7);
      v128.store(at, f64x2.sub(v128.or(i64x2.shr_u(even0, 12), one), nearlyOne));
      v128.store(at, f64x2.sub(v128.or(i64x2.shr_u(even1, 12), one), nearlyOne), 16);
      v128.store(at, f64x2.sub(v128.or(i64x2.shr_u(odd0, 12), one), nearlyOne), row);
      v128.store(at, f64x2.sub(v128.or(i64x2.shr_u(odd1, 12), one), nearlyOne), row + 16);
    }
  }
}
