import { describe, expect, it } from 'vitest';
import { log1p } from '../../../src/math/log1p.ts';
import { exactly, logOf, one, ulps } from './exact.ts';
import { sample, worst } from './sample.ts';

const error = (x: number) => ulps(log1p(x), { value: logOf(one + exactly(x)), exponent: 0 });

describe('log1p', () => {
  it('is within 0.9 ulp of the exact value, small arguments too', () => {
    const u = sample('log1p', 1500);
    expect(worst(u, (v) => error(v * 3 - 1))).toBeLessThan(0.9);
    expect(worst(u, (v) => error(v * 1e6))).toBeLessThan(0.9);
    expect(worst(u, (v) => error(v * 1e200))).toBeLessThan(0.9);
    for (const scale of [1e-1, 1e-3, 1e-8, 1e-15, 1e-16, 1e-40]) {
      expect(worst(u.slice(0, 300), (v) => error((v - 0.5) * scale))).toBeLessThan(0.9);
    }
  });

  it('keeps to the special values', () => {
    expect(log1p(0)).toBe(0);
    expect(log1p(-0)).toBe(-0);
    expect(log1p(5e-324)).toBe(5e-324);
    expect(log1p(-1)).toBe(-Infinity);
    expect(log1p(-1.5)).toBeNaN();
    expect(log1p(Infinity)).toBe(Infinity);
    expect(log1p(-Infinity)).toBeNaN();
    expect(log1p(Number.NaN)).toBeNaN();
  });
});
