import { type CashFlowFan, type CashFlowPaths, columnsByPeriod, reachedBy } from '../cash-flow-fan.ts';
import { type PackedColumns, unpackColumns } from './columns.ts';
import type { ColumnToPack } from './packer.ts';

/** A fan whose quantiles are exact, as it goes from thread to thread. */
export interface PackedFan {
  readonly replications: number;
  /** Closing cash, period by period, then cumulative cash flow. */
  readonly columns: PackedColumns;
  readonly insolvent: Uint32Array;
  readonly scaled: Uint32Array;
}

/** Returns the fan of a piece, packed: what `summariseFan` with runs gives, to the bit. */
export function packFan(
  { closingCash, cumulativeCashFlow, periods, insolventFrom, scaledFrom }: CashFlowPaths,
  pack: (columns: readonly ColumnToPack[]) => PackedColumns,
): PackedFan {
  const columns = [closingCash, cumulativeCashFlow].flatMap((paths) => columnsByPeriod(paths, periods));
  return {
    replications: insolventFrom.length,
    columns: pack(columns.map((values) => ({ values, isSorted: true }))),
    insolvent: reachedBy(insolventFrom, periods),
    scaled: reachedBy(scaledFrom, periods),
  };
}

/** Returns the fan that was packed. */
export function unpackFan({ replications, columns, insolvent, scaled }: PackedFan): CashFlowFan {
  const all = unpackColumns(columns);
  const periods = all.length / 2;
  return {
    replications,
    closingCash: all.slice(0, periods),
    cumulativeCashFlow: all.slice(periods),
    insolvent,
    scaled,
  };
}
