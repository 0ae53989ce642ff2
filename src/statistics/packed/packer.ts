import { headLength, type PackedColumns, packColumn } from './columns.ts';
import { instantiateSummary } from './instance.ts';

/** A column to be summarised. */
export interface ColumnToPack {
  readonly values: Float64Array;
  /** Whether its sorted values are kept, for quantiles. */
  readonly isSorted: boolean;
  /** Whether a sketch is kept instead; see ColumnExtras. */
  readonly isSketched?: boolean;
}

const pageBytes = 65_536;
/** The module's own data stands below. */
const firstFree = pageBytes;

/**
 * Returns a function that summarises columns by WebAssembly, to the bit as `summariseColumn` does, at 7 ns a sorted value
 * and 2.5 ns another one, into one piece of memory that can be moved to another thread.
 */
export function columnPacker(): (columns: readonly ColumnToPack[]) => PackedColumns {
  const summary = instantiateSummary();
  let doubles = new Float64Array(summary.memory.buffer);

  return (columns) => {
    const longest = columns.reduce((most, { values }) => Math.max(most, values.length), 0);
    const room = columns.reduce((sum, { values, isSorted }) => sum + (isSorted ? values.length : 0), 0);
    const head = firstFree;
    const values = head + 8 * headLength;
    const run = values + 8 * longest;
    const scratch = run + 8 * longest;
    const missing = scratch + summary.scratchBytes(longest) - summary.memory.buffer.byteLength;
    if (missing > 0) {
      summary.memory.grow(Math.ceil(missing / pageBytes));
      doubles = new Float64Array(summary.memory.buffer);
    }

    const data = new Float64Array(headLength * columns.length + room);
    let nextRun = headLength * columns.length;
    columns.forEach((column, index) => {
      const place = headLength * index;
      const count = column.values.length;
      doubles.set(column.values, values / 8);
      if (summary.summarise(values, count, head, column.isSorted ? run : 0, scratch) !== 0) {
        packColumn(column.values, data, place, column.isSorted ? nextRun : undefined);
      } else {
        data.set(doubles.subarray(head / 8, head / 8 + headLength), place);
        if (column.isSorted) {
          const present = doubles[head / 8] as number;
          data.set(doubles.subarray(run / 8, run / 8 + present), nextRun);
        }
      }
      if (column.isSorted) nextRun += data[place] as number;
    });
    return { data, sorted: Uint8Array.from(columns, ({ isSorted }) => Number(isSorted)) };
  };
}
