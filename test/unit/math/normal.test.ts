import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile } from '../../../src/math/normal.ts';
import { sample } from './sample.ts';

describe('normalQuantile', () => {
  it('is odd about a half', () => {
    for (const u of sample('normal', 1000)) expect(normalQuantile(1 - u)).toBe(-normalQuantile(u));
  });

  it('rises, across the seams of its pieces too', () => {
    for (const seam of [0.075, 0.925, 0.5, 1.388794386496402e-11]) {
      for (let step = -50; step < 50; step++) {
        const below = normalQuantile(seam * (1 + step * 1e-12));
        expect(normalQuantile(seam * (1 + (step + 1) * 1e-12))).toBeGreaterThanOrEqual(below);
      }
    }
  });

  it('keeps to the special values', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    for (const u of [-0.1, 1.1, Number.NaN]) expect(normalQuantile(u)).toBeNaN();
    expect(normalQuantile(5e-324)).toBeCloseTo(-38.472, 2);
  });
});

describe('normalCdf', () => {
  it('undoes the quantile, in the far tail too', () => {
    for (const u of [...sample('normal', 500), 1e-20, 1e-100, 1e-300]) {
      const z = normalQuantile(u);
      const conditioning = 4 + z * z;
      expect(Math.abs(normalCdf(z) - u)).toBeLessThan(1e-15 * conditioning * u);
    }
  });

  it('keeps to the special values', () => {
    expect(normalCdf(0)).toBe(0.5);
    expect(normalCdf(Infinity)).toBe(1);
    expect(normalCdf(-Infinity)).toBe(0);
    expect(normalCdf(-38.4)).toBeGreaterThan(0);
    expect(normalCdf(-50)).toBe(0);
    expect(normalCdf(9)).toBe(1);
    expect(normalCdf(Number.NaN)).toBeNaN();
  });
});
