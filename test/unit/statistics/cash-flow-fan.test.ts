import { describe, expect, it } from 'vitest';
import type { CashFlowPaths } from '../../../src/statistics/cash-flow-fan.ts';
import { fanBuffers, fanRows, mergeFans, summariseFan } from '../../../src/statistics/cash-flow-fan.ts';

const paths = (from: number, to: number): CashFlowPaths => {
  const replications = Array.from({ length: to - from }, (_, i) => from + i);
  return {
    periods: 3,
    closingCash: Float64Array.from(replications.flatMap((r) => [r, 10 + r, -r])),
    cumulativeCashFlow: Float64Array.from(replications.flatMap((r) => [2 * r, 0, 1])),
    insolventFrom: Float64Array.from(replications.map((r) => (r % 2 === 0 ? 3 : 1))),
    scaledFrom: Float64Array.from(replications.map((r) => (r === 1 ? 0 : 2))),
  };
};

describe('summariseFan', () => {
  it('gives a row a period', () => {
    const rows = fanRows(summariseFan(paths(1, 6), 'runs'));
    expect(rows.map(({ period }) => period)).toEqual([0, 1, 2]);
    expect(rows[0]?.closingCash).toEqual({ mean: 3, p5: 1.2, p25: 2, p50: 3, p75: 4, p95: 4.8 });
    expect(rows[1]?.closingCash.p50).toBe(13);
    expect(rows[2]?.closingCash.mean).toBe(-3);
    expect(rows[0]?.cumulativeCashFlow.p50).toBe(6);
    expect(rows.map(({ insolventShare }) => insolventShare)).toEqual([0, 0.6, 0.6]);
    expect(rows.map(({ scaledShare }) => scaledShare)).toEqual([0.2, 0.2, 1]);
  });

  it('merges to the whole, sketched or not', () => {
    for (const order of ['sketch', 'runs'] as const) {
      const merged = mergeFans(summariseFan(paths(0, 2), order), summariseFan(paths(2, 7), order));
      expect(fanRows(merged)).toEqual(fanRows(summariseFan(paths(0, 7), order)));
    }
    expect(mergeFans(summariseFan(paths(0, 2)), summariseFan(paths(2, 7)))).toEqual(
      summariseFan(paths(0, 7)),
    );
  });

  it('is empty without replications', () => {
    const [row] = fanRows(summariseFan(paths(0, 0)));
    expect(row?.closingCash.mean).toBeUndefined();
    expect(row?.insolventShare).toBeUndefined();
    expect(fanBuffers(summariseFan(paths(0, 0)))).toEqual([]);
  });
});
