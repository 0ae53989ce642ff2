import { describe, expect, it } from 'vitest';
import { expm1 } from '../../../src/math/expm1.ts';
import { exactly, expOf, one, type Scaled, ulps } from './exact.ts';
import { sample, worst } from './sample.ts';

function exactExpm1(x: number): Scaled {
  const { value, exponent } = expOf(exactly(x));
  return exponent >= 0
    ? { value: value - (one >> BigInt(exponent)), exponent }
    : { value: (value >> BigInt(-exponent)) - one, exponent: 0 };
}

const error = (x: number) => ulps(expm1(x), exactExpm1(x));

describe('expm1', () => {
  it('is within 1.3 ulp of the exact value, small arguments too', () => {
    const u = sample('expm1', 2000);
    expect(worst(u, (v) => error(v * 2 - 1))).toBeLessThan(1.3);
    expect(worst(u, (v) => error(v * 40 - 20))).toBeLessThan(1.3);
    expect(worst(u, (v) => error(v * 700))).toBeLessThan(1.3);
    for (const scale of [1e-3, 1e-8, 1e-15, 1e-17, 1e-60]) {
      expect(worst(u.slice(0, 200), (v) => error((v - 0.5) * scale))).toBeLessThan(1.3);
    }
  });

  it('keeps to the special values', () => {
    expect(expm1(0)).toBe(0);
    expect(expm1(-0)).toBe(-0);
    expect(expm1(5e-324)).toBe(5e-324);
    expect(expm1(-1e-310)).toBe(-1e-310);
    expect(expm1(Infinity)).toBe(Infinity);
    expect(expm1(-Infinity)).toBe(-1);
    expect(expm1(-60)).toBe(-1);
    expect(expm1(710)).toBe(Infinity);
    expect(expm1(709.7)).toBeLessThan(Infinity);
    expect(expm1(Number.NaN)).toBeNaN();
  });
});
