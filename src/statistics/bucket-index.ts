import { powerOfTwo } from '../math/power-of-two.ts';
import { HIGH_WORD, LOW_WORD } from './word-order.ts';

/** Buckets an octave. With the cubic below each spans at most a factor exp(7/(10·70)) = exp(0.01). */
const BUCKETS = 70;

/** The relative error of a bucket's centre: tanh(0.01/2) = 0.004999958…, rounded up. */
export const RELATIVE_ERROR = 0.005;

/** The exponent of the smallest magnitude that has a bucket; what is smaller counts as 0. */
const SMALLEST_EXPONENT = -30;

/** Magnitudes below 2^−30 (about 1e-9) are counted as 0: the absolute error of the sketch. */
export const SMALLEST_MAGNITUDE = 1 / 0x40000000;

/** One more than the greatest index of a finite double. */
export const BUCKET_LIMIT = BUCKETS * (1024 - SMALLEST_EXPONENT);

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
const high = HIGH_WORD;
const low = LOW_WORD;

/** Puts log2(1 + s), s in [0, 1), near enough: rises with s, from 0 to 1, steepest against the true log at both ends. */
function octavePart(s: number): number {
  return ((6 / 35) * s - 3 / 5) * s * s + (10 / 7) * s;
}

/**
 * Returns the number of the bucket of a finite magnitude from SMALLEST_MAGNITUDE: 70 an octave, from the bits of the double
 * with a cubic for the logarithm of its mantissa, so without any logarithm.
 *
 * Source: C. Masson, J. E. Rim & H. K. Lee, DDSketch (2019), section 2.2, DOI 10.14778/3352063.3352135; the cubic is
 * the CubicallyInterpolatedMapping of its authors' code.
 */
export function bucketIndex(magnitude: number): number {
  double[0] = magnitude;
  const highWord = words[high] as number;
  const exponent = (highWord >>> 20) - 1023;
  const s = (highWord & 0xfffff) / 0x100000 + (words[low] as number) / 0x10000000000000;
  return BUCKETS * (exponent - SMALLEST_EXPONENT) + bucketInOctave(s);
}

function bucketInOctave(s: number): number {
  // Just below 2 the cubic rounds to 1, which would be a bucket too far.
  return Math.min(BUCKETS - 1, Math.floor(BUCKETS * octavePart(s)));
}

const centres = octaveCentres();

/** The centre of each bucket in [1, 2): the harmonic mean of its ends, whose relative error is the same at both. */
function octaveCentres(): Float64Array {
  const starts = Float64Array.from({ length: BUCKETS + 1 }, (_, i) => 1 + firstAtLeast(i / BUCKETS));
  return Float64Array.from({ length: BUCKETS }, (_, i) => {
    const low = starts[i] as number;
    const high = starts[i + 1] as number;
    return (2 * low * high) / (low + high);
  });
}

/** Returns the s in [0, 1] at which the octave part reaches `share`, by bisection to the last bit. */
function firstAtLeast(share: number): number {
  let low = 0;
  let high = 1;
  if (share === 0) return 0;
  for (let step = 0; step < 53; step++) {
    const middle = (low + high) / 2;
    if (octavePart(middle) < share) low = middle;
    else high = middle;
  }
  return high;
}

/** Returns the value that stands for a bucket: within RELATIVE_ERROR of every magnitude in it. */
export function bucketCentre(index: number): number {
  const octave = Math.floor(index / BUCKETS);
  return (centres[index - octave * BUCKETS] as number) * powerOfTwo(octave + SMALLEST_EXPONENT);
}
