import { type Interval, interval } from '../statistics/interval.ts';
import { quantile } from '../statistics/quantile.ts';
import { quantileInterval } from '../statistics/quantile-interval.ts';
import type { StrategySummary } from '../statistics/scenario-summary.ts';

/**
 * Returns how much more cash, beyond the opening cash, the funding and the credit line, would have carried a strategy past
 * the point at which it broke in this share of the futures: the quantile of max(0, −lowest cash − credit line). A strategy
 * that is broke ends there, so what it would have needed later is not in it. Undefined without the metric, or where the
 * credit line is uncertain.
 */
export function extraCash(
  { metrics }: StrategySummary,
  creditLine: number | undefined,
  covered: number,
): number | undefined {
  const lowest = metrics['lowest_cash'];
  const cash = lowest === undefined ? undefined : quantile(lowest, shareBelow(covered));
  return cash === undefined || creditLine === undefined ? undefined : beyond(cash, creditLine);
}

/** Returns its interval, from that of the quantile of the lowest cash; undefined where n is too small. */
export function extraCashInterval(
  { metrics }: StrategySummary,
  creditLine: number | undefined,
  covered: number,
): Interval | undefined {
  const lowest = metrics['lowest_cash'];
  const cash = lowest === undefined ? undefined : quantileInterval(lowest, shareBelow(covered));
  if (cash === undefined || creditLine === undefined) return undefined;
  const { estimate, low, high } = cash;
  return interval(beyond(estimate, creditLine), beyond(high, creditLine), beyond(low, creditLine));
}

/** In whole percents, so that 1 − 0.95 is 0.05 and not what floating point makes of it. */
function shareBelow(covered: number): number {
  return Math.round(100 * (1 - covered)) / 100;
}

function beyond(cash: number, creditLine: number): number {
  return Math.max(0, -cash - creditLine);
}
