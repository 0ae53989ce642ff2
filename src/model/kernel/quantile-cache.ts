import { type Distribution, quantileFunction } from '../distributions/distribution.ts';

const most = 4096;
const prepared = new Map<string, (u: number) => number>();

/**
 * Returns the quantile function of a distribution. It is kept for the next scenario that has the same distribution, since
 * preparing one may take a millisecond.
 */
export function cachedQuantile(distribution: Distribution): (u: number) => number {
  const name = JSON.stringify(distribution);
  const known = prepared.get(name);
  if (known !== undefined) return known;
  if (prepared.size >= most) prepared.clear();
  const quantile = quantileFunction(distribution);
  prepared.set(name, quantile);
  return quantile;
}
