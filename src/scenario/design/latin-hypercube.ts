import type { Key } from '../../random/seed.ts';
import { createStream } from '../../random/stream.ts';

/**
 * Returns one column of a Latin hypercube sample: `rows` numbers in (0, 1), one in each of `rows` equal strata, at a random
 * place within it and in random order. Columns of different names are independent, and a column does not depend on which
 * others there are.
 *
 * Uses uniforms 0 to 2·rows − 1 of the stream `design <name>`, replication 0: a Fisher–Yates shuffle, then the places.
 *
 * Source: McKay, Beckman & Conover (1979), A comparison of three methods for selecting values of input variables in the
 * analysis of output from a computer code, Technometrics 21(2), DOI 10.1080/00401706.1979.10489755.
 */
export function latinHypercubeColumn(key: Key, name: string, rows: number): Float64Array {
  const uniforms = new Float64Array(2 * rows);
  createStream(key, `design ${name}`).fill(0, uniforms);
  const strata = Uint32Array.from({ length: rows }, (_, row) => row);
  for (let last = rows - 1; last > 0; last--) {
    const other = Math.floor((uniforms[last] as number) * (last + 1));
    const stratum = strata[last] as number;
    strata[last] = strata[other] as number;
    strata[other] = stratum;
  }
  return Float64Array.from(strata, (stratum, row) => (stratum + (uniforms[rows + row] as number)) / rows);
}
