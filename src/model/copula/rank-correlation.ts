import { asinNarrow } from '../../math/asin-narrow.ts';
import { sinNarrow } from '../../math/sin-narrow.ts';

/**
 * Returns the Pearson correlation that two normal scores need so that their ranks have Spearman's rho: 2·sin(π·rho/6),
 * with rho in [−1, 1]. Odd; −1, 0 and 1 give themselves exactly; otherwise within 2⁻⁵² of the true value.
 *
 * Source: Pearson (1907), "On further methods of determining correlation", Drapers' Company Research Memoirs IV.
 */
export function pearsonOfSpearman(rho: number): number {
  // 2·sin(π/6) falls one unit short of 1 in floating point, and a perfect correlation has to stay one.
  return Math.abs(rho) === 1 ? rho : 2 * sinNarrow((Math.PI * rho) / 6);
}

/** Returns the inverse of `pearsonOfSpearman`: (6/π)·asin(r/2), with r in [−1, 1]. */
export function spearmanOfPearson(r: number): number {
  return Math.abs(r) === 1 ? r : (6 / Math.PI) * asinNarrow(r / 2);
}
