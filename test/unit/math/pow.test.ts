import { describe, expect, it } from 'vitest';
import { pow } from '../../../src/math/pow.ts';
import { exactly, expOf, logOfDouble, product, ulps } from './exact.ts';
import { sample, worst } from './sample.ts';

const error = (x: number, y: number) => ulps(pow(x, y), expOf(product(exactly(y), logOfDouble(x))));

describe('pow', () => {
  it('is within 1 ulp of the exact value', () => {
    const base = sample('base', 1500);
    const exponent = sample('exponent', 1500);
    const pairs = base.map((x, i) => [x, exponent[i] as number] as const);
    expect(worst(pairs, ([x, y]) => error(x, y))).toBeLessThan(1);
    expect(worst(pairs, ([x, y]) => error(10 * x, 60 * y - 30))).toBeLessThan(1);
    expect(worst(pairs, ([x, y]) => error(0.5 + x, 1400 * y - 700))).toBeLessThan(1);
    expect(worst(pairs, ([x, y]) => error(1 + (x - 0.5) * 1e-6, (y - 0.5) * 1e9))).toBeLessThan(1);
    expect(worst(pairs, ([x, y]) => error(x * 1e300, (y - 0.5) * 2))).toBeLessThan(1);
    expect(worst(pairs.slice(0, 300), ([x, y]) => error(x * 1e-310, y))).toBeLessThan(1);
  });

  it('is within 1.5 units where the result is subnormal', () => {
    expect(worst(sample('pow subnormal', 300), (v) => error(0.5, 1022 + 52 * v))).toBeLessThan(1.5);
  });

  it('is exact where a small power is', () => {
    for (let k = 0; k <= 15; k++) expect(pow(10, k)).toBe(Number(`1e${k}`));
    for (let k = -1022; k <= 1023; k += 5) expect(pow(2, k)).toBe(twoTo(k));
    expect(pow(9, 0.5)).toBe(3);
  });

  it('has the special values of Math.pow for a base of 0 or more', () => {
    const values = [0, 1e-310, 0.5, 1, 1.5, 1e300, Infinity];
    const exponents = [-Infinity, -1e300, -2, -0, 0, 3, 1e300, Infinity, Number.NaN];
    for (const x of values) {
      for (const y of exponents) {
        const want = special(x, y);
        if (want !== undefined) expect(pow(x, y), `${x}^${y}`).toBe(want);
      }
    }
    expect(pow(Number.NaN, 0)).toBe(1);
    expect(pow(Number.NaN, 1)).toBeNaN();
    expect(pow(-1, 2)).toBeNaN();
  });
});

function twoTo(k: number): number {
  let power = 1;
  for (let i = 0; i < Math.abs(k); i++) power *= k < 0 ? 0.5 : 2;
  return power;
}

/** The table of ECMA-262 for Number::exponentiate, as far as the base is not negative. */
function special(x: number, y: number): number | undefined {
  if (Number.isNaN(y)) return Number.NaN;
  if (y === 0) return 1;
  if (Math.abs(y) === Infinity) return x === 1 ? Number.NaN : x > 1 === y > 0 ? Infinity : 0;
  if (x === 0) return y > 0 ? 0 : Infinity;
  if (x === Infinity) return y > 0 ? Infinity : 0;
  if (x === 1) return 1;
  if (Math.abs(y) >= 1e300) return x > 1 === y > 0 ? Infinity : 0;
  return undefined;
}
