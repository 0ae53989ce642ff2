import { describe, expect, it } from 'vitest';
import { exp } from '../../../src/math/exp.ts';
import { exactly, expOf, ulps } from './exact.ts';
import { sample, worst } from './sample.ts';

const error = (x: number) => ulps(exp(x), expOf(exactly(x)));

describe('exp', () => {
  it('is within 0.9 ulp of the exact value', () => {
    const u = sample('exp', 2000);
    expect(worst(u, (v) => error(v * 2 - 1))).toBeLessThan(0.9);
    expect(worst(u, (v) => error(v * 40 - 20))).toBeLessThan(0.9);
    expect(worst(u, (v) => error(v * 1418 - 708.3))).toBeLessThan(0.9);
  });

  it('underflows gradually, rounding once more at most', () => {
    expect(worst(sample('exp subnormal', 500), (v) => error(-708.4 - v * 36))).toBeLessThan(1);
    expect(exp(-745.1332191019411)).toBe(5e-324);
    expect(exp(-745.2)).toBe(0);
  });

  it('keeps to the special values', () => {
    expect(exp(0)).toBe(1);
    expect(exp(-0)).toBe(1);
    expect(exp(Infinity)).toBe(Infinity);
    expect(exp(-Infinity)).toBe(0);
    expect(exp(Number.NaN)).toBeNaN();
    expect(exp(709.782712893384)).toBeLessThan(Infinity);
    expect(exp(709.7827128933841)).toBe(Infinity);
    expect(exp(1e-320)).toBe(1);
  });
});
