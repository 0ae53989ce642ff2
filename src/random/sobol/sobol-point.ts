import { directionNumbers } from './direction-numbers.ts';

/**
 * Returns coordinate `dimension` of point `index` of the Sobol' sequence, as a uint32 word (times 2⁻³²), in Gray-code
 * order: dimension in 0 … 1,110, index in 0 … 2³² − 1. Each point is made from its index alone, by at most 32 exclusive
 * ors.
 *
 * Source: Antonov & Saleev (1979), DOI 10.1016/0041-5553(79)90085-5; directions by Joe & Kuo (2008).
 */
export function sobolWord(index: number, dimension: number): number {
  const directions = directionNumbers(dimension);
  let word = 0;
  for (let gray = (index ^ (index >>> 1)) >>> 0; gray !== 0; gray &= gray - 1) {
    word ^= directions[31 - Math.clz32(gray & -gray)] as number;
  }
  return word >>> 0;
}

/**
 * Returns point `index` of the unscrambled Sobol' sequence in [0, 1)^dimensions, in Gray-code order; point 0 is the
 * origin. At most 1,111 dimensions and 2³² points; throws a RangeError beyond.
 */
export function sobolPoint(index: number, dimensions: number): Float64Array {
  if (!Number.isInteger(index) || index < 0 || index > 0xffffffff) {
    throw new RangeError(`the Sobol' sequence has points 0 to 2^32 − 1, not ${index}`);
  }
  return Float64Array.from(
    { length: dimensions },
    (_, dimension) => sobolWord(index, dimension) / 4294967296,
  );
}
