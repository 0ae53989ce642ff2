import { describe, expect, it } from 'vitest';
import { emptyColumn, mergeColumns, summariseColumn } from '../../../src/statistics/column-summary.ts';
import { mean, standardDeviation, standardError, variance } from '../../../src/statistics/moments.ts';
import { countBelow, orderStatistic } from '../../../src/statistics/order-statistic.ts';
import { orderBuffers, withSketch } from '../../../src/statistics/ordered.ts';
import { quantile } from '../../../src/statistics/quantile.ts';

const of = (...values: number[]) => summariseColumn(Float64Array.from(values));

describe('summariseColumn', () => {
  it('gives count, mean, spread and ends', () => {
    const summary = of(4, 1, 3, 2);
    expect(summary.count).toBe(4);
    expect(mean(summary)).toBe(2.5);
    expect(variance(summary)).toBe(5 / 3);
    expect(standardDeviation(summary)).toBe(Math.sqrt(5 / 3));
    expect(standardError(summary)).toBe(Math.sqrt(5 / 12));
    expect([summary.minimum, summary.maximum]).toEqual([1, 4]);
  });

  it('leaves NaN out and does not touch the column', () => {
    const values = Float64Array.of(3, Number.NaN, 1);
    expect(summariseColumn(values)).toEqual(of(3, 1));
    expect(values).toEqual(Float64Array.of(3, Number.NaN, 1));
  });

  it('is undefined, never 0, where n is too small', () => {
    expect(mean(of())).toBeUndefined();
    expect(quantile(of(), 0.5)).toBeUndefined();
    expect(mean(of(7))).toBe(7);
    expect(standardDeviation(of(7))).toBeUndefined();
    expect(standardError(of(7))).toBeUndefined();
    expect(standardDeviation(of(7, 7))).toBe(0);
  });

  it('has no spread where a value is infinite', () => {
    expect(mean(of(1, Infinity))).toBe(Infinity);
    expect(standardDeviation(of(1, Infinity))).toBeUndefined();
  });

  it('makes −0 a plain 0', () => {
    expect(Object.is(of(-0).minimum, 0)).toBe(true);
    expect(Object.is(mean(of(-0)), 0)).toBe(true);
  });

  it('keeps of the order what it is told', () => {
    const values = Float64Array.of(5, 1, 4);
    const none = summariseColumn(values, 'none');
    expect([none.minimum, none.maximum, mean(none)]).toEqual([1, 5, 10 / 3]);
    expect(quantile(none, 0.5)).toBeUndefined();
    expect(quantile(none, 0)).toBe(1);
    expect(countBelow(none, 3)).toBeUndefined();
    expect(orderBuffers(none)).toEqual([]);
    expect(summariseColumn(values, 'sketch')).toEqual(withSketch(summariseColumn(values)));
    expect(orderBuffers(summariseColumn(values))).toHaveLength(1);
    expect(orderBuffers(summariseColumn(values, 'sketch'))).toHaveLength(1);
  });
});

describe('mergeColumns', () => {
  it('changes nothing with an empty one', () => {
    expect(mergeColumns(of(2, 1), emptyColumn())).toEqual(of(1, 2));
    expect(mergeColumns(emptyColumn('sketch'), summariseColumn(Float64Array.of(1), 'sketch'))).toEqual(
      summariseColumn(Float64Array.of(1), 'sketch'),
    );
  });

  it('keeps the least that either keeps', () => {
    const sketch = summariseColumn(Float64Array.of(1), 'sketch');
    const none = summariseColumn(Float64Array.of(1), 'none');
    expect(mergeColumns(of(2), sketch).order.kind).toBe('sketch');
    expect(mergeColumns(of(2), sketch).order).toEqual(summariseColumn(Float64Array.of(2, 1), 'sketch').order);
    expect(mergeColumns(sketch, none).order.kind).toBe('none');
  });
});

describe('orderStatistic and countBelow', () => {
  it('go by rank from 1', () => {
    const summary = mergeColumns(of(5, 3), of(4, 1, 3));
    expect([0, 1, 2, 3, 4, 5, 6].map((rank) => orderStatistic(summary, rank))).toEqual([
      undefined,
      1,
      3,
      3,
      4,
      5,
      undefined,
    ]);
    expect([0, 1, 3, 3.5, 9].map((bound) => countBelow(summary, bound))).toEqual([0, 0, 1, 3, 5]);
    expect(countBelow(withSketch(summary), 3.5)).toBe(3);
  });
});
