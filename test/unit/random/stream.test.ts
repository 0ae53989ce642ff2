import { describe, expect, it } from 'vitest';
import { philox } from '../../../src/random/philox.ts';
import { createStream, uniformOf } from '../../../src/random/stream.ts';

const key = { low: 12345, high: 67890 };

describe('createStream', () => {
  const stream = createStream(key, 'orders');

  it('takes the words of one block for an even index and the odd one after it', () => {
    const words = new Uint32Array(4);
    philox(21, 7, stream.id.low, stream.id.high, key.low, key.high, words);
    const [a = 0, b = 0, c = 0, d = 0] = words;
    expect(stream.uniform(7, 42)).toBe(uniformOf(a, b));
    expect(stream.uniform(7, 43)).toBe(uniformOf(c, d));
  });

  it('fills what it draws one at a time, for even and odd lengths', () => {
    for (const length of [0, 1, 2, 7, 52]) {
      const out = new Float64Array(length);
      stream.fill(3, out);
      expect([...out]).toEqual(Array.from({ length }, (_, index) => stream.uniform(3, index)));
    }
  });

  it('depends on replication, index, name and key', () => {
    const draws = [
      stream.uniform(0, 0),
      stream.uniform(1, 0),
      stream.uniform(0, 1),
      stream.uniform(0, 4294967296),
      stream.uniform(4294967295, 0),
      createStream(key, 'order').uniform(0, 0),
      createStream({ ...key, high: 1 }, 'orders').uniform(0, 0),
    ];
    expect(new Set(draws).size).toBe(draws.length);
  });

  it('is pinned', () => {
    expect([stream.uniform(0, 0), stream.uniform(0, 1), stream.uniform(9, 8)]).toMatchInlineSnapshot(`
      [
        0.3082748135404555,
        0.6648381996550442,
        0.59953100695504,
      ]
    `);
  });
});

describe('uniformOf', () => {
  it('stays inside (0, 1) and is symmetric about a half', () => {
    expect(uniformOf(0, 0)).toBe(Number.EPSILON / 2);
    expect(uniformOf(0xffffffff, 0xffffffff)).toBe(1 - Number.EPSILON / 2);
    for (const [high, low] of [
      [0, 0],
      [1, 0xfff],
      [0x7fffffff, 0xffffffff],
      [0xdeadbeef, 0x12345678],
    ] as const) {
      expect(uniformOf(~high >>> 0, ~low >>> 0)).toBe(1 - uniformOf(high, low));
    }
  });

  it('is the top 52 bits beside a 1, less 1 − 2⁻⁵³, as a kernel makes it', () => {
    const view = new DataView(new ArrayBuffer(8));
    for (const [high, low] of [
      [0x12345678, 0x9abcdef0],
      [0xffffffff, 0xfffff000],
      [0, 0xfff],
    ] as const) {
      const word = (BigInt(high) << 32n) | BigInt(low);
      view.setBigUint64(0, 0x3ff0000000000000n | (word >> 12n));
      expect(view.getFloat64(0) - (1 - Number.EPSILON / 2)).toBe(uniformOf(high, low));
    }
  });
});
