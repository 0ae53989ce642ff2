/** A bucket with more values than this is sorted by buckets again. */
const few: i32 = 24;
const mostBuckets: i32 = 16384;
const deepest: i32 = 3;
const levelBytes: usize = 4 * 16_640;
const levels: usize = 4;

/** Returns the room that a sort needs: counters of each level, the buckets of the values, and a copy a level. */
export function sortBytes(n: i32): i32 {
  return <i32>(levels * levelBytes) + 32 * n + 64;
}

/**
 * Sorts finite numbers from `values`, which is left as it is, to `sorted`: by as many buckets of equal width as there are
 * values, again within a bucket that has many, and at last by insertion, which has little left to do.
 */
export function sort(values: usize, count: i32, sorted: usize, scratch: usize, least: f64, greatest: f64): void {
  const places = scratch + levels * levelBytes;
  const spare = places + (<usize>count << 3);
  distribute(values, count, sorted, scratch, places, spare, least, greatest, 0);
  settle(sorted, count);
  insert(sorted, count);
}

function distribute(
  values: usize,
  count: i32,
  sorted: usize,
  counters: usize,
  places: usize,
  spare: usize,
  least: f64,
  greatest: f64,
  depth: i32,
): void {
  const buckets = min(mostBuckets, max(16, 1 << (32 - clz(count - 1))));
  const scale = <f64>buckets / (greatest - least);
  // A span beyond all bounds, or next to nothing: insertion alone would take forever.
  if (!(scale < 1e300) || !(scale > 1e-300) || greatest === least) {
    if (values !== sorted) memory.copy(sorted, values, <usize>count << 3);
    if (greatest !== least) heapSort(sorted, count);
    return;
  }
  const last = i32x4.splat(buckets - 1);
  const lows = f64x2.splat(least);
  const scales = f64x2.splat(scale);
  memory.fill(counters, 0, <usize>buckets << 2);
  const end = values + (<usize>(count & ~1) << 3);
  let at = values;
  let place = places;
  for (; at < end; at += 16, place += 8) {
    const offset = f64x2.mul(f64x2.sub(v128.load(at), lows), scales);
    const pair = i32x4.min_s(i32x4.trunc_sat_f64x2_s_zero(offset), last);
    v128.store64_lane(place, pair, 0);
    const first = counters + (<usize>i32x4.extract_lane(pair, 0) << 2);
    store<u32>(first, load<u32>(first) + 1);
    const second = counters + (<usize>i32x4.extract_lane(pair, 1) << 2);
    store<u32>(second, load<u32>(second) + 1);
  }
  if (count & 1) {
    const bucket = min(<i32>((load<f64>(at) - least) * scale), buckets - 1);
    store<u32>(place, bucket);
    const counter = counters + (<usize>bucket << 2);
    store<u32>(counter, load<u32>(counter) + 1);
  }
  let next: u32 = <u32>sorted;
  let most: u32 = 0;
  const counterEnd = counters + (<usize>buckets << 2);
  for (let counter = counters; counter < counterEnd; counter += 4) {
    const inBucket = load<u32>(counter);
    most = max(most, inBucket);
    store<u32>(counter, next);
    next += inBucket << 3;
  }
  const placesEnd = places + (<usize>count << 2);
  at = values;
  for (place = places; place < placesEnd; place += 4, at += 8) {
    const counter = counters + (<usize>load<u32>(place) << 2);
    const to = load<u32>(counter);
    store<u32>(counter, to + 8);
    store<f64>(to, load<f64>(at));
  }
  if (<i32>most > few) refine(sorted, counters, counterEnd, places, spare, depth);
}

/** Sorts each bucket with many values; a counter now holds where its bucket ends. */
function refine(
  sorted: usize,
  counters: usize,
  counterEnd: usize,
  places: usize,
  spare: usize,
  depth: i32,
): void {
  let start = sorted;
  for (let counter = counters; counter < counterEnd; counter += 4) {
    const end = <usize>load<u32>(counter);
    const count = <i32>((end - start) >> 3);
    if (count > few) {
      let low = load<f64>(start);
      let high = low;
      for (let at = start; at < end; at += 8) {
        low = min(low, load<f64>(at));
        high = max(high, load<f64>(at));
      }
      if (low < high) {
        if (depth === deepest) heapSort(start, count);
        else {
          memory.copy(spare, start, end - start);
          distribute(spare, count, start, counters + levelBytes, places, spare + (end - start), low, high, depth + 1);
        }
      }
    }
    start = end;
  }
}

/**
 * Carries the greater of two neighbours up, then the lesser down, without a branch that might be guessed wrong: that sorts
 * buckets of up to three values, which most are.
 */
function settle(sorted: usize, count: i32): void {
  const end = sorted + (<usize>count << 3);
  let carried = v128.load64_zero(sorted);
  for (let at = sorted + 8; at < end; at += 8) {
    const value = v128.load64_zero(at);
    v128.store64_lane(at - 8, f64x2.pmin(carried, value), 0);
    carried = f64x2.pmax(carried, value);
  }
  v128.store64_lane(end - 8, carried, 0);
  for (let at = end - 16; at >= sorted; at -= 8) {
    const value = v128.load64_zero(at);
    v128.store64_lane(at + 8, f64x2.pmax(carried, value), 0);
    carried = f64x2.pmin(carried, value);
  }
  v128.store64_lane(sorted, carried, 0);
}

function insert(sorted: usize, count: i32): void {
  const end = sorted + (<usize>count << 3);
  let before = load<f64>(sorted);
  for (let at = sorted + 8; at < end; at += 8) {
    const value = load<f64>(at);
    if (value >= before) {
      before = value;
      continue;
    }
    let to = at;
    do {
      store<f64>(to, load<f64>(to - 8));
      to -= 8;
    } while (to > sorted && load<f64>(to - 8) > value);
    store<f64>(to, value);
  }
}

function heapSort(values: usize, count: i32): void {
  for (let i = (count >> 1) - 1; i >= 0; i--) sink(values, i, count);
  for (let end = count - 1; end > 0; end--) {
    const at = values + (<usize>end << 3);
    const greatest = load<f64>(values);
    store<f64>(values, load<f64>(at));
    store<f64>(at, greatest);
    sink(values, 0, end);
  }
}

function sink(values: usize, from: i32, count: i32): void {
  const value = load<f64>(values + (<usize>from << 3));
  let i = from;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= count) break;
    let at = values + (<usize>child << 3);
    if (child + 1 < count && load<f64>(at, 8) > load<f64>(at)) {
      child += 1;
      at += 8;
    }
    if (load<f64>(at) <= value) break;
    store<f64>(values + (<usize>i << 3), load<f64>(at));
    i = child;
  }
  store<f64>(values + (<usize>i << 3), value);
}
