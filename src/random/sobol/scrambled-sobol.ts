import { philox } from '../philox.ts';
import type { Key } from '../seed.ts';
import { streamId } from '../stream-id.ts';
import { nestedUniformScramble } from './owen-hash.ts';
import { sobolWord } from './sobol-point.ts';

/** A Sobol' sequence under one random scramble. */
export interface ScrambledSobol {
  readonly dimensions: number;
  /** Returns one coordinate of one point, in (0, 1): index in 0 … 2³² − 1, dimension in 0 … dimensions − 1. */
  uniform(index: number, dimension: number): number;
  /** Fills `out` with the first `out.length` coordinates of a point; allocates nothing. */
  point(index: number, out: Float64Array): void;
}

/**
 * Returns the Sobol' sequence in at most 1,111 dimensions, Owen-scrambled by hash. Any 2^m points from a multiple of 2^m on
 * remain a net; every coordinate by itself is uniform; replicates (0 … 2³² − 1) are independent of each other, so their
 * spread gives a standard error. The scramble of a dimension is a function of (key, dimension, replicate) alone.
 *
 * Source: Owen (1995), Randomly permuted (t,m,s)-nets and (t,s)-sequences, DOI 10.1007/978-1-4612-2552-2_19; the hash of
 * Burley (2020), Practical hash-based Owen scrambling, Journal of Computer Graphics Techniques 9(4).
 */
export function scrambledSobol(key: Key, dimensions: number, replicate = 0): ScrambledSobol {
  const id = streamId('owen scramble');
  const words = new Uint32Array(4);
  const seeds = Uint32Array.from({ length: dimensions }, (_, dimension) => {
    philox(dimension, replicate, id.low, id.high, key.low, key.high, words);
    return words[0] as number;
  });
  const uniform = (index: number, dimension: number): number => {
    const word = nestedUniformScramble(sobolWord(index, dimension), seeds[dimension] as number);
    // The middle of the cell of width 2^-32, so that it is never 0 or 1.
    return (word + 0.5) / 4294967296;
  };
  return {
    dimensions,
    uniform,
    point(index, out) {
      for (let dimension = 0; dimension < out.length; dimension++) out[dimension] = uniform(index, dimension);
    },
  };
}
