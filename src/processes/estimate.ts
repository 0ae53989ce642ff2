import { mean, quantileSorted } from 'simple-statistics';

/** What is expected, and the range in which four sampled futures out of five lie. */
export interface Estimate {
  readonly mean: number;
  readonly p10: number;
  readonly p90: number;
}

/** Returns the mean and the 10th and 90th percentile of a sample of at least one value. */
export function estimate(values: Float64Array): Estimate {
  const sorted = sortedValues(values);
  return { mean: meanOf(values), p10: quantileSorted(sorted, 0.1), p90: quantileSorted(sorted, 0.9) };
}

/** Returns the 5th and the 95th percentile of a sample of at least one value. */
export function tails(values: Float64Array): { readonly p5: number; readonly p95: number } {
  const sorted = sortedValues(values);
  return { p5: quantileSorted(sorted, 0.05), p95: quantileSorted(sorted, 0.95) };
}

/** Returns the arithmetic mean; Infinity where a figure is unlimited. */
export function meanOf(values: Float64Array): number {
  // The library's compensated sum would make NaN of an infinity.
  return values.includes(Number.POSITIVE_INFINITY) ? Number.POSITIVE_INFINITY : mean([...values]);
}

function sortedValues(values: Float64Array): number[] {
  return [...values.slice().sort()];
}
