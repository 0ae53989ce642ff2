import { roundedRatio } from './rounded-ratio.ts';
import { HIGH_WORD, LOW_WORD } from './word-order.ts';

/**
 * A sum of doubles without any rounding: 68 chunks of 32 bits, chunk i in units of 2^(32·i − 1074), then one slot for
 * what is not finite. Integers add exactly, so a sum is the same bytes in any order and however it was cut in pieces.
 *
 * Source: R. M. Neal, Fast exact summation using small and large superaccumulators (2015), arXiv:1505.05571, section 2.
 */
export type ExactSum = Float64Array;

const CHUNKS = 68;
/** How many numbers an exact sum is. */
export const SUM_LENGTH = CHUNKS + 1;
const CHUNK_SIZE = 0x100000000;
const LOWEST_EXPONENT = -1074;
/** A chunk is exact below 2^53 and an addition puts less than 2^32 in it, so carries may wait this long. */
const ADDITIONS_BETWEEN_CARRIES = 0x100000;
/** Dekker's splitter, 2^27 + 1. */
const SPLITTER = 134217729;
/** From this biased exponent (2^977) on the splitter may overflow. */
const HUGE = 2000;

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
const high = HIGH_WORD;
const low = LOW_WORD;

/** Returns the exact sum of nothing. */
export function emptySum(): ExactSum {
  return new Float64Array(SUM_LENGTH);
}

/** Adds one double, in place. The caller normalises at least every 2^20 additions. No allocation. */
function add(sum: ExactSum, value: number): void {
  double[0] = value;
  const highWord = words[high] as number;
  const lowWord = words[low] as number;
  const biased = (highWord >>> 20) & 0x7ff;
  if (biased === 0x7ff) {
    sum[CHUNKS] = (sum[CHUNKS] as number) + value;
    return;
  }
  const fraction = highWord & 0xfffff;
  const mantissaHigh = biased === 0 ? fraction : fraction | 0x100000;
  const position = biased === 0 ? 0 : biased - 1;
  const chunk = position >>> 5;
  const shift = position & 31;
  // Two steps, because a shift by 32 is a shift by 0.
  const back = 31 - shift;
  const first = (lowWord << shift) >>> 0;
  const second = (((lowWord >>> 1) >>> back) | (mantissaHigh << shift)) >>> 0;
  const third = (mantissaHigh >>> 1) >>> back;
  if (highWord >>> 31 === 0) {
    sum[chunk] = (sum[chunk] as number) + first;
    sum[chunk + 1] = (sum[chunk + 1] as number) + second;
    sum[chunk + 2] = (sum[chunk + 2] as number) + third;
  } else {
    sum[chunk] = (sum[chunk] as number) - first;
    sum[chunk + 1] = (sum[chunk + 1] as number) - second;
    sum[chunk + 2] = (sum[chunk + 2] as number) - third;
  }
}

/** What was collected since the last flush, by biased exponent: the upper 26 bits of the values, and the rest. */
const upperParts = new Float64Array(2048);
const lowerParts = new Float64Array(2048);
let leastExponent = 2048;
let greatestExponent = -1;

/**
 * Adds one double, in place, once `flush` is called, and before 2^20 of these. Parts of one exponent are whole multiples of
 * one power of two, too few to need more than 53 bits, so their sums are exact: the idea of Neal's large superaccumulator.
 */
function collect(sum: ExactSum, value: number): void {
  if (value === 0) return;
  double[0] = value;
  const exponent = ((words[high] as number) >>> 20) & 0x7ff;
  if (exponent >= HUGE) {
    add(sum, value);
    return;
  }
  const split = SPLITTER * value;
  const upper = split - (split - value);
  upperParts[exponent] = (upperParts[exponent] as number) + upper;
  lowerParts[exponent] = (lowerParts[exponent] as number) + (value - upper);
  if (exponent < leastExponent) leastExponent = exponent;
  if (exponent > greatestExponent) greatestExponent = exponent;
}

function flush(sum: ExactSum): void {
  for (let exponent = leastExponent; exponent <= greatestExponent; exponent++) {
    const upper = upperParts[exponent] as number;
    const lower = lowerParts[exponent] as number;
    if (upper !== 0) add(sum, upper);
    if (lower !== 0) add(sum, lower);
    upperParts[exponent] = 0;
    lowerParts[exponent] = 0;
  }
  leastExponent = 2048;
  greatestExponent = -1;
  normalise(sum);
}

