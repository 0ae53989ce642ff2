import { meanSequence } from './confidence-sequence.ts';
import { sumOver } from './exact-sum.ts';
import type { Interval } from './interval.ts';
import { CONFIDENCE } from './interval.ts';
import { meanInterval } from './mean-interval.ts';
import type { Moments } from './moments.ts';
import { shareInterval } from './share-interval.ts';
import { shareSequence } from './share-sequence.ts';

/** Returns the interval of a mean: Student's, or after repeated looks the confidence sequence's, which is wider. */
export function meanBand(
  moments: Moments | undefined,
  looked: boolean,
  confidence: number = CONFIDENCE,
): Interval | undefined {
  if (moments === undefined) return undefined;
  return looked ? meanSequence(moments, confidence) : meanInterval(moments, confidence);
}

/** Returns the interval of a probability from a column of shares: Wilson's, or after repeated looks the sequence's. */
export function shareBand(
  shares: Moments | undefined,
  looked: boolean,
  confidence: number = CONFIDENCE,
): Interval | undefined {
  if (shares === undefined || !looked) return shareInterval(shares, confidence);
  return shareSequence(sumOver(shares.sum, 1), shares.count, confidence);
}
