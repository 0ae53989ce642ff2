import { sumOver } from './exact-sum.ts';
import type { Interval } from './interval.ts';
import { CONFIDENCE } from './interval.ts';
import type { Moments } from './moments.ts';
import { proportionInterval } from './proportion-interval.ts';

/**
 * Returns the interval of a probability, from a column of shares in 0 … 1 by replication (1 where it happened, ½ or less
 * where a tie is shared): Wilson's, which suits a share that is not 0 or 1 even better, since its variance is smaller.
 * Undefined for no replication.
 */
export function shareInterval(
  shares: Pick<Moments, 'count' | 'sum'> | undefined,
  confidence: number = CONFIDENCE,
): Interval | undefined {
  if (shares === undefined || shares.count === 0) return undefined;
  return proportionInterval(sumOver(shares.sum, 1), shares.count, confidence);
}
