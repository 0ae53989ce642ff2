import type { Ordered } from './ordered.ts';
import { walkSketch } from './quantile-sketch.ts';
import { mergedRun } from './sorted-runs.ts';

/** An empirical distribution function: at values[i], rising, it reaches cumulative[i]/count. */
export interface DistributionSteps {
  readonly count: number;
  readonly values: Float64Array;
  readonly cumulative: Float64Array;
}

/**
 * Returns the empirical distribution function of a column, one step a distinct value: exact from runs, in steps within 0.5%
 * from a sketch; undefined where the order was not kept.
 */
export function distributionSteps({ order }: Ordered): DistributionSteps | undefined {
  if (order.kind === 'none') return undefined;
  if (order.kind === 'runs') return stepsOf(mergedRun(order.runs));
  const centres: number[] = [];
  const counts: number[] = [];
  walkSketch(order.sketch, (value, count) => {
    centres.push(value);
    counts.push(count);
    return false;
  });
  return stepsOf(Float64Array.from(centres), counts);
}

/** A million values would fill lists of numbers many times over, so the steps are written where they stay. */
function stepsOf(sorted: Float64Array, counts?: readonly number[]): DistributionSteps {
  const values = new Float64Array(sorted.length);
  const cumulative = new Float64Array(sorted.length);
  let steps = 0;
  let count = 0;
  for (let i = 0; i < sorted.length; i++) {
    const value = sorted[i] as number;
    count += counts?.[i] ?? 1;
    if (steps > 0 && values[steps - 1] === value) steps--;
    values[steps] = value;
    cumulative[steps] = count;
    steps++;
  }
  return { count, values: values.subarray(0, steps), cumulative: cumulative.subarray(0, steps) };
}
