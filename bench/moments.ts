import type { Columns } from '../src/model/columns.ts';
import { type MetricName, metricNames } from '../src/model/replay/metrics.ts';

/** Count, mean and sum of squared deviations of a metric. */
export interface Moment {
  count: number;
  mean: number;
  squares: number;
}

/** By strategy, then by metric. */
export type MomentTable = readonly Readonly<Record<MetricName, Moment>>[];

/** Returns the moments of no replication. */
export function emptyMoments(strategies: number): MomentTable {
  return Array.from(
    { length: strategies },
    () =>
      Object.fromEntries(
        metricNames.map((name) => [name, { count: 0, mean: 0, squares: 0 }]),
      ) as MomentTable[number],
  );
}

/** Adds the results of a piece: the least that any of the peers computes of its results, and so part of every timing. */
export function addColumns(table: MomentTable, columns: Columns): void {
  columns.strategies.forEach(({ metrics }, index) => {
    const moments = table[index];
    if (moments === undefined) throw new RangeError('more strategies than the table has');
    for (const name of metricNames) addColumn(moments[name], metrics[name]);
  });
}

/** Chan, Golub and LeVeque (1983): a piece's own moments, merged. NaN is left out. */
function addColumn(moment: Moment, column: Float64Array): void {
  let count = 0;
  let sum = 0;
  for (let i = 0; i < column.length; i++) {
    const x = column[i] as number;
    if (Number.isNaN(x)) continue;
    count++;
    sum += x;
  }
  if (count === 0) return;
  const mean = sum / count;
  let squares = 0;
  for (let i = 0; i < column.length; i++) {
    const d = (column[i] as number) - mean;
    if (!Number.isNaN(d)) squares += d * d;
  }
  const total = moment.count + count;
  const gap = mean - moment.mean;
  moment.squares += squares + (gap * gap * moment.count * count) / total;
  moment.mean += (gap * count) / total;
  moment.count = total;
}
