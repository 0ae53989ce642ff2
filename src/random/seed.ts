import seedrandom from 'seedrandom';

/** The 64-bit key of a run, as two uint32 words. Every draw of the run is a function of it. */
export interface Key {
  readonly low: number;
  readonly high: number;
}

/**
 * Returns the key that a seed text stands for: the first two 32-bit words of `seedrandom` 3.0.5 seeded with the text
 * (ARC4, keyed by the text, its first 256 bytes dropped). Any text is a seed, the empty one and `0` too. It is slow
 * (microseconds) and meant to be called once a run.
 *
 * Source: D. Bau, seedrandom, https://github.com/davidbau/seedrandom.
 */
export function rootKey(seedText: string): Key {
  const generator = seedrandom(seedText);
  const low = generator.int32() >>> 0;
  const high = generator.int32() >>> 0;
  return { low, high };
}
