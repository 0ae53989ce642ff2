import type { Interval } from '../statistics/interval.ts';
import type { StrategySummary } from '../statistics/scenario-summary.ts';
import { shareInterval } from '../statistics/share-interval.ts';
import { type CashDepth, extraCash } from './extra-cash.ts';

/** How likely a strategy is to run out of cash, when, and what would have prevented it. */
export interface Downside {
  /** Share of futures that run out of cash. */
  readonly share: Interval;
  /** Of those that do, half have done so by the end of this period; undefined for none, or where cash by period is not kept. */
  readonly medianPeriod: number | undefined;
  /** This much more cash, as credit, would have kept it from that in the share `covered` of all futures. */
  readonly extraCash: number | undefined;
  readonly covered: number;
}

/** The shares of futures to be covered, of which the first is taken that is not covered already. */
const coverings = [0.95, 0.99] as const;

/** Returns the downside of a strategy; undefined without replications. */
export function downsideOf(summary: StrategySummary, depth: CashDepth): Downside | undefined {
  const share = shareInterval(summary.metrics['insolvent']);
  if (share === undefined) return undefined;
  const covered = coverings.find((each) => share.estimate > 1 - each);
  return {
    share,
    medianPeriod: medianPeriodOf(summary),
    extraCash: covered === undefined ? undefined : extraCash(depth, covered),
    covered: covered ?? coverings[0],
  };
}

/** Returns the period by whose end half of the futures that run out of cash have done so. */
export function medianPeriodOf({ fan }: StrategySummary): number | undefined {
  const all = fan?.insolvent.at(-1) ?? 0;
  if (fan === undefined || all === 0) return undefined;
  return fan.insolvent.findIndex((count) => 2 * count >= all);
}
