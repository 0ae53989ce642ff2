import { BUCKET_LIMIT, bucketCentre, bucketIndex, SMALLEST_MAGNITUDE } from './bucket-index.ts';

/** Counts of consecutive buckets from number `first`. */
export interface Buckets {
  readonly first: number;
  readonly counts: Uint32Array;
}

/**
 * How many values fell into each of a fixed grid of buckets, logarithmic on either side of 0. Counts are whole numbers, so
 * merging is exact, in any order. The value it gives for any rank is within 0.5% (RELATIVE_ERROR) of the true one, or
 * within 2^−30 (SMALLEST_MAGNITUDE) if that is nearer to 0. Memory: 280 bytes for each octave (a factor of 2) that the
 * values of a sign span, 600 kB at the very worst; at most 2^32 − 1 values.
 *
 * Source: C. Masson, J. E. Rim & H. K. Lee, DDSketch: a fast and fully-mergeable quantile sketch with relative-error
 * guarantees (2019), DOI 10.14778/3352063.3352135.
 */
export interface QuantileSketch {
  readonly count: number;
  readonly zeros: number;
  readonly negative: Buckets;
  readonly positive: Buckets;
  readonly minimum: number;
  readonly maximum: number;
}

const NO_BUCKETS: Buckets = { first: 0, counts: new Uint32Array(0) };

/** Counts by signed key, 0 in the middle, all 0 between calls. */
const keyCounts = new Uint32Array(2 * BUCKET_LIMIT + 1);

/**
 * Returns the sketch of a column, in which NaN is an empty cell and is left out. An infinite value goes to the last bucket.
 * About 12 ns a value.
 */
export function sketchOf(values: Float64Array): QuantileSketch {
  const counted = keyCounts;
  let count = 0;
  let minimum = Infinity;
  let maximum = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Number.isNaN(value)) continue;
    const place = BUCKET_LIMIT + signedKey(value);
    counted[place] = (counted[place] as number) + 1;
    count++;
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  const zeros = counted[BUCKET_LIMIT] as number;
  counted[BUCKET_LIMIT] = 0;
  return {
    count,
    zeros,
    negative: takeBuckets(signedKey(Math.min(0, maximum)), signedKey(Math.min(0, minimum)), -1),
    positive: takeBuckets(signedKey(Math.max(0, minimum)), signedKey(Math.max(0, maximum)), 1),
    minimum: minimum + 0,
    maximum: maximum + 0,
  };
}

/** A bucket's number plus 1 with the sign of the value; 0 for what counts as 0. */
function signedKey(value: number): number {
  const magnitude = Math.abs(value);
  if (magnitude < SMALLEST_MAGNITUDE) return 0;
  const key = magnitude === Infinity ? BUCKET_LIMIT : bucketIndex(magnitude) + 1;
  return value < 0 ? -key : key;
}

/** Takes the counts of one sign out of the scratch space: those from the key nearest to 0 to the farthest. */
function takeBuckets(nearest: number, farthest: number, sign: 1 | -1): Buckets {
  // One wider than need be: where two buckets meet, rounding might put the larger of two neighbours into the lower one.
  let near = Math.max(1, sign * nearest - 1);
  let far = Math.min(BUCKET_LIMIT, sign * farthest + 1);
  while (near <= far && keyCounts[BUCKET_LIMIT + sign * near] === 0) near++;
  while (far >= near && keyCounts[BUCKET_LIMIT + sign * far] === 0) far--;
  if (far < near) return NO_BUCKETS;
  const counts = new Uint32Array(far - near + 1);
  for (let key = near; key <= far; key++) {
    const place = BUCKET_LIMIT + sign * key;
    counts[key - near] = keyCounts[place] as number;
    keyCounts[place] = 0;
  }
  return { first: near - 1, counts };
}

/** Returns the sketch of both columns together: to the bit what the whole column would give. */
export function mergeSketches(a: QuantileSketch, b: QuantileSketch): QuantileSketch {
  return {
    count: a.count + b.count,
    zeros: a.zeros + b.zeros,
    negative: mergeBuckets(a.negative, b.negative),
    positive: mergeBuckets(a.positive, b.positive),
    minimum: Math.min(a.minimum, b.minimum),
    maximum: Math.max(a.maximum, b.maximum),
  };
}

function mergeBuckets(a: Buckets, b: Buckets): Buckets {
  if (a.counts.length === 0) return b;
  if (b.counts.length === 0) return a;
  const first = Math.min(a.first, b.first);
  const counts = new Uint32Array(Math.max(a.first + a.counts.length, b.first + b.counts.length) - first);
  counts.set(a.counts, a.first - first);
  for (let i = 0; i < b.counts.length; i++) {
    const at = b.first - first + i;
    counts[at] = (counts[at] as number) + (b.counts[i] as number);
  }
  return { first, counts };
}

/** Walks the buckets from the least value to the greatest, each with its centre and count, until `visit` returns true. */
export function walkSketch(sketch: QuantileSketch, visit: (value: number, count: number) => boolean): void {
  const { negative, positive, zeros } = sketch;
  for (let i = negative.counts.length - 1; i >= 0; i--) {
    const count = negative.counts[i] as number;
    if (count > 0 && visit(within(sketch, -bucketCentre(negative.first + i)), count)) return;
  }
  if (zeros > 0 && visit(within(sketch, 0), zeros)) return;
  for (let i = 0; i < positive.counts.length; i++) {
    const count = positive.counts[i] as number;
    if (count > 0 && visit(within(sketch, bucketCentre(positive.first + i)), count)) return;
  }
}

function within(sketch: QuantileSketch, value: number): number {
  return Math.min(sketch.maximum, Math.max(sketch.minimum, value));
}

/** Returns the value of this rank (1 is the least), within the sketch's error; the first and last rank are exact. */
export function selectFromSketch(sketch: QuantileSketch, rank: number): number {
  if (rank <= 1) return sketch.minimum;
  if (rank >= sketch.count) return sketch.maximum;
  let seen = 0;
  let found = sketch.maximum;
  walkSketch(sketch, (value, count) => {
    seen += count;
    found = value;
    return seen >= rank;
  });
  return found;
}

/** Returns the buffers of a sketch, to be transferred (not copied) between threads. */
export function sketchBuffers(sketch: QuantileSketch): ArrayBuffer[] {
  return [sketch.negative.counts, sketch.positive.counts]
    .filter((counts) => counts.length > 0)
    .map((counts) => counts.buffer as ArrayBuffer);
}
