import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { rootKey } from '../../../src/random/seed.ts';

describe('rootKey', () => {
  it('is the first two words of seedrandom keyed by the text and its end', () => {
    const generator = seedrandom('a seed\0');
    expect(rootKey('a seed')).toEqual({ low: generator.int32() >>> 0, high: generator.int32() >>> 0 });
  });

  it('is pinned', () => {
    expect([rootKey(''), rootKey('42')]).toMatchInlineSnapshot(`
      [
        {
          "high": 3545621062,
          "low": 994027583,
        },
        {
          "high": 2782108437,
          "low": 7018809,
        },
      ]
    `);
  });

  it('tells seeds apart: the empty one, repeated digits, letters beyond Latin-1', () => {
    const keys = ['', '0', '00', '1', '11', '111', '1111', 'a', 'A', 'ä', 'ā', ' ', '가', '각'].map((text) =>
      JSON.stringify(rootKey(text)),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});
