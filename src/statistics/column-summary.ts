import type { Moments } from './moments.ts';
import { mergeMoments, momentsOf, withBlocks } from './moments.ts';
import type { Order, Ordered } from './ordered.ts';
import { mergeOrdered, orderOf, presentValues } from './ordered.ts';

export type { Order } from './ordered.ts';
export { orderBuffers as columnBuffers, withSketch } from './ordered.ts';

/** Everything that is reported of one metric of one strategy, over the replications of a piece, or of many merged. */
export interface ColumnSummary extends Moments, Ordered {}

/**
 * Returns the summary of a column by replication, in which NaN is an empty cell and is left out; with `unit`, in blocks of
 * so many replications that are only together independent of the others.
 */
export function summariseColumn(
  values: Float64Array,
  order: Order['kind'] = 'runs',
  unit = 1,
): ColumnSummary {
  const present = presentValues(values);
  const moments = withBlocks(momentsOf(present), values, unit);
  return { ...moments, ...orderOf(present, order) };
}

/** Returns the summary of no value at all: merging it changes nothing. */
export function emptyColumn(order: Order['kind'] = 'runs'): ColumnSummary {
  return summariseColumn(new Float64Array(0), order);
}

/**
 * Returns the summary of both together; every figure made from it is, to the bit, what the whole column in one piece
 * would give, in whatever order and pieces it was merged. Runs are shared, not copied. Where one keeps less of the order
 * than the other (runs, sketch, none), so does the result.
 */
export function mergeColumns(a: ColumnSummary, b: ColumnSummary): ColumnSummary {
  return { ...mergeMoments(a, b), ...mergeOrdered(a, b) };
}
