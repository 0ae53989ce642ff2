import Table from 'cli-table3';
import picocolors from 'picocolors';

const isTerminal = process.stdout.isTTY === true;
const { NO_COLOR: noColor = '' } = process.env;

/** Colours where the output is a terminal that has not been told otherwise (`NO_COLOR`), plain text elsewhere. */
export const colours = picocolors.createColors(isTerminal && noColor === '');

const noLines = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/** Returns a table without lines, its head in bold; columns named in `rightAligned` hold numbers. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  rightAligned: readonly number[] = [],
): string {
  const drawn = new Table({
    head: head.map((title) => colours.bold(title)),
    chars: noLines,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colAligns: head.map((_, column) => (rightAligned.includes(column) ? 'right' : 'left')),
  });
  for (const row of rows) drawn.push([...row]);
  return drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Returns a paragraph broken at spaces to the width of the terminal, every line after the first indented. */
export function wrapped(text: string, indent: string, first: string = indent): string {
  const width = Math.max(40, isTerminal ? (process.stdout.columns ?? 100) : 100);
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    const isStart = line === first || line === indent;
    if (!isStart && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else line += isStart ? word : ` ${word}`;
  }
  return [...lines, line].join('\n');
}
