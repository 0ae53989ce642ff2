import { countBelow } from '../statistics/order-statistic.ts';
import type { StrategySummary } from '../statistics/scenario-summary.ts';

/** Returns in how many futures, and of how many, the NPV of a strategy is below 0; undefined where that was not kept. */
export function lossesOf({ metrics: { npv } }: StrategySummary): { count: number; of: number } | undefined {
  const count = npv === undefined ? undefined : countBelow(npv, 0);
  return npv === undefined || count === undefined ? undefined : { count, of: npv.count };
}
