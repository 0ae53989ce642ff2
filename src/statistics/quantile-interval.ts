import type { Ranks } from './binomial-ranks.ts';
import { binomialRanks } from './binomial-ranks.ts';
import type { Interval } from './interval.ts';
import { CONFIDENCE, interval } from './interval.ts';
import { orderStatistic } from './order-statistic.ts';
import type { Ordered } from './ordered.ts';
import { quantile } from './quantile.ts';

/** A report asks for the same ranks for every metric. */
const known = new Map<string, Ranks | undefined>();
const KNOWN_AT_MOST = 1000;

/**
 * Returns the type 7 quantile at p with the distribution-free interval between two order statistics; its confidence is at
 * least the nominal one for every distribution. Undefined where n is too small (binomialRanks), or where the order was
 * not kept. From a sketch both ends carry its 0.5% error.
 */
export function quantileInterval(
  summary: Ordered,
  p: number,
  confidence: number = CONFIDENCE,
): Interval | undefined {
  const ranks = knownRanks(summary.count, p, confidence);
  const estimate = quantile(summary, p);
  if (ranks === undefined || estimate === undefined) return undefined;
  const low = orderStatistic(summary, ranks.low);
  const high = orderStatistic(summary, ranks.high);
  return low === undefined || high === undefined ? undefined : interval(estimate, low, high);
}

function knownRanks(n: number, p: number, confidence: number): Ranks | undefined {
  const key = `${n} ${p} ${confidence}`;
  if (known.has(key)) return known.get(key);
  if (known.size >= KNOWN_AT_MOST) known.clear();
  const ranks = binomialRanks(n, p, confidence);
  known.set(key, ranks);
  return ranks;
}
