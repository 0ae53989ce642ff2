import type { UniformSource } from './sampling.ts';
import type { Key } from './seed.ts';
import { createStream } from './stream.ts';

/** The greatest double below 1. */
const belowOne = 1 - 1.1102230246251565e-16;

/**
 * Returns Latin hypercubes of `size` points, block after block: within a block each input has one uniform in each of
 * `size` equal cells of (0, 1), in an order of its own. Replication r uses uniform 0 of the stream of the input's name for
 * its place in the cell, and its block uniforms 2 to `size` of "replication" floor(r/size) of the stream `<name> cells` for the
 * order (Fisher and Yates). An input more or less changes no other's uniforms.
 *
 * Source: M. D. McKay, R. J. Beckman & W. J. Conover (1979), DOI 10.1080/00401706.1979.10489755; blocks for the error:
 * A. B. Owen, Monte Carlo theory, methods and examples (2013), section 10.3.
 */
export function latinHypercubeBlocks(key: Key, names: readonly string[], size: number): UniformSource {
  const inputs = names.map((name) => ({
    places: createStream(key, name),
    cells: createStream(key, `${name} cells`),
    order: new Uint32Array(size),
  }));
  const chance = new Float64Array(size + 1);
  let block = -1;

  function shuffle(): void {
    for (const { cells, order } of inputs) {
      cells.fill(block, chance);
      for (let i = 0; i < size; i++) {
        const other = Math.floor((chance[i + 1] as number) * (i + 1));
        order[i] = order[other] as number;
        order[other] = i;
      }
    }
  }

  return {
    fill(replication, out) {
      const wanted = Math.floor(replication / size);
      if (wanted !== block) {
        block = wanted;
        shuffle();
      }
      const place = replication - block * size;
      inputs.forEach(({ places, order }, i) => {
        const u = ((order[place] as number) + places.uniform(replication, 0)) / size;
        out[i] = Math.min(belowOne, u);
      });
    },
  };
}
