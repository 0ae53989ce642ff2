/** What is expected, and the range in which four sampled futures out of five lie. */
export interface Estimate {
  readonly mean: number;
  readonly p10: number;
  readonly p90: number;
}

/** Returns the mean and the 10th and 90th percentile of a sample of at least one value. */
export function estimate(values: Float64Array): Estimate {
  const sorted = values.slice().sort();
  return { mean: meanOf(values), p10: quantile(sorted, 0.1), p90: quantile(sorted, 0.9) };
}

/** Returns the 5th and the 95th percentile of a sample of at least one value. */
export function tails(values: Float64Array): { readonly p5: number; readonly p95: number } {
  const sorted = values.slice().sort();
  return { p5: quantile(sorted, 0.05), p95: quantile(sorted, 0.95) };
}

/** Returns the arithmetic mean, added in the order of the sample. */
export function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Hyndman and Fan's type 7: linear between the order statistics (The American Statistician 50 (1996) 361–365). */
function quantile(sorted: Float64Array, probability: number): number {
  const position = (sorted.length - 1) * probability;
  const low = Math.floor(position);
  const below = sorted[low] ?? Number.NaN;
  const above = sorted[Math.min(low + 1, sorted.length - 1)] ?? Number.NaN;
  // Two unlimited figures have no difference.
  return below === above ? below : below + (position - low) * (above - below);
}
