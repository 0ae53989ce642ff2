import type { ExactSum } from './exact-sum.ts';
import { addSums, exactSum, exactSumOfProducts, notFinitePart, sumDigits, sumOver } from './exact-sum.ts';
import { roundedRatio } from './rounded-ratio.ts';

/** Count, sum and sum of squares without rounding, so that merged moments are the same bytes however they were cut. */
export interface Moments {
  readonly count: number;
  readonly sum: ExactSum;
  readonly squares: ExactSum;
}

/** Returns the moments of a column of numbers, none of them NaN. About 20 ns a value. */
export function momentsOf(values: Float64Array): Moments {
  return { count: values.length, sum: exactSum(values), squares: exactSumOfProducts(values, values) };
}

/** Returns the moments of both columns together. */
export function mergeMoments(a: Moments, b: Moments): Moments {
  return { count: a.count + b.count, sum: addSums(a.sum, b.sum), squares: addSums(a.squares, b.squares) };
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

/** Returns the standard error of the mean, sd/√n; undefined for n < 2. */
export function standardError(moments: Moments): number | undefined {
  const square = variance(moments);
  return square === undefined ? undefined : Math.sqrt(square / moments.count);
}
