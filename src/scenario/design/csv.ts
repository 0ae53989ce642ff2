import { stringify } from 'csv-stringify/sync';
import type { SetDesign } from './set-design.ts';

const rowsAtOnce = 1000;

/** Yields the CSV of a set in pieces (RFC 4180: CRLF, quotes where they are needed), so that a large one needs no memory. */
export function* setCsv(design: SetDesign): Generator<string, void, undefined> {
  yield csv([design.header]);
  for (let first = 0; first < design.count; first += rowsAtOnce) {
    const length = Math.min(rowsAtOnce, design.count - first);
    yield csv(Array.from({ length }, (_, offset) => design.row(first + offset)));
  }
}

function csv(rows: readonly (readonly string[])[]): string {
  return stringify([...rows], { record_delimiter: 'windows' });
}
