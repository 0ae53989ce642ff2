import { describe, expect, it } from 'vitest';
import { compare, criticalScore } from '../../../bench/agree.ts';
import { growthOf } from '../../../bench/growth.ts';
import { emptyMoments } from '../../../bench/moments.ts';
import { ratioOf, spreadOf } from '../../../bench/spread.ts';

describe('spreadOf and ratioOf', () => {
  it('give the least, the middle and the greatest', () => {
    expect(spreadOf([5, 1, 3])).toEqual({ min: 1, median: 3, max: 5, count: 3 });
    expect(spreadOf([4, 1, 3, 2]).median).toBe(2.5);
    expect(spreadOf([]).median).toBeNaN();
  });

  it('divide round by round, so that a slow phase that hits both does not show', () => {
    expect(ratioOf([2, 20, 2], [1, 10, 1])).toEqual({ min: 2, median: 2, max: 2, count: 3 });
  });
});

describe('growthOf', () => {
  it('finds the power of a power law', () => {
    const points = [1, 2, 4, 8].map((size) => ({ size, seconds: 0.1 * size ** 1.5 }));
    const { slope, slopeError } = growthOf('size', points);
    expect(slope).toBeCloseTo(1.5, 12);
    expect(slopeError).toBeCloseTo(0, 6);
  });
});

describe('compare', () => {
  function ours(mean: number, sd: number, count: number) {
    const table = emptyMoments(1);
    const npv = table[0]?.npv;
    if (npv !== undefined) Object.assign(npv, { mean, count, squares: sd * sd * (count - 1) });
    return table;
  }
  function z(mean: number, sd: number, theirMean: number, theirSd: number, n: number): number | undefined {
    const theirs = {
      metrics: { s: { npv: { mean: theirMean, sd: theirSd } } },
      seconds: [],
      nsPerStrategyPeriod: [],
    };
    const names = { peer: 'p', scenario: 'x', strategies: ['s'] };
    return compare(names, ours(mean, sd, n), theirs, n)[0]?.z;
  }

  it('is the difference over its standard error', () => {
    expect(z(10, 3, 11, 4, 100)).toBeCloseTo(2, 12);
  });

  it('calls a difference without any variation infinite, and rounding none', () => {
    expect(z(10, 0, 11, 0, 100)).toBe(Number.POSITIVE_INFINITY);
    expect(z(10, 0, 10 + 1e-9, 0, 100)).toBe(0);
  });

  it('has a critical score that grows with the comparisons', () => {
    expect(criticalScore(1)).toBeCloseTo(3.8906, 4);
    expect(criticalScore(500)).toBeGreaterThan(5);
  });
});
