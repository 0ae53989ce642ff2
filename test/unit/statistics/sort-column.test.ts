import { describe, expect, it } from 'vitest';
import { sortColumn } from '../../../src/statistics/sort-column.ts';

function pseudoRandom(n: number, map: (u: number) => number): Float64Array {
  let state = 20240607;
  return Float64Array.from({ length: n }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return map(state / 2 ** 32) + 0;
  });
}

describe('sortColumn', () => {
  it.each([
    ['few', 300, (u: number) => u - 0.5],
    ['money of either sign', 8192, (u: number) => 1e6 * (u - 0.3) * u],
    ['every size', 5000, (u: number) => (u - 0.5) * 10 ** (600 * u - 300)],
    ['whole numbers', 4096, (u: number) => Math.floor(20 * u) - 7],
    ['0 and 1', 4096, (u: number) => Math.round(u)],
    ['all negative', 1000, (u: number) => -1 - u],
    ['all equal', 1000, () => -3.5],
    ['infinities too', 1000, (u: number) => (u < 0.1 ? -Infinity : u > 0.9 ? Infinity : u - 0.5)],
  ] as const)('sorts %s as the engine does', (_, n, map) => {
    const values = pseudoRandom(n, map);
    const expected = values.slice().sort();
    sortColumn(values);
    expect(values).toEqual(expected);
  });

  it('sorts a part of a buffer, after a longer one', () => {
    const buffer = pseudoRandom(3000, (u) => u - 0.5);
    const before = buffer.slice(0, 1000);
    const part = buffer.subarray(1000, 2000);
    const expected = part.slice().sort();
    sortColumn(part);
    expect(part).toEqual(expected);
    expect(buffer.slice(0, 1000)).toEqual(before);
  });
});
