/** The 64-bit number of a stream, as two uint32 words. */
export interface StreamId {
  readonly low: number;
  readonly high: number;
}

const offsetBasis = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;

/**
 * Returns the number of the stream of the given name: FNV-1a, 64 bits, of its UTF-8 bytes. Two of a million names share
 * a number with a chance of about 3·10⁻⁸. It needs no finaliser: the number goes into Philox's counter, where any two
 * different numbers give unrelated draws. Slow; called once a stream.
 *
 * Source: Fowler, Noll, Vo & Eastlake, The FNV Non-Cryptographic Hash Algorithm, IETF draft-eastlake-fnv, section 2.
 */
export function streamId(name: string): StreamId {
  let hash = offsetBasis;
  for (const byte of new TextEncoder().encode(name)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * prime);
  }
  return { low: Number(hash & 0xffffffffn), high: Number(hash >> 32n) };
}
