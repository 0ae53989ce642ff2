import { describe, expect, it } from 'vitest';
import { mergeColumns, summariseColumn } from '../../../src/statistics/column-summary.ts';
import { cvar } from '../../../src/statistics/cvar.ts';
import { withSketch } from '../../../src/statistics/ordered.ts';

const of = (...values: number[]) => summariseColumn(Float64Array.from(values));
const hundred = summariseColumn(Float64Array.from({ length: 100 }, (_, i) => 100 - i));

/** Rockafellar and Uryasev: the greatest over q of q − E[max(0, q − x)]/level, which is reached at some x. */
function byOptimisation(values: readonly number[], level: number): number {
  const at = (q: number) =>
    q - values.reduce((sum, x) => sum + Math.max(0, q - x), 0) / values.length / level;
  return Math.max(...values.map(at));
}

describe('cvar', () => {
  it('is the mean of the worst share', () => {
    expect(cvar(hundred, 0.05)).toBe(3);
    expect(cvar(hundred)).toBe(3);
    expect(cvar(hundred, 1)).toBe(50.5);
  });

  it('counts the boundary observation with its part of the tail', () => {
    expect(cvar(hundred, 0.025)).toBeCloseTo((1 + 2 + 0.5 * 3) / 2.5, 14);
    expect(cvar(of(10, 20, 30), 0.5)).toBeCloseTo((10 + 0.5 * 20) / 1.5, 14);
    expect(cvar(of(10, 20, 30), 0.05)).toBe(10);
  });

  it('agrees with the minimisation formula, ties and pieces included', () => {
    const values = [5, -3, 5, 5, 0, -3, -3, 12, 7, -3, 1];
    const merged = mergeColumns(of(...values.slice(0, 4)), of(...values.slice(4)));
    for (const level of [0.05, 0.1, 0.2, 0.37, 0.5, 0.9, 1]) {
      expect(cvar(merged, level)).toBeCloseTo(byOptimisation(values, level), 12);
    }
  });

  it('comes near from a sketch, and is undefined without the order', () => {
    expect(Math.abs((cvar(withSketch(hundred), 0.05) as number) - 3)).toBeLessThan(0.015);
    expect(cvar(summariseColumn(Float64Array.of(1, 2), 'none'))).toBeUndefined();
    expect(cvar(of())).toBeUndefined();
  });
});
