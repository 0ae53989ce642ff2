import { stringify } from 'csv-stringify/sync';
import type { Cell, Table } from './table.ts';

/** RFC 4180: commas, quotes where needed (around a lone line break too), CRLF. */
const format = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ } as const;

/** Returns the header line of a table. */
export function csvHeader<Row>(table: Table<Row>): string {
  return stringify([table.columns.map((column) => column.name)], format);
}

/** Returns rows of a table as lines of CSV. */
export function csvRows<Row>(table: Table<Row>, rows: readonly Row[]): string {
  return rows.map((row) => csvLine(table.columns.map((column) => column.cell(row)))).join('');
}

/** Most lines have nothing to quote, and there are very many of them. */
function csvLine(cells: readonly Cell[]): string {
  const texts = cells.map(csvCell);
  const isPlain = cells.every((cell, index) => typeof cell !== 'string' || !special.test(texts[index] ?? ''));
  return isPlain && texts.length > 1 ? `${texts.join(',')}\r\n` : stringify([texts], format);
}

const special = /[",\r\n]/;

/**
 * Returns a cell as text: a number in the shortest form that reads back to the same double, without grouping; nothing
 * for what does not exist. A text that a spreadsheet would run as a formula gets an apostrophe before it.
 */
function csvCell(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  return /^[=+\-@\t\r]/.test(cell) && !isNumber(cell) ? `'${cell}` : cell;
}

/** A negative number is text that begins like a formula, and harmless. */
function isNumber(text: string): boolean {
  return /^[+-]?[\d_.]+$/.test(text);
}
