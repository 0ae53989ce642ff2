/** The values that one field takes in a design, as the texts of a set's cells. */
export interface Axis {
  /** The dotted field. */
  readonly field: string;
  /** The values, where there is a fixed number of them: a list, or a range with a count. */
  readonly levels: Levels | undefined;
  /** Returns the cell at a share u in [0, 1] of the way through the axis; levels have equal shares. */
  cellAt(u: number): string;
}

export interface Levels {
  readonly count: number;
  at(index: number): string;
}

/** Returns the axis of a fixed number of values. */
export function levelAxis(field: string, levels: Levels): Axis {
  const last = levels.count - 1;
  return { field, levels, cellAt: (u) => levels.at(Math.min(last, Math.floor(u * levels.count))) };
}
