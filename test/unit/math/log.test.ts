import { describe, expect, it } from 'vitest';
import { log } from '../../../src/math/log.ts';
import { powerOfTwo } from '../../../src/math/power-of-two.ts';
import { logOfDouble, ulps } from './exact.ts';
import { sample, worst } from './sample.ts';

const error = (x: number) => ulps(log(x), { value: logOfDouble(x), exponent: 0 });

describe('log', () => {
  it('is within 0.9 ulp of the exact value', () => {
    const u = sample('log', 1500);
    expect(worst(u, (v) => error(2 * v))).toBeLessThan(0.9);
    expect(worst(u, (v) => error(v * powerOfTwo(Math.floor(v * 2e6) % 1000)))).toBeLessThan(0.9);
    for (const scale of [1e-2, 1e-5, 1e-10, 1e-15]) {
      expect(worst(u.slice(0, 300), (v) => error(1 + (v - 0.5) * scale))).toBeLessThan(0.9);
    }
  });

  it('is as good for subnormal arguments', () => {
    expect(worst(sample('log subnormal', 200), (v) => error(v * 1e-310))).toBeLessThan(0.9);
    expect(error(5e-324)).toBeLessThan(0.9);
  });

  it('keeps to the special values', () => {
    expect(log(1)).toBe(0);
    expect(log(0)).toBe(-Infinity);
    expect(log(-0)).toBe(-Infinity);
    expect(log(-1)).toBeNaN();
    expect(log(-5e-324)).toBeNaN();
    expect(log(Infinity)).toBe(Infinity);
    expect(log(Number.NaN)).toBeNaN();
    expect(log(2)).toBe(Math.LN2);
  });
});
