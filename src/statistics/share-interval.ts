import { sumOver } from './exact-sum.ts';
import type { Interval } from './interval.ts';
import { CONFIDENCE, interval } from './interval.ts';
import { meanInterval } from './mean-interval.ts';
import type { Moments } from './moments.ts';
import { proportionInterval } from './proportion-interval.ts';

/**
 * Returns the interval of a probability, from a column of shares in 0 … 1 by replication (1 where it happened, ½ or less
 * where a tie is shared): Wilson's, which suits a share that is not 0 or 1 even better, since its variance is smaller.
 * Where only blocks are independent, Student's over the means of the blocks, within 0 … 1; Wilson's again where no two of
 * these differ. Undefined for no replication.
 */
export function shareInterval(
  shares: Moments | undefined,
  confidence: number = CONFIDENCE,
): Interval | undefined {
  if (shares === undefined || shares.count === 0) return undefined;
  const found = shares.blocks === undefined ? undefined : meanInterval(shares.blocks, confidence);
  if (found !== undefined && found.halfWidth > 0) {
    return interval(found.estimate, Math.max(0, found.low), Math.min(1, found.high));
  }
  return proportionInterval(sumOver(shares.sum, 1), shares.count, confidence);
}
