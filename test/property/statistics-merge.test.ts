import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnSummary } from '../../src/statistics/column-summary.ts';
import { emptyColumn, mergeColumns, summariseColumn } from '../../src/statistics/column-summary.ts';
import { cvar } from '../../src/statistics/cvar.ts';
import { cvarInterval } from '../../src/statistics/cvar-interval.ts';
import { mean, standardDeviation, standardError } from '../../src/statistics/moments.ts';
import { orderStatistic } from '../../src/statistics/order-statistic.ts';
import { withSketch } from '../../src/statistics/ordered.ts';
import { mergePairs, summarisePair } from '../../src/statistics/pair-moments.ts';
import { mergePaired, summarisePaired } from '../../src/statistics/paired-summary.ts';
import { quantile } from '../../src/statistics/quantile.ts';
import { quantileInterval } from '../../src/statistics/quantile-interval.ts';

/** Money of all sizes, ties, empty cells and small whole numbers. */
const cell = fc.oneof(
  fc.double({ min: -1e15, max: 1e15, noNaN: true }),
  fc.double({ min: -1, max: 1, noNaN: true }),
  fc.integer({ min: -3, max: 3 }),
  fc.constant(Number.NaN),
);

const column = fc.array(cell, { maxLength: 400 }).map((values) => Float64Array.from(values));
const cuts = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 });

function piecesOf(values: Float64Array, at: readonly number[]): Float64Array[] {
  const ends = [...at, values.length].map((end) => Math.min(end, values.length)).sort((a, b) => a - b);
  return ends.map((end, i) => values.slice(ends[i - 1] ?? 0, end));
}

function figures(summary: ColumnSummary): (number | undefined)[] {
  const ps = [0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 1];
  return [
    summary.count,
    summary.minimum,
    summary.maximum,
    mean(summary),
    standardDeviation(summary),
    standardError(summary),
    ...ps.map((p) => quantile(summary, p)),
    ...[0.01, 0.05, 0.3, 1].map((level) => cvar(summary, level)),
    quantileInterval(summary, 0.5)?.low,
    cvarInterval(summary, 0.3)?.low,
    cvarInterval(summary, 0.3)?.high,
  ];
}

describe('merging', () => {
  it('gives every figure of the whole to the last bit, however it is cut', () => {
    fc.assert(
      fc.property(column, cuts, (values, at) => {
        const merged = piecesOf(values, at)
          .map((piece) => summariseColumn(piece))
          .reduce(mergeColumns, emptyColumn());
        const whole = summariseColumn(values);
        expect(figures(merged)).toEqual(figures(whole));
        expect([merged.sum, merged.squares]).toEqual([whole.sum, whole.squares]);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('is the same in any grouping and order', () => {
    fc.assert(
      fc.property(column, column, column, (a, b, c) => {
        const [x, y, z] = [a, b, c].map((values) => summariseColumn(values)) as [
          ColumnSummary,
          ColumnSummary,
          ColumnSummary,
        ];
        const left = figures(mergeColumns(mergeColumns(x, y), z));
        expect(figures(mergeColumns(x, mergeColumns(y, z)))).toEqual(left);
        expect(figures(mergeColumns(z, mergeColumns(y, x)))).toEqual(left);
      }),
      { numRuns: 100, seed: 2 },
    );
  });

  it('gives the sketch of the whole, whenever it was made', () => {
    fc.assert(
      fc.property(column, cuts, (values, at) => {
        const pieces = piecesOf(values, at);
        const whole = summariseColumn(values, 'sketch');
        const early = pieces.map((piece) => summariseColumn(piece, 'sketch')).reduce(mergeColumns);
        const late = withSketch(pieces.map((piece) => summariseColumn(piece)).reduce(mergeColumns));
        expect(early).toEqual(whole);
        expect(late).toEqual(whole);
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  it('of pairs and of paired strategies gives the whole', () => {
    const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 200 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 200 }), (values, cut) => {
        const columns = [0, 1, 2].map((i) => Float64Array.from(values, (row) => row[i] as number));
        const part = (from: number, to?: number) => columns.map((values) => values.slice(from, to));
        expect(mergePaired(summarisePaired(part(0, cut)), summarisePaired(part(cut)))).toEqual(
          summarisePaired(columns),
        );
        const pairOf = ([x, y]: Float64Array[]) =>
          summarisePair(x ?? new Float64Array(0), y ?? new Float64Array(0));
        expect(mergePairs(pairOf(part(0, cut)), pairOf(part(cut)))).toEqual(pairOf(columns));
      }),
      { numRuns: 100, seed: 4 },
    );
  });
});

describe('order statistics', () => {
  it('of sorted runs are those of the sorted whole', () => {
    fc.assert(
      fc.property(column, cuts, (values, at) => {
        const sorted = values
          .filter((value) => !Number.isNaN(value))
          .map((value) => value + 0)
          .sort();
        const merged = piecesOf(values, at)
          .map((piece) => summariseColumn(piece))
          .reduce(mergeColumns, emptyColumn());
        expect(Array.from(sorted, (_, i) => orderStatistic(merged, i + 1))).toEqual([...sorted]);
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  it('of many runs are those of the sorted whole', () => {
    // 40 runs of 500, far more than the 64 candidates that are simply sorted; half of them ties.
    let state = 12345;
    const next = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
    const values = Float64Array.from({ length: 20_000 }, (_, i) =>
      i % 2 === 0 ? Math.floor(10 * next()) : 20 * next() ** 4 - 5,
    );
    const merged = Array.from({ length: 40 }, (_, i) =>
      summariseColumn(values.slice(500 * i, 500 * (i + 1))),
    ).reduce(mergeColumns);
    const sorted = values.slice().sort();
    for (let rank = 1; rank <= sorted.length; rank += 137) {
      expect(orderStatistic(merged, rank)).toBe(sorted[rank - 1]);
    }
  });

  it('of a sketch are within 0.5%, or 1e-9, of those of the sorted whole', () => {
    fc.assert(
      fc.property(column, cuts, (values, at) => {
        const sorted = values.filter((value) => !Number.isNaN(value)).sort();
        const sketched = piecesOf(values, at)
          .map((piece) => summariseColumn(piece, 'sketch'))
          .reduce(mergeColumns);
        sorted.forEach((value, i) => {
          const found = orderStatistic(sketched, i + 1) ?? Number.NaN;
          expect(Math.abs(found - value)).toBeLessThanOrEqual(Math.max(0.005 * Math.abs(value), 2 ** -30));
        });
      }),
      { numRuns: 100, seed: 6 },
    );
  });
});
