/** What repeated measurements of one thing gave. */
export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
  readonly count: number;
}

/** Returns the least, the middle and the greatest of some measurements; NaN where there are none. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return {
    min: at(0),
    median: (at(Math.floor(half)) + at(Math.ceil(half))) / 2,
    max: at(sorted.length - 1),
    count: sorted.length,
  };
}

/** Returns the spread of a/b over rounds: what was measured in one round is divided, so that a slow phase hits both. */
export function ratioOf(a: readonly number[], b: readonly number[]): Spread {
  return spreadOf(a.slice(0, b.length).map((value, round) => value / (b[round] ?? Number.NaN)));
}

/** Returns the spread of each of several measurements, or what else `of` makes of them. */
export function eachSpread(
  measured: ReadonlyMap<string, readonly number[]>,
  of: (values: readonly number[]) => Spread = spreadOf,
): Readonly<Record<string, Spread>> {
  return Object.fromEntries([...measured].map(([name, values]) => [name, of(values)]));
}
