import Table from 'cli-table3';
import { style } from './style.ts';

/** Lines between rows cost height and bring nothing: columns are set apart by two spaces. */
const borderless = Object.fromEntries(
  [
    ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
    ...['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'],
  ].map((name) => [name, '']),
);

export type Alignment = 'left' | 'right';

/** Returns a table of text for a terminal, with a bold header and no lines. */
export function plainTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  alignment: readonly Alignment[],
): string {
  const table = new Table({
    head: head.map((name) => style.heading(name)),
    chars: { ...borderless, middle: '  ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: [...alignment],
  });
  table.push(...rows.map((row) => [...row]));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
