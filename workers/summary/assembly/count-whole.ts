import { scanned } from './scan';

/** Whole numbers that span no more than this are sorted by counting them. */
export const mostWholeValues: f64 = 4096;

/** Sorts whole numbers by counting each. */
export function countWhole(values: usize, count: i32, sorted: usize, scratch: usize): void {
  const least = scanned.least;
  const span = <usize>(scanned.greatest - least) + 1;
  memory.fill(scratch, 0, span << 2);
  const end = values + (<usize>count << 3);
  for (let at = values; at < end; at += 8) {
    const place = scratch + (<usize>(load<f64>(at) - least) << 2);
    store<u32>(place, load<u32>(place) + 1);
  }
  let to = sorted;
  for (let i: usize = 0; i < span; i++) {
    const next = to + (<usize>load<u32>(scratch + (i << 2)) << 3);
    const value = least + <f64>i;
    for (; to < next; to += 8) store<f64>(to, value);
  }
}
