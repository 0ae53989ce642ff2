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
  const share = sharesOf(valuesByStrategy, greatest);
  return {
    differences: pairsOf(valuesByStrategy.length).map(([i, j]) =>
      differenceOf(valuesByStrategy[j] ?? baseline, valuesByStrategy[i] ?? baseline, greatest),
    ),
    wins: alternatives.map((values) => winsOf(values, baseline, greatest)),
    best: valuesByStrategy.map((values) => bestOf(values, greatest, share)),
    regret: valuesByStrategy.map((values) => differenceOf(greatest, values, greatest)),
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

/** Returns what the best ones of each replication get: 1 over how many tie. */
function sharesOf(columns: readonly Float64Array[], greatest: Float64Array): Float64Array {
  const shares = new Float64Array(greatest.length);
  for (const column of columns) {
    for (let r = 0; r < shares.length; r++) {
      if (column[r] === greatest[r]) shares[r] = (shares[r] as number) + 1;
    }
  }
  for (let r = 0; r < shares.length; r++) shares[r] = 1 / (shares[r] as number);
  return shares;
}

// One plain loop a column, because a function called for every value is what they would cost. `greatest` is NaN where the
// replication is empty.

function differenceOf(minuend: Float64Array, subtrahend: Float64Array, greatest: Float64Array): Float64Array {
  const differences = new Float64Array(greatest.length);
  for (let r = 0; r < differences.length; r++) {
    const most = greatest[r] as number;
    differences[r] = !Number.isNaN(most) ? (minuend[r] as number) - (subtrahend[r] as number) : Number.NaN;
  }
  return differences;
}

function winsOf(values: Float64Array, baseline: Float64Array, greatest: Float64Array): Float64Array {
  const wins = new Float64Array(greatest.length);
  for (let r = 0; r < wins.length; r++) {
    const most = greatest[r] as number;
    wins[r] = !Number.isNaN(most) ? winOver(values[r] as number, baseline[r] as number) : Number.NaN;
  }
  return wins;
}

function bestOf(values: Float64Array, greatest: Float64Array, share: Float64Array): Float64Array {
  const best = new Float64Array(greatest.length);
  for (let r = 0; r < best.length; r++) {
    const most = greatest[r] as number;
    if (values[r] === most) best[r] = share[r] as number;
    else best[r] = !Number.isNaN(most) ? 0 : Number.NaN;
  }
  return best;
}

function winOver(value: number, other: number): number {
  if (value === other) return 0.5;
  return value > other ? 1 : 0;
}
