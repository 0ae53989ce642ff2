import type { ColumnSummary } from './column-summary.ts';
import { mergeColumns, summariseColumn } from './column-summary.ts';
import type { Order } from './ordered.ts';
import { orderBuffers } from './ordered.ts';
import { pairedColumns, pairsOf } from './paired-columns.ts';

/** The paired columns of a piece, or of many merged, summarised. */
export interface PairedSummary {
  readonly strategies: number;
  /** As in PairedColumns. Those against the baseline come first and keep their order; the others keep moments only. */
  readonly differences: readonly ColumnSummary[];
  readonly wins: readonly ColumnSummary[];
  readonly best: readonly ColumnSummary[];
  readonly regret: readonly ColumnSummary[];
}

/**
 * Returns the summary of what strategies make of the same futures, from a column of npv by replication for each, the
 * baseline first. `order` says what is kept for quantiles of the differences against the baseline, `unit` how many
 * replications are independent of the others only together.
 */
export function summarisePaired(
  npvByStrategy: readonly Float64Array[],
  order: Order['kind'] = 'none',
  unit = 1,
): PairedSummary {
  const columns = pairedColumns(npvByStrategy);
  const moments = (column: Float64Array) => summariseColumn(column, 'none', unit);
  return {
    strategies: npvByStrategy.length,
    differences: columns.differences.map((column, k) =>
      summariseColumn(column, pairsOf(npvByStrategy.length)[k]?.[0] === 0 ? order : 'none', unit),
    ),
    wins: columns.wins.map(moments),
    best: columns.best.map(moments),
    regret: columns.regret.map(moments),
  };
}

/** Returns the summary of both parts together: to the bit what the whole would give. */
export function mergePaired(a: PairedSummary, b: PairedSummary): PairedSummary {
  const merge = (ours: readonly ColumnSummary[], theirs: readonly ColumnSummary[]) =>
    ours.map((column, i) => mergeColumns(column, theirs[i] ?? column));
  return {
    strategies: a.strategies,
    differences: merge(a.differences, b.differences),
    wins: merge(a.wins, b.wins),
    best: merge(a.best, b.best),
    regret: merge(a.regret, b.regret),
  };
}

/** Returns the large buffers of a paired summary, to be transferred (not copied) between threads. */
export function pairedBuffers(summary: PairedSummary): ArrayBuffer[] {
  return summary.differences.flatMap(orderBuffers);
}
