/** What a scan has seen. */
export namespace scanned {
  export let least: f64 = Infinity;
  export let greatest: f64 = -Infinity;
  /** Whole numbers so small that sums of their squares are whole numbers of 53 bits. */
  export let isSmallAndWhole: bool = false;
}

/** 2^19: 2^14 squares of numbers below it add up to less than 2^52. */
const mostWhole: f64 = 524288;

/** Leaves out what is NaN and makes −0 to 0, in place. Returns how many values are left. */
export function scan(values: usize, n: i32): i32 {
  let count = n;
  if (hasNaN(values, n)) count = compact(values, n);
  let least = f64x2.splat(Infinity);
  let greatest = f64x2.splat(-Infinity);
  let whole = i64x2.splat(-1);
  const zero = f64x2.splat(0);
  const end = values + (<usize>(count & ~1) << 3);
  let at = values;
  for (; at < end; at += 16) {
    const pair = f64x2.add(v128.load(at), zero);
    v128.store(at, pair);
    least = f64x2.pmin(least, pair);
    greatest = f64x2.pmax(greatest, pair);
    whole = v128.and(whole, f64x2.eq(f64x2.nearest(pair), pair));
  }
  let low = min(f64x2.extract_lane(least, 0), f64x2.extract_lane(least, 1));
  let high = max(f64x2.extract_lane(greatest, 0), f64x2.extract_lane(greatest, 1));
  let isWhole = i64x2.all_true(whole);
  if (count & 1) {
    const last = load<f64>(at) + 0;
    store<f64>(at, last);
    low = min(low, last);
    high = max(high, last);
    isWhole = isWhole && nearest(last) === last;
  }
  scanned.least = low;
  scanned.greatest = high;
  scanned.isSmallAndWhole = isWhole && count <= 16384 && low > -mostWhole && high < mostWhole;
  return count;
}

function hasNaN(values: usize, n: i32): bool {
  let ordered = i64x2.splat(-1);
  const end = values + (<usize>(n & ~1) << 3);
  let at = values;
  for (; at < end; at += 16) {
    const pair = v128.load(at);
    ordered = v128.and(ordered, f64x2.eq(pair, pair));
  }
  if (!i64x2.all_true(ordered)) return true;
  return (n & 1) !== 0 && isNaN(load<f64>(at));
}

function compact(values: usize, n: i32): i32 {
  let to = values;
  for (let i = 0; i < n; i++) {
    const value = load<f64>(values + (<usize>i << 3));
    store<f64>(to, value);
    to += value === value ? 8 : 0;
  }
  return <i32>((to - values) >> 3);
}
