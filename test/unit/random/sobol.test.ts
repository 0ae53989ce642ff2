import { describe, expect, it } from 'vitest';
import { rootKey } from '../../../src/random/seed.ts';
import { directionNumbers, mostDimensions } from '../../../src/random/sobol/direction-numbers.ts';
import { joeKuoD6 } from '../../../src/random/sobol/joe-kuo-d6.ts';
import { laineKarras, reverseBits } from '../../../src/random/sobol/owen-hash.ts';
import { scrambledSobol } from '../../../src/random/sobol/scrambled-sobol.ts';
import { sobolPoint, sobolWord } from '../../../src/random/sobol/sobol-point.ts';

const key = rootKey('sobol');

/** How many different cells of 2^across by 2^(m − across) the 2^m points fall into; all, in a (0, m, 2)-net. */
function cellsHit(points: readonly (readonly [number, number])[], across: number, m: number): number {
  const columns = 2 ** across;
  const rows = 2 ** (m - across);
  return new Set(points.map(([x, y]) => Math.floor(x * columns) * rows + Math.floor(y * rows))).size;
}

describe('direction numbers', () => {
  it('are those of 1,110 different polynomials, with odd numbers below 2^i', () => {
    const lines = joeKuoD6.split('\n');
    expect(lines).toHaveLength(mostDimensions - 1);
    const polynomials = lines.map((line) => {
      const [coefficients = 0, ...initial] = line.split(' ').map(Number);
      expect(initial.every((m, i) => m % 2 === 1 && m < 2 ** (i + 1))).toBe(true);
      return initial.length * 2 ** 16 + coefficients;
    });
    expect(polynomials).toEqual([...new Set(polynomials)].sort((a, b) => a - b));
  });

  it('exist for 1,111 dimensions', () => {
    expect(directionNumbers(1110)[0]).toBe(2 ** 31);
    expect(() => directionNumbers(1111)).toThrow(RangeError);
    expect(() => directionNumbers(-1)).toThrow(RangeError);
  });
});

describe('sobolPoint', () => {
  it('puts one of 256 points into each 256th, in every dimension', () => {
    for (let dimension = 0; dimension < mostDimensions; dimension++) {
      const cells = new Set(Array.from({ length: 256 }, (_, i) => sobolWord(i, dimension) >>> 24));
      expect(cells.size).toBe(256);
    }
  });

  it('reaches the last index and refuses what is none', () => {
    expect([...sobolPoint(2 ** 32 - 1, 2)].every((x) => x >= 0 && x < 1)).toBe(true);
    for (const index of [-1, 0.5, 2 ** 32]) expect(() => sobolPoint(index, 2)).toThrow(RangeError);
  });
});

describe('owen hash', () => {
  it('reverses bits', () => {
    expect(reverseBits(1)).toBe(2 ** 31);
    expect(reverseBits(0x12345678)).toBe(0x1e6a2c48);
  });

  it('lets no bit depend on a higher one', () => {
    for (let bit = 0; bit < 32; bit++) {
      const below = 2 ** bit;
      for (const seed of [1, 0xdeadbeef]) {
        const changed = laineKarras(0x243f6a88, seed) ^ laineKarras((0x243f6a88 ^ (1 << bit)) >>> 0, seed);
        expect((changed >>> 0) % below).toBe(0);
      }
    }
  });
});

describe('scrambledSobol', () => {
  it('keeps one point in each of 2^m equal intervals, in every dimension and every block', () => {
    const sequence = scrambledSobol(key, 12, 3);
    for (const m of [1, 4, 9]) {
      const size = 2 ** m;
      for (let dimension = 0; dimension < 12; dimension++) {
        for (const block of [0, 1, 5]) {
          const cells = Array.from({ length: size }, (_, i) =>
            Math.floor(sequence.uniform(block * size + i, dimension) * size),
          );
          expect(new Set(cells).size).toBe(size);
        }
      }
    }
  });

  it('keeps the first two dimensions a (0, m, 2)-net: a point in every cell of area 2^−m', () => {
    for (const replicate of [0, 1, 2]) {
      const sequence = scrambledSobol(key, 2, replicate);
      for (const m of [2, 5, 8]) {
        for (const start of [0, 3 * 2 ** m]) {
          const points = Array.from({ length: 2 ** m }, (_, i) => {
            return [sequence.uniform(start + i, 0), sequence.uniform(start + i, 1)] as const;
          });
          for (let across = 0; across <= m; across++) expect(cellsHit(points, across, m)).toBe(2 ** m);
        }
      }
    }
  });

  it('is a function of key, dimension and replicate alone', () => {
    const point = (seed: string, dimensions: number, replicate: number) => {
      const out = new Float64Array(3);
      scrambledSobol(rootKey(seed), dimensions, replicate).point(5, out);
      return [...out];
    };
    expect(point('a', 3, 0)).toEqual(point('a', 7, 0));
    expect(point('a', 3, 0)).not.toEqual(point('b', 3, 0));
    expect(point('a', 3, 0)).not.toEqual(point('a', 3, 1));
    expect(point('a', 3, 0).every((u) => u > 0 && u < 1)).toBe(true);
  });
});
