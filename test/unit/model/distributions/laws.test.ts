import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../../../src/model/distributions/index.ts';
import type { Law } from '../../../../src/model/distributions/law.ts';
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

function isNear(found: number, wanted: number, error: number): boolean {
  return Math.abs(found - wanted) <= error * Math.max(Math.abs(wanted), 1e-300);
}

describe.each(named(continuous))('%s', (_, law) => {
  it('has a quantile that undoes its distribution function, from both tails', () => {
    const [quantile, upper] = [law.quantile(), law.upperQuantile()];
    for (const u of shares.filter((share) => share <= 0.9)) {
      expect(isNear(law.cdf(quantile(u)), u, 1e-7), `F ${u}`).toBe(true);
      expect(isNear(law.survival(upper(u)), u, 1e-7), `S ${u}`).toBe(true);
      expect(law.cdf(quantile(u)) + law.survival(quantile(u))).toBeCloseTo(1, 12);
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
    for (const u of [...shares, 0.3, 0.35, 0.2, 0.7]) {
      const x = quantile(u);
      expect(law.cdf(x), `F at ${u}`).toBeGreaterThanOrEqual(u * (1 - 1e-9));
      if (law.kind === 'continuous') continue;
      expect(law.cdfBelow(x), `F below ${u}`).toBeLessThanOrEqual(u * (1 + 1e-9));
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
    const bound = momentBound(law);
    const { mean, variance } = momentsOf(law);
    if (Number.isFinite(exact.mean))
      expect(Math.abs(mean - exact.mean)).toBeLessThan(bound * (1 + Math.abs(mean)));
    if (Number.isFinite(exact.variance) && exact.variance !== 0) {
      expect(variance / exact.variance).toBeCloseTo(1, law.kind === 'continuous' ? 4 : 2);
    }
  });

  it('never falls as u rises', () => {
    const quantile = law.quantile();
    let last = -Infinity;
    for (let i = 1; i < 4000; i += 1) {
      const x = quantile(i / 4000);
      expect(x).toBeGreaterThanOrEqual(last - 4e-16 * Math.abs(last));
      last = x;
    }
  });
});

/** The trapezoidal rule sees a jump of the quantile only to its step. */
function momentBound(law: Law): number {
  return law.kind === 'continuous' ? 1e-5 : 1e-2;
}

describe('a distribution', () => {
  it('is plain data', () => {
    for (const each of [...continuous, ...discrete, ...mixed]) {
      expect(JSON.parse(JSON.stringify(each))).toEqual(each);
      expect(structuredClone(each)).toEqual(each);
    }
  });
});
