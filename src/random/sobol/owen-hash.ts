/** Returns a 32-bit word with its bits in the opposite order. */
export function reverseBits(word: number): number {
  let x = word;
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return ((x >>> 16) | (x << 16)) >>> 0;
}

/**
 * Returns the Laine–Karras permutation of a 32-bit word under a 32-bit seed: a hash in which every bit depends only on
 * the bits below it. Every multiplier is even, which is what makes it so.
 *
 * Source: Laine & Karras (2011), DOI 10.1145/2018323.2018350, with the constants of Burley (2020), listing 2.
 */
export function laineKarras(word: number, seed: number): number {
  let x = (word + seed) | 0;
  x ^= Math.imul(x, 0x6c50b47c);
  x ^= Math.imul(x, 0xb82f1e52);
  x ^= Math.imul(x, 0xc7afe638);
  x ^= Math.imul(x, 0x8d22f6e6);
  return x >>> 0;
}

/**
 * Returns a coordinate (a uint32 word, times 2⁻³²) after nested uniform scrambling in base 2: every bit is flipped or
 * not by a hash of the bits above it, so elementary intervals map onto elementary intervals.
 *
 * Source: Burley (2020), Practical hash-based Owen scrambling, Journal of Computer Graphics Techniques 9(4).
 */
export function nestedUniformScramble(word: number, seed: number): number {
  return reverseBits(laineKarras(reverseBits(word), seed));
}
