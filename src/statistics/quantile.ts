import { orderStatistic } from './order-statistic.ts';
import type { Ordered } from './ordered.ts';

/** The nine definitions of Hyndman & Fan. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** A product such as n·p that misses a whole number by rounding only is that number. */
const FUZZ = 4 * Number.EPSILON;

/**
 * Returns the sample quantile at probability p in [0, 1], type 7 unless told: x(j) + g·(x(j+1) − x(j)), where j is the whole
 * part of (n − 1)·p + 1 and g the rest. Exact from runs; from a sketch within 0.5% of the larger of the two in size;
 * undefined for no value, or where the order was not kept.
 *
 * Source: R. J. Hyndman & Y. Fan, Sample quantiles in statistical packages (1996), DOI 10.1080/00031305.1996.10473566.
 */
export function quantile(summary: Ordered, p: number, type: QuantileType = 7): number | undefined {
  const { rank, weight } = position(summary.count, p, type);
  const last = summary.count;
  const low = orderStatistic(summary, Math.min(last, Math.max(1, rank)));
  if (weight === 0 || low === undefined) return low;
  const high = orderStatistic(summary, Math.min(last, Math.max(1, rank + 1)));
  return high === undefined || high === low ? low : low + weight * (high - low);
}

/** Returns the rank of the lower neighbour (which may fall outside 1 … count) and the weight of the upper one. */
function position(count: number, p: number, type: QuantileType): { rank: number; weight: number } {
  const [offset, scale] = PLOTTING[type];
  const place = count * p + offset + scale * p;
  const rank = Math.floor(place + FUZZ * Math.max(1, count));
  const rest = place - rank;
  const rounded = Math.abs(rest) < FUZZ * Math.max(1, count) ? 0 : rest;
  if (type === 1) return { rank: rounded > 0 ? rank + 1 : rank, weight: 0 };
  if (type === 2) return rounded > 0 ? { rank: rank + 1, weight: 0 } : { rank, weight: 0.5 };
  if (type === 3) return { rank: rounded > 0 || rank % 2 !== 0 ? rank + 1 : rank, weight: 0 };
  return { rank, weight: rounded };
}

/** The place of p is n·p + offset + scale·p. */
const PLOTTING: Readonly<Record<QuantileType, readonly [offset: number, scale: number]>> = {
  1: [0, 0],
  2: [0, 0],
  3: [-0.5, 0],
  4: [0, 0],
  5: [0.5, 0],
  6: [0, 1],
  7: [1, -1],
  8: [1 / 3, 1 / 3],
  9: [3 / 8, 1 / 4],
};
