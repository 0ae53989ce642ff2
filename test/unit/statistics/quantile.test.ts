import { describe, expect, it } from 'vitest';
import { summariseColumn } from '../../../src/statistics/column-summary.ts';
import { quantile } from '../../../src/statistics/quantile.ts';

const of = (...values: number[]) => summariseColumn(Float64Array.from(values));

describe('quantile', () => {
  it('is type 7 unless told', () => {
    expect(quantile(of(0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5), 0.5)).toBe(1.75);
    expect(quantile(of(0, 0.2, 0.4), 0.45)).toBeCloseTo(0.18, 15);
    expect(quantile(of(1, 2, 3, 4, 5), 0.05)).toBe(1.2);
  });

  it('takes the ends at 0 and 1, and the only value everywhere', () => {
    for (const type of [1, 2, 3, 4, 5, 6, 7, 8, 9] as const) {
      expect(quantile(of(3, 1, 2), 0, type)).toBe(1);
      expect(quantile(of(3, 1, 2), 1, type)).toBe(3);
      expect(quantile(of(4), 0.3, type)).toBe(4);
    }
  });

  it('does not make NaN of equal infinities', () => {
    expect(quantile(of(1, Infinity, Infinity), 0.75)).toBe(Infinity);
  });
});
