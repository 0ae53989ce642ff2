/** What a cell holds; undefined is an empty cell, never 0. */
export type Cell = string | number | undefined;

/** A column of a result file: one definition drives the file, the reference page and whatever describes the file. */
export interface Column<Row> {
  readonly name: string;
  readonly type: 'string' | 'number' | 'integer';
  /** What the figure is measured in; 1 for a share, empty for text. */
  readonly unit: string;
  readonly description: string;
  cell(row: Row): Cell;
}

/** A result file: its name, what a row of it is, and its columns in their order, which does not change. */
export interface Table<Row> {
  readonly file: string;
  readonly row: string;
  readonly columns: readonly Column<Row>[];
}

/** Returns a column of text. */
export function textColumn<Row>(
  name: string,
  description: string,
  cell: (row: Row) => string | undefined,
): Column<Row> {
  return { name, type: 'string', unit: '', description, cell };
}

/** Returns a column of numbers. */
export function numberColumn<Row>(
  name: string,
  unit: string,
  description: string,
  cell: (row: Row) => number | undefined,
): Column<Row> {
  return { name, type: 'number', unit, description, cell };
}

/** Returns a column of whole numbers. */
export function integerColumn<Row>(
  name: string,
  unit: string,
  description: string,
  cell: (row: Row) => number | undefined,
): Column<Row> {
  return { name, type: 'integer', unit, description, cell };
}
