import { describe, expect, it } from 'vitest';
import { asinNarrow } from '../../../src/math/asin-narrow.ts';
import { sinNarrow } from '../../../src/math/sin-narrow.ts';

const shares = Array.from({ length: 2001 }, (_, i) => i / 1000 - 1);

describe('sinNarrow and asinNarrow', () => {
  it('are within a unit in the last place of the platform’s, which is within one of the truth', () => {
    for (const share of shares) {
      const x = (share * Math.PI) / 4;
      expect(Math.abs(sinNarrow(x) - Math.sin(x))).toBeLessThanOrEqual(Math.abs(Math.sin(x)) * 2.3e-16);
      const y = share / 2;
      expect(Math.abs(asinNarrow(y) - Math.asin(y))).toBeLessThanOrEqual(Math.abs(Math.asin(y)) * 2.3e-16);
    }
  });

  it('are odd and undo each other', () => {
    for (const share of shares.filter((each) => each !== 0)) {
      const x = share / 2;
      expect(sinNarrow(-x)).toBe(-sinNarrow(x));
      expect(asinNarrow(-x)).toBe(-asinNarrow(x));
      expect(sinNarrow(asinNarrow(x))).toBeCloseTo(x, 15);
    }
  });

  it('refuse what they are not defined for', () => {
    expect(() => sinNarrow(0.8)).toThrow(RangeError);
    expect(() => sinNarrow(Number.NaN)).toThrow(RangeError);
    expect(() => asinNarrow(0.51)).toThrow(RangeError);
  });
});
