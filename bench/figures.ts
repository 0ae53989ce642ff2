import type { Spread } from './spread.ts';

/** Returns the least, the middle and the greatest as cells of a table. */
export function columns({ min, median, max }: Spread): readonly string[] {
  return [min, median, max].map(short);
}

/** Returns a spread in one cell: `2.01 (1.88 to 2.18)`, or nothing. */
export function spreadText(spread: Spread | undefined): string {
  return spread === undefined ? '' : `${short(spread.median)} (${short(spread.min)} to ${short(spread.max)})`;
}

/** Returns a figure with three digits, which is what a timing is good for. */
export function short(x: number): string {
  if (!Number.isFinite(x) || x === 0) return String(x);
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(x))));
  return x.toFixed(Math.min(digits, 6));
}
