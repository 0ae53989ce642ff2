import type { ColumnSummary } from '../statistics/column-summary.ts';
import { type Interval, interval } from '../statistics/interval.ts';
import { quantile } from '../statistics/quantile.ts';
import { quantileInterval } from '../statistics/quantile-interval.ts';

/** How deep a strategy goes, and how deep it may. */
export interface CashDepth {
  /** Its lowest cash in the same futures with a credit line without end; undefined where that was not played. */
  readonly lowestOnCredit: ColumnSummary | undefined;
  /** How far cash may fall below 0; undefined where that is uncertain. */
  readonly creditLine: number | undefined;
}

/**
 * Returns how much more credit would have kept a strategy from running out of cash in this share of the futures: the
 * quantile of max(0, −lowest cash on endless credit − credit line). Undefined where that was not played.
 */
export function extraCash(depth: CashDepth, covered: number): number | undefined {
  const { lowestOnCredit, creditLine } = depth;
  const cash = lowestOnCredit === undefined ? undefined : quantile(lowestOnCredit, shareBelow(covered));
  return cash === undefined || creditLine === undefined ? undefined : beyond(cash, creditLine);
}

/** Returns its interval, from that of the quantile of the lowest cash; undefined where n is too small. */
export function extraCashInterval(depth: CashDepth, covered: number): Interval | undefined {
  const { lowestOnCredit, creditLine } = depth;
  const cash =
    lowestOnCredit === undefined ? undefined : quantileInterval(lowestOnCredit, shareBelow(covered));
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
