import { describe, expect, it } from 'vitest';
import { rootKey } from '../../src/random/seed.ts';
import { scrambledSobol } from '../../src/random/sobol/scrambled-sobol.ts';

/*
 * N = 4,000 replicates of one scrambled point. Each coordinate must be uniform: Kolmogorov–Smirnov at 2.69/√N, false alarm
 * 1e-6 for each of 6; and two coordinates uncorrelated: |r|·√N below 5, 5.7e-7. In all 7e-6. Fixed seed.
 */
const N = 4000;

describe('a scrambled point over its replicates', () => {
  const key = rootKey('replicates');
  const columns = (index: number) => {
    const points = Array.from({ length: N }, (_, replicate) => {
      const sequence = scrambledSobol(key, 41, replicate);
      return [0, 1, 40].map((dimension) => sequence.uniform(index, dimension));
    });
    return [0, 1, 2].map((place) => points.map((point) => point[place] ?? 0));
  };

  it('is uniform in every coordinate', () => {
    for (const index of [0, 777]) {
      for (const column of columns(index)) {
        const gaps = column.sort((a, b) => a - b).map((u, i) => Math.max(u - i / N, (i + 1) / N - u));
        expect(Math.max(...gaps)).toBeLessThan(2.69 / Math.sqrt(N));
      }
    }
  });

  it('has independent coordinates', () => {
    const [x = [], y = []] = columns(3);
    const covariance = x.reduce((sum, u, i) => sum + (u - 0.5) * ((y[i] ?? 0) - 0.5), 0) / N;
    expect(Math.abs(covariance * 12) * Math.sqrt(N)).toBeLessThan(5);
  });
});
