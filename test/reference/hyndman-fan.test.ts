import { describe, expect, it } from 'vitest';
import { mergeColumns, summariseColumn } from '../../src/statistics/column-summary.ts';
import type { QuantileType } from '../../src/statistics/quantile.ts';
import { quantile } from '../../src/statistics/quantile.ts';
import { readReference } from './read-reference.ts';

interface NistSet {
  readonly name: string;
  readonly values?: readonly number[];
  readonly digits?: string;
}

interface QuantileRow {
  readonly set: string;
  readonly p: number;
  readonly byType: readonly number[];
}

const { sets } = readReference<{ sets: readonly NistSet[] }>('nist-strd-univariate.json');
const { quantiles } = readReference<{ quantiles: readonly QuantileRow[] }>('hyndman-fan-quantiles.json');

const columns = new Map<string, readonly number[]>([['five', [15, 20, 35, 40, 50]]]);
for (const { name, values, digits } of sets) columns.set(name, values ?? Array.from(digits ?? '', Number));

describe('quantiles of all nine types of Hyndman and Fan', () => {
  it.each(quantiles)('$set at $p', ({ set, p, byType }) => {
    const column = Float64Array.from(columns.get(set) ?? []);
    const third = Math.ceil(column.length / 3);
    const merged = [0, 1, 2]
      .map((i) => summariseColumn(column.slice(i * third, (i + 1) * third)))
      .reduce(mergeColumns);
    byType.forEach((expected, i) => {
      const found = quantile(merged, p, (i + 1) as QuantileType) ?? Number.NaN;
      expect(Math.abs(found - expected)).toBeLessThanOrEqual(2e-13 * Math.abs(expected));
    });
  });
});
