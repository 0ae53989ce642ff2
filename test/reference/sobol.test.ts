import { describe, expect, it } from 'vitest';
import { laineKarras, nestedUniformScramble } from '../../src/random/sobol/owen-hash.ts';
import { sobolPoint } from '../../src/random/sobol/sobol-point.ts';
import { readReference } from './read-reference.ts';

interface Vector {
  readonly word: string;
  readonly seed: string;
  readonly permuted: string;
  readonly scrambled: string;
}

const { points } = readReference<{ readonly points: readonly number[][] }>('sobol-joe-kuo.json');
const { vectors } = readReference<{ readonly vectors: readonly Vector[] }>('owen-hash.json');

describe('Sobol’ sequence', () => {
  it('has the published first 64 points in 40 dimensions', () => {
    expect(points).toHaveLength(64);
    points.forEach((point, index) => {
      expect([...sobolPoint(index, 40)].map((x) => x * 64)).toEqual(point);
    });
  });

  it('is scrambled with the published hash', () => {
    expect(vectors.length).toBeGreaterThan(20);
    for (const { word, seed, permuted, scrambled } of vectors) {
      expect(laineKarras(Number(word), Number(seed))).toBe(Number(permuted));
      expect(nestedUniformScramble(Number(word), Number(seed))).toBe(Number(scrambled));
    }
  });
});
