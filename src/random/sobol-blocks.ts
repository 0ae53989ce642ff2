import type { UniformSource } from './sampling.ts';
import type { Key } from './seed.ts';
import { mostDimensions } from './sobol/direction-numbers.ts';
import { type ScrambledSobol, scrambledSobol } from './sobol/scrambled-sobol.ts';
import { createStream } from './stream.ts';

/**
 * Returns the first `size` points of the Sobol' sequence, block after block, each block under a scramble of its own: block
 * b has the scramble number b. The coordinate of an input is its place among the names, so an input more or less
 * changes the uniforms of those after it. Inputs beyond the sequence's 1,111 dimensions are drawn at random.
 *
 * Source: A. B. Owen, Scrambled net variance for integrals of smooth functions (1997), DOI 10.1214/aos/1031594731; see
 * scrambledSobol.
 */
export function sobolBlocks(key: Key, names: readonly string[], size: number): UniformSource {
  const dimensions = Math.min(mostDimensions, names.length);
  const rest = names.slice(dimensions).map((name) => createStream(key, name));
  let block = -1;
  let sequence: ScrambledSobol | undefined;

  return {
    fill(replication, out) {
      const wanted = Math.floor(replication / size);
      if (wanted !== block || sequence === undefined) {
        block = wanted;
        sequence = scrambledSobol(key, dimensions, block);
      }
      const index = replication - block * size;
      for (let i = 0; i < dimensions; i++) out[i] = sequence.uniform(index, i);
      rest.forEach((stream, i) => {
        out[dimensions + i] = stream.uniform(replication, 0);
      });
    },
  };
}
