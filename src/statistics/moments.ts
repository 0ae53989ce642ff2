import type { ExactSum } from './exact-sum.ts';
import { addSums, exactSum, exactSumOfProducts, notFinitePart, sumDigits, sumOver } from './exact-sum.ts';
import { roundedRatio } from './rounded-ratio.ts';

/** Count, sum and sum of squares without rounding, so that merged moments are the same bytes however they were cut. */
export interface Moments {
  readonly count: number;
  readonly sum: ExactSum;
  readonly squares: ExactSum;
  /**
   * The moments of the means of blocks, where only whole blocks are independent of each other (stratified replications):
   * the error of the mean is then theirs.
   */
  readonly blocks?: Moments;
}

/** Returns the moments of a column of numbers, none of them NaN. About 20 ns a value. */
export function momentsOf(values: Float64Array): Moments {
  return { count: values.length, sum: exactSum(values), squares: exactSumOfProducts(values, values) };
}

/** Returns the moments of both columns together. */
export function mergeMoments(a: Moments, b: Moments): Moments {
  const merged = {
    count: a.count + b.count,
    sum: addSums(a.sum, b.sum),
    squares: addSums(a.squares, b.squares),
  };
  const blocks = mergeBlocks(a, b);
  return blocks === undefined ? merged : { ...merged, blocks };
}

/** Where one part has values without blocks, the whole has none. */
function mergeBlocks(a: Moments, b: Moments): Moments | undefined {
  if (a.count === 0) return b.blocks;
  if (b.count === 0) return a.blocks;
  return a.blocks === undefined || b.blocks === undefined ? undefined : mergeMoments(a.blocks, b.blocks);
}

/**
 * Returns the same moments with those of the means of blocks of `size` values in a row; without them where the values are
 * no whole number of blocks.
 */
export function withBlocks<T extends Moments>(moments: T, values: Float64Array, size: number): T {
  const blocks = values.length / size;
  if (size === 1 || blocks === 0 || !Number.isInteger(blocks)) return moments;
  const means = Float64Array.from({ length: blocks }, (_, block) => {
    let sum = 0;
    for (let i = block * size; i < (block + 1) * size; i++) sum += values[i] as number;
    return sum / size;
  });
  // A single missing value spoils its block, and replications without it are no longer the design that was drawn.
  return means.some(Number.isNaN) ? moments : { ...moments, blocks: momentsOf(means) };
}

/** Returns the mean, correctly rounded; undefined where there is no value. */
export function mean(moments: Pick<Moments, 'count' | 'sum'>): number | undefined {
  return moments.count === 0 ? undefined : sumOver(moments.sum, moments.count);
}

/**
 * Returns the sample variance Σ(x − mean)²/(n − 1), correctly rounded where all |x| are 0 or in 1e-140 … 1e150; undefined
 * for n < 2, or where a value is infinite.
 */
export function variance(moments: Moments): number | undefined {
  const { count, sum, squares } = moments;
  if (count < 2 || notFinitePart(sum) !== 0 || notFinitePart(squares) !== 0) return undefined;
  return Math.max(0, centredOver(count, squares, sum, sum, count - 1));
}

/** Returns (Σxy − Σx·Σy/n) / divisor, rounded once, from the exact sums. */
export function centredOver(
  count: number,
  products: ExactSum,
  xSum: ExactSum,
  ySum: ExactSum,
  divisor: number,
): number {
  const product = sumDigits(products);
  const x = sumDigits(xSum);
  const y = xSum === ySum ? x : sumDigits(ySum);
  const exponent = Math.min(product.exponent, x.exponent + y.exponent);
  const whole = (BigInt(count) * product.digits) << BigInt(product.exponent - exponent);
  const part = (x.digits * y.digits) << BigInt(x.exponent + y.exponent - exponent);
  return roundedRatio(whole - part, BigInt(count) * BigInt(divisor), exponent);
}

/** Returns the sample standard deviation (divisor n − 1); undefined for n < 2: an empty cell, never 0. */
export function standardDeviation(moments: Moments): number | undefined {
  const square = variance(moments);
  return square === undefined ? undefined : Math.sqrt(square);
}

/** Returns the standard error of the mean, sd/√n, over blocks where there are blocks; undefined for fewer than 2 of them. */
export function standardError(moments: Moments): number | undefined {
  if (moments.blocks !== undefined) return standardError(moments.blocks);
  const square = variance(moments);
  return square === undefined ? undefined : Math.sqrt(square / moments.count);
}

/** Returns the degrees of freedom of the standard error: one less than there are independent values, or blocks of them. */
export function degreesOfFreedom(moments: Moments): number {
  return (moments.blocks ?? moments).count - 1;
}
