import { type ColumnSummary, summariseColumn } from '../column-summary.ts';
import { SUM_LENGTH } from '../exact-sum.ts';
import type { Order } from '../ordered.ts';

/** Summaries of columns in one piece of memory, as they go from thread to thread. */
export interface PackedColumns {
  /** A head for each column, then the sorted values of those that keep them, in order. */
  readonly data: Float64Array;
  /** For each column 1 where its sorted values are kept. */
  readonly sorted: Uint8Array;
}

/** A head: count, least, greatest, sum and sum of squares. */
export const headLength = 3 + 2 * SUM_LENGTH;

/** Returns the summaries, whose arrays are views of the packed ones. */
export function unpackColumns({ data, sorted }: PackedColumns): ColumnSummary[] {
  const { buffer, byteOffset } = data;
  const view = (start: number, length: number) =>
    new Float64Array(buffer, byteOffset + 8 * start, length) as Float64Array;
  let run = headLength * sorted.length;
  return Array.from(sorted, (isSorted, index): ColumnSummary => {
    const head = headLength * index;
    const count = data[head] as number;
    const order: Order =
      isSorted === 0 ? { kind: 'none' } : { kind: 'runs', runs: count === 0 ? [] : [view(run, count)] };
    if (isSorted !== 0) run += count;
    return {
      count,
      minimum: data[head + 1] as number,
      maximum: data[head + 2] as number,
      sum: view(head + 3, SUM_LENGTH),
      squares: view(head + 3 + SUM_LENGTH, SUM_LENGTH),
      order,
    };
  });
}

/** Writes the summary of a column to its head, and its sorted values, if any, from `run` on; the readable way to do it. */
export function packColumn(
  values: Float64Array,
  data: Float64Array,
  head: number,
  run: number | undefined,
): void {
  const summary = summariseColumn(values, run === undefined ? 'none' : 'runs');
  data[head] = summary.count;
  data[head + 1] = summary.minimum;
  data[head + 2] = summary.maximum;
  data.set(summary.sum, head + 3);
  data.set(summary.squares, head + 3 + SUM_LENGTH);
  if (run === undefined || summary.order.kind !== 'runs') return;
  for (const values of summary.order.runs) data.set(values, run);
}
