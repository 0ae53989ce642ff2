import { summariseColumn } from './column-summary.ts';
import type { Interval } from './interval.ts';
import { CONFIDENCE } from './interval.ts';
import { meanInterval } from './mean-interval.ts';

/**
 * Returns Student's interval of the mean paired difference, ours minus theirs, of two columns by replication of the same
 * futures. What both share cancels, so it is as much shorter than two separate intervals as they are correlated. A
 * replication in which either is NaN is left out; undefined for fewer than 2.
 */
export function differenceInterval(
  ours: Float64Array,
  theirs: Float64Array,
  confidence: number = CONFIDENCE,
): Interval | undefined {
  const differences = ours.map((value, r) => value - (theirs[r] ?? Number.NaN));
  return meanInterval(summariseColumn(differences, 'none'), confidence);
}
