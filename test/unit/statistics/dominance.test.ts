import { describe, expect, it } from 'vitest';
import { summariseColumn } from '../../../src/statistics/column-summary.ts';
import type { DistributionSteps } from '../../../src/statistics/distribution-steps.ts';
import { distributionSteps } from '../../../src/statistics/distribution-steps.ts';
import type { DominanceOptions } from '../../../src/statistics/dominance.ts';
import { dominance } from '../../../src/statistics/dominance.ts';

function steps(values: Iterable<number>): DistributionSteps {
  const found = distributionSteps(summariseColumn(Float64Array.from(values)));
  if (found === undefined) throw new Error('no order');
  return found;
}

function compare(a: Iterable<number>, b: Iterable<number>, options?: DominanceOptions) {
  const found = dominance(steps(a), steps(b), options);
  if (found === undefined) throw new Error('no values');
  return found;
}

const grid = (n: number, map: (x: number) => number) =>
  Array.from({ length: n }, (_, i) => map((i + 0.5) / n));

describe('distributionSteps', () => {
  it('has a step a distinct value', () => {
    expect(steps([2, 1, 2])).toEqual({
      count: 3,
      values: Float64Array.of(1, 2),
      cumulative: Float64Array.of(1, 3),
    });
    expect(distributionSteps(summariseColumn(Float64Array.of(1), 'none'))).toBeUndefined();
    expect(distributionSteps(summariseColumn(Float64Array.of(1, 1), 'sketch'))?.count).toBe(2);
  });
});

describe('dominance', () => {
  it('holds in both orders where every outcome is as good or better', () => {
    const found = compare([2, 3, 4], [1, 2, 4]);
    expect(found.first.verdict).toBe('holds in the sample');
    expect(found.second.verdict).toBe('holds in the sample');
    expect([found.first.excess, found.second.excess, found.violationShare]).toEqual([0, 0, 0]);
    expect(compare([1, 2, 4], [2, 3, 4]).first.excess).toBeCloseTo(1 / 3, 15);
    expect(compare([1, 2, 4], [2, 3, 4]).second.excess).toBeCloseTo(2 / 3, 15);
    expect(compare([1, 2, 4], [2, 3, 4]).violationShare).toBe(1);
  });

  it('holds between equals', () => {
    const found = compare([1, 2], [2, 1]);
    expect(found.first.verdict).toBe('holds in the sample');
    expect(found.violationShare).toBe(0);
  });

  it('holds in the second order only, for the same mean with less risk', () => {
    const found = compare([5, 5], [0, 10]);
    expect(found.first.verdict).toBe('fails in the sample');
    expect(found.first.excess).toBe(0.5);
    expect(found.second.verdict).toBe('holds in the sample');
    expect(found.violationShare).toBe(0.5);
    expect(compare([0, 10], [5, 5]).second.excess).toBe(2.5);
  });

  it('refutes what chance cannot make, and only that', () => {
    const good = grid(2000, (x) => x + 0.2);
    const poor = grid(2000, (x) => x);
    // The band is 2·√(ln(80)/4000) = 0.0662.
    expect(compare(poor, good).first.verdict).toBe('refuted');
    expect(compare(poor, good).second.verdict).toBe('refuted');
    expect(
      compare(
        poor,
        grid(2000, (x) => x + 0.03),
      ).first.verdict,
    ).toBe('fails in the sample');
    expect(
      compare(
        poor,
        grid(2000, (x) => x + 0.03),
      ).second.verdict,
    ).toBe('fails in the sample');
    expect(compare(good, poor).first.excessAtMost).toBeCloseTo(2 * Math.sqrt(Math.log(80) / 4000), 12);
    expect(compare(good, poor).second.excessAtMost).toBeLessThan(0.08);
  });

  it('lets a tolerance pass', () => {
    expect(compare([0, 2, 3, 4], [1, 1, 1, 1]).first.verdict).toBe('fails in the sample');
    expect(compare([0, 2, 3, 4], [1, 1, 1, 1], { tolerance: 0.25 }).first.verdict).toBe(
      'holds in the sample',
    );
  });

  it('is undefined without values', () => {
    expect(dominance(steps([]), steps([1]))).toBeUndefined();
  });
});
