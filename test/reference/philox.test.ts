import { expect, it } from 'vitest';
import { philox } from '../../src/random/philox.ts';
import { readReference } from './read-reference.ts';

type Words = readonly string[];
const { answers } = readReference<{ answers: [Words, Words, Words][] }>('philox.json');

it('philox gives the known answers of Random123', () => {
  const out = new Uint32Array(4);
  for (const [counter, key, expected] of answers) {
    const [c0 = 0, c1 = 0, c2 = 0, c3 = 0, k0 = 0, k1 = 0] = [...counter, ...key].map((word) =>
      Number(`0x${word}`),
    );
    philox(c0, c1, c2, c3, k0, k1, out);
    expect([...out].map((word) => word.toString(16).padStart(8, '0'))).toEqual(expected);
  }
});
