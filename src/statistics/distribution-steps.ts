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
export function distributionSteps(summary: Ordered): DistributionSteps | undefined {
  const values: number[] = [];
  const cumulative: number[] = [];
  let count = 0;
  const add = (value: number, more: number) => {
    count += more;
    const last = values.length - 1;
    if (values[last] === value) cumulative[last] = count;
    else {
      values.push(value);
      cumulative.push(count);
    }
    return false;
  };
  if (summary.order.kind === 'none') return undefined;
  if (summary.order.kind === 'sketch') walkSketch(summary.order.sketch, add);
  else for (const value of mergedRun(summary.order.runs)) add(value, 1);
  return { count, values: Float64Array.from(values), cumulative: Float64Array.from(cumulative) };
}
