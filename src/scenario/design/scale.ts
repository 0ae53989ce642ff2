import { exp } from '../../math/exp.ts';
import { log } from '../../math/log.ts';
import { roundedTo } from './decimal.ts';

/** A range of numbers, low < high, and how it is walked; low > 0 where `isLog`, both ends whole where `isWhole`. */
export interface Range {
  readonly low: number;
  readonly high: number;
  /** Equal steps are equal ratios. */
  readonly isLog: boolean;
  readonly isWhole: boolean;
}

/** As many digits as a designer of scenarios can mean, where arithmetic makes the number. */
const designDigits = 6;
/** Equal steps between written numbers are themselves short; this only removes the noise of binary fractions. */
const ladderDigits = 12;

/**
 * Returns the number at a share u in [0, 1] of the way through a range, rounded to six significant digits (more in a range
 * that is narrow for where it lies), or to a whole number. Nothing lies outside the ends.
 */
export function numberAt(range: Range, u: number): number {
  const value = between(range, u);
  if (range.isWhole) return within(range, Math.round(value));
  return within(range, roundedTo(digitsFor(range), value));
}

/** Returns step `index` of a ladder of `count` (2 or more) steps over a range, both ends included. */
export function stepAt(range: Range, index: number, count: number): number {
  const { isLog, isWhole } = range;
  if (index === 0) return range.low;
  if (index === count - 1) return range.high;
  const value = between(range, index / (count - 1));
  if (isWhole) return within(range, Math.round(value));
  return within(range, roundedTo(isLog ? digitsFor(range) : ladderDigits, value));
}

function between({ low, high, isLog }: Range, u: number): number {
  return isLog ? exp(log(low) + u * (log(high) - log(low))) : low + u * (high - low);
}

function within({ low, high }: Range, value: number): number {
  return Math.max(low, Math.min(high, value));
}

/** One digit more for every factor of ten by which the range is narrower than its ends are large. */
function digitsFor({ low, high }: Range): number {
  let digits = designDigits;
  for (let ratio = Math.max(Math.abs(low), Math.abs(high)) / (high - low); ratio > 10; ratio /= 10) digits++;
  return Math.min(15, digits);
}
