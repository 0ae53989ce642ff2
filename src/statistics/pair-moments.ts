import type { ExactSum } from './exact-sum.ts';
import { addSums, exactSumOfProducts } from './exact-sum.ts';
import type { Moments } from './moments.ts';
import { centredOver, mergeMoments, momentsOf } from './moments.ts';

/** The moments of two columns over the replications where both have a value, and their exact sum of products. */
export interface PairMoments {
  readonly x: Moments;
  readonly y: Moments;
  readonly products: ExactSum;
}

/** Returns the joint moments of two columns by replication; a replication in which either is NaN is left out. */
export function summarisePair(xs: Float64Array, ys: Float64Array): PairMoments {
  const both = (_: number, i: number) => !Number.isNaN((xs[i] as number) + (ys[i] as number));
  const x = xs.filter(both);
  const y = ys.filter(both);
  return { x: momentsOf(x), y: momentsOf(y), products: exactSumOfProducts(x, y) };
}

/** Returns the joint moments of both parts together. */
export function mergePairs(a: PairMoments, b: PairMoments): PairMoments {
  return {
    x: mergeMoments(a.x, b.x),
    y: mergeMoments(a.y, b.y),
    products: addSums(a.products, b.products),
  };
}

/** Returns the sample covariance (divisor n − 1); undefined for n < 2. */
export function covariance(pair: PairMoments): number | undefined {
  const count = pair.x.count;
  return count < 2 ? undefined : centredOver(count, pair.products, pair.x.sum, pair.y.sum, count - 1);
}
