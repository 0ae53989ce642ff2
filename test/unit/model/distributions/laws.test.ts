import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../../../src/model/distributions/index.ts';
import { lawOf } from '../../../../src/model/distributions/law-of.ts';
import { momentsOf } from '../../../../src/model/distributions/moments.ts';
import { continuous, discrete, mixed } from './examples.ts';

const shares = [
  1e-12,
  1e-6,
  0.001,
  0.01,
  0.1,
  0.25,
  0.4,
  0.5,
  0.6,
  0.75,
  0.9,
  0.99,
  0.999,
  1 - 1e-6,
  1 - 1e-12,
];
const named = (each: readonly Distribution[]) => each.map((it) => [JSON.stringify(it), lawOf(it)] as const);

/** Whether a rising function passes through u within 1e-9 of the spread of x, and of x itself. */
function passes(f: (x: number) => number, x: number, spread: number, u: number): boolean {
  const step = 1e-9 * (spread + Math.abs(x));
  return f(x - step) <= u * (1 + 1e-9) && f(x + step) >= u * (1 - 1e-9);
}

function isNear(found: number, wanted: number, error: number): boolean {
  return Math.abs(found - wanted) <= error * Math.max(Math.abs(wanted), 1e-300);
}

describe.each(named(continuous))('%s', (_, law) => {
  it('has a quantile that undoes its distribution function, from both tails', () => {
    const [quantile, upper] = [law.quantile(), law.upperQuantile()];
    const spread = quantile(0.84) - quantile(0.16);
    for (const u of shares.filter((share) => share <= 0.9)) {
      const [x, y] = [quantile(u), upper(u)];
      expect(passes(law.cdf, x, spread, u), `F ${u}`).toBe(true);
      expect(
        passes((negative) => law.survival(-negative), -y, spread, u),
        `S ${u}`,
      ).toBe(true);
      expect(law.cdf(x) + law.survival(x)).toBeCloseTo(1, 11);
    }
  });

  it('has the slope of its distribution function as density, and its logarithm’s slope', () => {
    if (law.kind !== 'continuous') throw new Error('must be continuous');
    const quantile = law.quantile();
    for (const u of [0.03, 0.2, 0.45, 0.7, 0.97]) {
      const x = quantile(u);
      const step = (quantile(u + 0.001) - quantile(u - 0.001)) / 100;
      const slope = (law.cdf(x + step) - law.cdf(x - step)) / (2 * step);
      expect(isNear(law.density(x), slope, 1e-3), `f ${u}`).toBe(true);
      const change = (Math.log(law.density(x + step)) - Math.log(law.density(x - step))) / (2 * step);
      expect(Math.abs(law.logSlope(x) - change) * 100 * step, `f'/f ${u}`).toBeLessThan(2e-4);
    }
    expect(law.density(law.support.low - 1)).toBeCloseTo(0, 12);
  });
});

describe.each(named([...discrete, ...mixed]))('%s', (_, law) => {
  it('has the smallest x with F(x) ≥ u as its quantile', () => {
    const quantile = law.quantile();
    const spread = law.kind === 'mixed' ? quantile(0.84) - quantile(0.16) : 0;
    for (const u of [...shares, 0.3, 0.35, 0.2, 0.7]) {
      const x = quantile(u);
      const step = 1e-9 * spread;
      expect(law.cdf(x + step), `F at ${u}`).toBeGreaterThanOrEqual(u * (1 - 1e-9));
      if (law.kind === 'continuous') continue;
      expect(law.cdfBelow(x - step), `F below ${u}`).toBeLessThanOrEqual(u * (1 + 1e-9));
      if (law.kind === 'discrete') expect(law.atomAtMost(x)).toBe(x);
    }
  });

  it('has all its probability within its support', () => {
    const { low, high } = law.support;
    const quantile = law.quantile();
    for (const u of shares) {
      expect(quantile(u)).toBeGreaterThanOrEqual(low);
      expect(quantile(u)).toBeLessThanOrEqual(high);
    }
    expect(law.cdf(high)).toBe(1);
    expect(law.survival(high)).toBe(0);
    if (law.kind !== 'continuous') expect(law.cdfBelow(low)).toBe(0);
  });
});

describe.each(named([...continuous, ...discrete, ...mixed]))('%s', (_, law) => {
  it('has the mean and variance of its quantile', () => {
    const exact = { mean: law.mean(), variance: law.variance() };
    // The trapezoidal rule sees a jump of a quantile only to its step.
    const bound = law.kind === 'mixed' ? 0.02 : 1e-5;
    const { mean, variance } = momentsOf(law);
    if (Number.isFinite(exact.mean))
      expect(Math.abs(mean - exact.mean)).toBeLessThan(bound * (1 + Math.abs(mean)));
    if (Number.isFinite(exact.variance)) {
      expect(Math.abs(variance - exact.variance)).toBeLessThan(bound * (1 + Math.abs(variance)));
    }
  });

  it('never falls as u rises', () => {
    const quantile = law.quantile();
    const falls: number[] = [];
    let last = -Infinity;
    for (let i = 1; i < 4000; i += 1) {
      const x = quantile(i / 4000);
      if (x < last - 4e-16 * Math.abs(last)) falls.push(i);
      last = x;
    }
    expect(falls).toEqual([]);
  });
});

describe('a distribution', () => {
  it('is plain data', () => {
    for (const each of [...continuous, ...discrete, ...mixed]) {
      expect(JSON.parse(JSON.stringify(each))).toEqual(each);
      expect(structuredClone(each)).toEqual(each);
    }
  });
});
