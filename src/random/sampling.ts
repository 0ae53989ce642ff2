import { latinHypercubeBlocks } from './latin-hypercube-blocks.ts';
import type { Key } from './seed.ts';
import { sobolBlocks } from './sobol-blocks.ts';
import { createStream } from './stream.ts';

/** How the uniforms of the inputs that are drawn once a replication are spread over the replications. */
export const samplings = ['random', 'lhs', 'sobol'] as const;
export type Sampling = (typeof samplings)[number];

/** Where the uniforms of the inputs come from. */
export interface UniformSource {
  /** Writes one uniform of (0, 1) for each input, of any replication in any order. */
  fill(replication: number, out: Float64Array): void;
}

/**
 * How many replications belong together where they are not independent of each other: replications 64·b to 64·b + 63 are
 * block b. Each is one randomisation, independent of all others, so the spread of the blocks' means gives the error.
 */
export const blockSize = 64;

/** Returns how many replications are independent of the others together: 1, or a block. */
export function unitSize(sampling: Sampling): number {
  return sampling === 'random' ? 1 : blockSize;
}

/** Returns the number of replications that is played where this many are asked for: whole blocks. */
export function wholeBlocks(replications: number, sampling: Sampling): number {
  const unit = unitSize(sampling);
  return unit * Math.ceil(replications / unit);
}

/**
 * Returns the source of the uniforms of inputs with these names. `random`: uniform 0 of the stream of the input's name.
 * `lhs`: see latinHypercubeBlocks. `sobol`: see sobolBlocks, in which an input's coordinate is its place.
 */
export function uniformSource(key: Key, names: readonly string[], sampling: Sampling): UniformSource {
  switch (sampling) {
    case 'random':
      return randomUniforms(key, names);
    case 'lhs':
      return latinHypercubeBlocks(key, names, blockSize);
    case 'sobol':
      return sobolBlocks(key, names, blockSize);
  }
}

function randomUniforms(key: Key, names: readonly string[]): UniformSource {
  const streams = names.map((name) => createStream(key, name));
  return {
    fill(replication, out) {
      for (let i = 0; i < streams.length; i++) out[i] = streams[i]?.uniform(replication, 0) as number;
    },
  };
}
