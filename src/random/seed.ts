import seedrandom from 'seedrandom';

/** The 64-bit key of a run, as two uint32 words. Every draw of the run is a function of it. */
export interface Key {
  readonly low: number;
  readonly high: number;
}

/**
 * Returns the key that a seed text stands for: the first two 32-bit words of `seedrandom` 3.0.5 (ARC4, its first 256 bytes
 * dropped) keyed by the UTF-8 bytes of the text and a 0 byte. Any text is a seed, the empty one and `0` too. It is slow
 * (microseconds) and meant to be called once a run.
 *
 * Source: D. Bau, seedrandom, https://github.com/davidbau/seedrandom.
 */
export function rootKey(seedText: string): Key {
  // ARC4 repeats a short key, so that 1, 11 and 111 would be one seed without an end; and seedrandom takes only the lower
  // 8 bits of a character.
  const bytes = new TextEncoder().encode(`${seedText}\0`);
  const generator = seedrandom(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const low = generator.int32() >>> 0;
  const high = generator.int32() >>> 0;
  return { low, high };
}
