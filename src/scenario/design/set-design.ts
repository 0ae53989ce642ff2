import type { Key } from '../../random/seed.ts';
import { scrambledSobol } from '../../random/sobol/scrambled-sobol.ts';
import type { Axis, Levels } from './axis.ts';
import { latinHypercubeColumn } from './latin-hypercube.ts';

/** A scenario set in the making: a name and a cell for each axis in every row. */
export interface SetDesign {
  /** `scenario`, then the fields in the order in which they were given. */
  readonly header: readonly string[];
  readonly count: number;
  /** Returns a row as the set's CSV holds it; `index` in 0 … count − 1. The name comes first, as in `grid-0001`. */
  row(index: number): readonly string[];
}

/** Returns every combination of the axes' values; the last axis changes fastest. All axes must have levels. */
export function gridDesign(axes: readonly Axis[]): SetDesign {
  const levels = axes.map(({ field, levels: found }): Levels => {
    if (found === undefined) throw new RangeError(`${field} has no fixed number of values`);
    return found;
  });
  const count = gridSize(axes);
  return named('grid', axes, count, (index) => {
    let rest = index;
    return levels
      .toReversed()
      .map(({ count: size, at }) => {
        const place = rest % size;
        rest = (rest - place) / size;
        return at(place);
      })
      .reverse();
  });
}

/** Returns how many rows a grid over the axes has; an axis without levels counts once. */
export function gridSize(axes: readonly Axis[]): number {
  return axes.reduce((product, { levels }) => product * (levels?.count ?? 1), 1);
}

/** Returns a Latin hypercube sample of `rows` rows. Adding an axis leaves the columns of the others as they were. */
export function latinHypercubeDesign(axes: readonly Axis[], rows: number, key: Key): SetDesign {
  const columns = axes.map(({ field }) => latinHypercubeColumn(key, field, rows));
  return named('lhs', axes, rows, (row) =>
    axes.map((axis, column) => axis.cellAt(columns[column]?.[row] as number)),
  );
}

/**
 * Returns the first `rows` points of a Sobol' sequence, Owen-scrambled under the key: at most 1,111 axes; best filled where
 * `rows` is a power of two. More rows leave the earlier ones as they were.
 */
export function sobolDesign(axes: readonly Axis[], rows: number, key: Key): SetDesign {
  const sequence = scrambledSobol(key, axes.length);
  return named('sobol', axes, rows, (row) =>
    axes.map((axis, dimension) => axis.cellAt(sequence.uniform(row, dimension))),
  );
}

/** A word before the number keeps a spreadsheet from reading the name as a number. */
function named(
  word: string,
  axes: readonly Axis[],
  count: number,
  cells: (index: number) => readonly string[],
): SetDesign {
  const width = Math.max(4, String(count).length);
  return {
    header: ['scenario', ...axes.map(({ field }) => field)],
    count,
    row: (index) => [`${word}-${String(index + 1).padStart(width, '0')}`, ...cells(index)],
  };
}