/**
 * Collects x·y as its rounded product and the exact error of that (Dekker 1971, A floating-point technique for extending
 * the available precision, DOI 10.1007/BF01397083). Exact while 1e-140 < |x|, |y| < 1e150, or one is 0.
 */
function collectProduct(sum: ExactSum, x: number, y: number): void {
  const product = x * y;
  const xSplit = SPLITTER * x;
  const xUpper = xSplit - (xSplit - x);
  const xLower = x - xUpper;
  const ySplit = SPLITTER * y;
  const yUpper = ySplit - (ySplit - y);
  const yLower = y - yUpper;
  const error = xLower * yLower - (product - xUpper * yUpper - xLower * yUpper - xUpper * yLower);
  collect(sum, product);
  // Beyond the range above the error is not a number; the product alone is then as good as it gets.
  if (Number.isFinite(error)) collect(sum, error);
}

/** Makes the one form of a value: every chunk below 2^32 in size, and all of one sign. In place. */
function normalise(sum: ExactSum): void {
  carry(sum, 1);
  if ((sum[CHUNKS - 1] as number) < 0) carry(sum, -1);
}

function carry(sum: ExactSum, sign: 1 | -1): void {
  let carried = 0;
  for (let i = 0; i < CHUNKS - 1; i++) {
    const chunk = sign * (sum[i] as number) + carried;
    carried = Math.floor(chunk / CHUNK_SIZE);
    sum[i] = sign * (chunk - carried * CHUNK_SIZE) + 0;
  }
  sum[CHUNKS - 1] = (sum[CHUNKS - 1] as number) + sign * carried;
}

/** Returns the exact sum of `values`. About 5 ns a value. */
export function exactSum(values: Float64Array): ExactSum {
  const sum = emptySum();
  for (let start = 0; start < values.length; start += ADDITIONS_BETWEEN_CARRIES) {
    const end = Math.min(values.length, start + ADDITIONS_BETWEEN_CARRIES);
    for (let i = start; i < end; i++) collect(sum, values[i] as number);
    flush(sum);
  }
  return sum;
}

/** Returns the exact sum of x·y over two columns of one length; of squares, if they are the same column. About 15 ns a value. */
export function exactSumOfProducts(xs: Float64Array, ys: Float64Array): ExactSum {
  const sum = emptySum();
  const step = ADDITIONS_BETWEEN_CARRIES / 2;
  for (let start = 0; start < xs.length; start += step) {
    const end = Math.min(xs.length, start + step);
    for (let i = start; i < end; i++) collectProduct(sum, xs[i] as number, ys[i] as number);
    flush(sum);
  }
  return sum;
}

/** Returns a + b, exactly. */
export function addSums(a: ExactSum, b: ExactSum): ExactSum {
  const sum = emptySum();
  for (let i = 0; i <= CHUNKS; i++) sum[i] = (a[i] as number) + (b[i] as number);
  normalise(sum);
  return sum;
}

/** A value digits·2^exponent. */
export interface BinaryInteger {
  readonly digits: bigint;
  readonly exponent: number;
}

/** Returns the value of a sum of finite numbers as an integer times a power of two. */
export function sumDigits(sum: ExactSum): BinaryInteger {
  let last = CHUNKS - 1;
  while (last > 0 && sum[last] === 0) last--;
  let first = 0;
  while (first < last && sum[first] === 0) first++;
  let digits = 0n;
  for (let i = last; i >= first; i--) digits = (digits << 32n) + BigInt(sum[i] as number);
  return { digits, exponent: 32 * first + LOWEST_EXPONENT };
}

/** Returns the sum of the infinities (and NaN) that were added: 0 when all were finite. */
export function notFinitePart(sum: ExactSum): number {
  return sum[CHUNKS] as number;
}

/** Returns sum / divisor, correctly rounded (divisor a whole number from 1); not finite if anything added was not. */
export function sumOver(sum: ExactSum, divisor: number): number {
  const part = notFinitePart(sum);
  if (part !== 0) return part;
  const { digits, exponent } = sumDigits(sum);
  return roundedRatio(digits, BigInt(divisor), exponent);
}
