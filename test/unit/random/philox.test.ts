import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { philox } from '../../../src/random/philox.ts';

/** The definition of Salmon et al. (2011), in whole numbers of any length. */
function reference(counter: readonly bigint[], key: readonly bigint[]): number[] {
  const mask = 0xffffffffn;
  let [x0 = 0n, x1 = 0n, x2 = 0n, x3 = 0n] = counter;
  let [k0 = 0n, k1 = 0n] = key;
  for (let round = 0; round < 10; round++) {
    const product0 = 0xd2511f53n * x0;
    const product1 = 0xcd9e8d57n * x2;
    [x0, x1, x2, x3] = [
      (product1 >> 32n) ^ x1 ^ k0,
      product1 & mask,
      (product0 >> 32n) ^ x3 ^ k1,
      product0 & mask,
    ];
    k0 = (k0 + 0x9e3779b9n) & mask;
    k1 = (k1 + 0xbb67ae85n) & mask;
  }
  return [x0, x1, x2, x3].map(Number);
}

describe('philox', () => {
  it('equals its definition for any counter and key', () => {
    const word = fc.integer({ min: 0, max: 0xffffffff });
    const out = new Uint32Array(4);
    fc.assert(
      fc.property(word, word, word, word, word, word, (c0, c1, c2, c3, k0, k1) => {
        philox(c0, c1, c2, c3, k0, k1, out);
        expect([...out]).toEqual(reference([c0, c1, c2, c3].map(BigInt), [k0, k1].map(BigInt)));
      }),
    );
  });
});
