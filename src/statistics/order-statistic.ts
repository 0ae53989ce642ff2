import type { Ordered } from './ordered.ts';
import { selectFromSketch, walkSketch } from './quantile-sketch.ts';
import { countBelow as countBelowInRun, selectFromRuns } from './sorted-runs.ts';

/**
 * Returns the value of a rank (1 is the least, count the greatest): exact from runs, within 0.5% from a sketch, undefined
 * where the rank is outside 1 … count or the order was not kept.
 */
export function orderStatistic(summary: Ordered, rank: number): number | undefined {
  if (rank < 1 || rank > summary.count) return undefined;
  if (rank === 1) return summary.minimum;
  if (rank === summary.count) return summary.maximum;
  switch (summary.order.kind) {
    case 'runs':
      return selectFromRuns(summary.order.runs, rank);
    case 'sketch':
      return selectFromSketch(summary.order.sketch, rank);
    case 'none':
      return undefined;
  }
}

/**
 * Returns how many values are below `bound`, such as losses below 0: exact from runs, from a sketch but for the values
 * within 0.5% of the bound, undefined where the order was not kept.
 */
export function countBelow(summary: Ordered, bound: number): number | undefined {
  let below = 0;
  switch (summary.order.kind) {
    case 'runs':
      for (const run of summary.order.runs) below += countBelowInRun(run, bound);
      return below;
    case 'sketch':
      walkSketch(summary.order.sketch, (value, count) => {
        if (value >= bound) return true;
        below += count;
        return false;
      });
      return below;
    case 'none':
      return undefined;
  }
}
