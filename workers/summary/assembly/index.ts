import { countWhole, mostWholeValues } from './count-whole';
import { scan, scanned } from './scan';
import { sort, sortBytes } from './sort';
import { sumDigits } from './sum-digits';
import { sumWhole } from './sum-whole';
import { sumBytes } from './superaccumulator';

/** Where the number of values, the least and the greatest of them go, and after them the sums of values and squares. */
export const headBytes: usize = 24;

/** With more values than this, sums of products might not fit 64 bits. */
const mostValues: i32 = 65536;

/**
 * Summarises the column of `n` numbers at `values`, in which NaN is left out and −0 made 0, in place. Writes count, least,
 * greatest, exact sum and exact sum of squares to `out`, and, unless `sorted` is 0, the sorted values there; `scratch` has
 * room for `scratchBytes(n)`. Returns 0, or 1 where the column has values that need the general arithmetic: infinite, or
 * so large or small that their squares leave the range of doubles.
 */
export function summarise(values: usize, n: i32, out: usize, sorted: usize, scratch: usize): i32 {
  if (n > mostValues) return 1;
  const count = scan(values, n);
  store<f64>(out, <f64>count);
  store<f64>(out, scanned.least, 8);
  store<f64>(out, scanned.greatest, 16);
  const sum = out + headBytes;
  memory.fill(sum, 0, 2 * sumBytes);
  if (count === 0) return 0;
  if (scanned.isSmallAndWhole) sumWhole(values, count, sum, sum + sumBytes);
  else if (!sumDigits(values, count, sum, sum + sumBytes)) return 1;
  if (sorted === 0) return 0;
  const span = scanned.greatest - scanned.least;
  if (scanned.isSmallAndWhole && span < mostWholeValues) countWhole(values, count, sorted, scratch);
  else sort(values, count, sorted, scratch, scanned.least, scanned.greatest);
  return 0;
}

/** Returns the room that `summarise` needs beside. */
export function scratchBytes(n: i32): i32 {
  return sortBytes(n);
}
