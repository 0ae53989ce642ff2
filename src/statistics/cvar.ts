import { exactSum, sumOver } from './exact-sum.ts';
import { orderStatistic } from './order-statistic.ts';
import type { Ordered } from './ordered.ts';
import { walkSketch } from './quantile-sketch.ts';
import { countBelow } from './sorted-runs.ts';

/**
 * Returns the conditional value at risk: the mean of the worst (lowest) share `level`, in (0, 1], of the values. With
 * n·level = k + w, it is (x(1) + … + x(k) + w·x(k+1)) / (n·level): the boundary observation counts with the part of it
 * that belongs to the tail, which is the minimum of Rockafellar and Uryasev's formula. The minimum where n·level ≤ 1.
 * Exact from runs; from a sketch within 0.5% of the mean size of the tail; undefined for no value, or where the order was
 * not kept.
 *
 * Source: R. T. Rockafellar & S. Uryasev, Conditional value-at-risk for general loss distributions (2002), proposition 8,
 * DOI 10.1016/S0378-4266(02)00271-6.
 */
export function cvar(summary: Ordered, level = 0.05): number | undefined {
  const size = summary.count * level;
  const tail = lowerTail(summary, Math.floor(size));
  if (tail === undefined) return undefined;
  const whole = tail.values.length;
  if (whole === 0) return tail.boundary;
  return (sumOver(exactSum(tail.values), 1) + (size - whole) * tail.boundary) / size;
}

/** The lowest values, in no order, and the next one above them. */
export interface LowerTail {
  readonly values: Float64Array;
  readonly boundary: number;
}

/** Returns the `whole` lowest values; undefined for no value at all, or where the order was not kept. */
export function lowerTail(summary: Ordered, whole: number): LowerTail | undefined {
  if (summary.order.kind === 'none') return undefined;
  const boundary = orderStatistic(summary, Math.min(summary.count, whole + 1));
  if (boundary === undefined) return undefined;
  // What the walk below does not reach are ties with the boundary.
  const values = new Float64Array(Math.min(summary.count, whole)).fill(boundary);
  let filled = 0;
  if (summary.order.kind === 'runs') {
    for (const run of summary.order.runs) {
      const below = countBelow(run, boundary);
      values.set(run.subarray(0, below), filled);
      filled += below;
    }
  } else {
    walkSketch(summary.order.sketch, (value, count) => {
      if (value >= boundary) return true;
      const end = Math.min(values.length, filled + count);
      values.fill(value, filled, end);
      filled = end;
      return filled === values.length;
    });
  }
  return { values, boundary };
}
