/** What two or more strategies that faced the same futures make of each one of them, a column by replication each. */
export interface PairedColumns {
  /** For every pair i < j, in the order (0,1), (0,2), …, (1,2), …: the value of j minus that of i. */
  readonly differences: readonly Float64Array[];
  /** For every strategy but the baseline (the first): 1 where it beats the baseline, ½ where they tie, 0 else. */
  readonly wins: readonly Float64Array[];
  /** For every strategy: 1 where it alone is best, 1/k where k tie, 0 else. */
  readonly best: readonly Float64Array[];
  /** For every strategy: the best value of that replication minus its own. */
  readonly regret: readonly Float64Array[];
}

/**
 * Returns the paired columns of one metric (npv: more is better), given as a column by replication for each strategy, the
 * baseline first. A replication in which any is NaN is empty (NaN) in every column.
 */
export function pairedColumns(valuesByStrategy: readonly Float64Array[]): PairedColumns {
  const [baseline = new Float64Array(0), ...alternatives] = valuesByStrategy;
  const greatest = greatestOf(valuesByStrategy, baseline.length);
  const ties = tiesOf(valuesByStrategy, greatest);
  const column = (make: (r: number, most: number) => number) => {
    const made = new Float64Array(greatest.length);
    for (let r = 0; r < made.length; r++) {
      const most = greatest[r] as number;
      made[r] = Number.isNaN(most) ? most : make(r, most);
    }
    return made;
  };
  return {
    differences: pairsOf(valuesByStrategy.length).map(([i, j]) => {
      const minuend = valuesByStrategy[j] ?? baseline;
      const subtrahend = valuesByStrategy[i] ?? baseline;
      return column((r) => (minuend[r] as number) - (subtrahend[r] as number));
    }),
    wins: alternatives.map((values) => column((r) => winOver(values[r] as number, baseline[r] as number))),
    best: valuesByStrategy.map((values) =>
      column((r, most) => (values[r] === most ? 1 / (ties[r] as number) : 0)),
    ),
    regret: valuesByStrategy.map((values) => column((r, most) => most - (values[r] as number))),
  };
}

/** Returns the pairs i < j of so many strategies, in the order of PairedColumns.differences. */
export function pairsOf(strategies: number): readonly (readonly [i: number, j: number])[] {
  const numbers = Array.from({ length: strategies }, (_, i) => i);
  return numbers.flatMap((i) => numbers.slice(i + 1).map((j) => [i, j] as const));
}

function greatestOf(columns: readonly Float64Array[], length: number): Float64Array {
  const greatest = new Float64Array(length).fill(-Infinity);
  for (const column of columns) {
    // Math.max is NaN if either is.
    for (let r = 0; r < length; r++) greatest[r] = Math.max(greatest[r] as number, column[r] as number);
  }
  return greatest;
}

function tiesOf(columns: readonly Float64Array[], greatest: Float64Array): Uint32Array {
  const ties = new Uint32Array(greatest.length);
  for (const column of columns) {
    for (let r = 0; r < ties.length; r++) if (column[r] === greatest[r]) ties[r] = (ties[r] as number) + 1;
  }
  return ties;
}

function winOver(value: number, other: number): number {
  if (value === other) return 0.5;
  return value > other ? 1 : 0;
}
