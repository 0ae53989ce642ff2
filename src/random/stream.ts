import { philox } from './philox.ts';
import type { Key } from './seed.ts';
import { type StreamId, streamId } from './stream-id.ts';

/**
 * The uniforms of one named input under one key. The draw of (replication, index) is a function of the two, the name and
 * the key, and of nothing drawn before it: replication < 2^32, index < 2^33, both whole and ≥ 0.
 *
 * One Philox4x32-10 block, at the counter (index >>> 1, replication, id.low, id.high), gives the uniforms of an even
 * index (words 0 and 1) and of the odd one after it (words 2 and 3).
 */
export interface Stream {
  readonly key: Key;
  readonly id: StreamId;
  /** Returns the uniform of one index, in (0, 1). About 50 ns; allocates nothing. */
  uniform(replication: number, index: number): number;
  /** Fills `out` with the uniforms of index 0 to out.length − 1, at half the cost of one at a time. */
  fill(replication: number, out: Float64Array): void;
}

/** Returns the stream of the given name. Streams of different names are independent, as are those of different keys. */
export function createStream(key: Key, name: string): Stream {
  const id = streamId(name);
  const words = new Uint32Array(4);
  const block = (pair: number, replication: number) =>
    philox(pair, replication, id.low, id.high, key.low, key.high, words);

  return {
    key,
    id,
    uniform(replication, index) {
      const pair = Math.floor(index / 2);
      block(pair, replication);
      return index === 2 * pair
        ? uniformOf(words[0] as number, words[1] as number)
        : uniformOf(words[2] as number, words[3] as number);
    },
    fill(replication, out) {
      const pairs = Math.ceil(out.length / 2);
      for (let pair = 0; pair < pairs; pair++) {
        block(pair, replication);
        out[2 * pair] = uniformOf(words[0] as number, words[1] as number);
        // Beyond an odd length this store is dropped, as a typed array's is.
        out[2 * pair + 1] = uniformOf(words[2] as number, words[3] as number);
      }
    },
  };
}

/**
 * Returns the middle of one of 2^52 equal cells of (0, 1): the one that the top 52 bits of high·2^32 + low name. It is
 * exact, never 0 or 1, and 1 − u is as likely as u.
 */
export function uniformOf(high: number, low: number): number {
  return (high * 0x100000 + (low >>> 12) + 0.5) * 2.220446049250313e-16;
}
