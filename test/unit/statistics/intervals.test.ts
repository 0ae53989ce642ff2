import { describe, expect, it } from 'vitest';
import { binomialRanks } from '../../../src/statistics/binomial-ranks.ts';
import { summariseColumn } from '../../../src/statistics/column-summary.ts';
import { cvarInterval } from '../../../src/statistics/cvar-interval.ts';
import { differenceInterval } from '../../../src/statistics/difference-interval.ts';
import { meanInterval } from '../../../src/statistics/mean-interval.ts';
import { mergePairs, summarisePair } from '../../../src/statistics/pair-moments.ts';
import { proportionInterval } from '../../../src/statistics/proportion-interval.ts';
import { quantileInterval } from '../../../src/statistics/quantile-interval.ts';
import { ratioInterval } from '../../../src/statistics/ratio-interval.ts';
import { withoutSkewness } from '../../../src/statistics/skewness.ts';

const column = (...values: number[]) => summariseColumn(Float64Array.from(values));
const counted = (n: number) => summariseColumn(Float64Array.from({ length: n }, (_, i) => i + 1));

describe('meanInterval', () => {
  it('is mean ± t·sd/√n', () => {
    // t(0.975, 2) = 0.95·√(2/0.0975), sd = 1.
    const found = meanInterval(column(1, 2, 3));
    expect(found?.estimate).toBe(2);
    expect(found?.halfWidth).toBeCloseTo((0.95 * Math.sqrt(2 / 0.0975)) / Math.sqrt(3), 12);
    expect(found?.high).toBeCloseTo(2 + (0.95 * Math.sqrt(2 / 0.0975)) / Math.sqrt(3), 12);
  });

  it('is undefined for one value, and has no width for equal ones', () => {
    expect(meanInterval(column(1))).toBeUndefined();
    expect(meanInterval(column(5, 5, 5))).toEqual({ estimate: 5, low: 5, high: 5, halfWidth: 0 });
  });
});

describe('proportionInterval', () => {
  it('is Wilson’s', () => {
    // Newcombe (1998), Statistics in Medicine 17, 857–872, table I, method 3: 81 of 263 and 15 of 148.
    const many = proportionInterval(81, 263);
    expect(many?.low).toBeCloseTo(0.2553, 4);
    expect(many?.high).toBeCloseTo(0.3662, 4);
    const some = proportionInterval(15, 148);
    expect(some?.low).toBeCloseTo(0.0624, 4);
    expect(some?.high).toBeCloseTo(0.1605, 4);
  });

  it('is right at 0 and n', () => {
    const none = proportionInterval(0, 20);
    expect([none?.estimate, none?.low]).toEqual([0, 0]);
    expect(none?.high).toBeCloseTo(0.1611, 4);
    const all = proportionInterval(20, 20);
    expect([all?.estimate, all?.high]).toEqual([1, 1]);
    expect(all?.low).toBeCloseTo(0.8389, 4);
    expect(proportionInterval(0, 0)).toBeUndefined();
  });

  it('takes the Poisson end for a single success', () => {
    // −ln(0.95)/n.
    expect(proportionInterval(1, 1000)?.low).toBeCloseTo(0.05129329438755058 / 1000, 12);
  });

  it('takes halves', () => {
    const half = proportionInterval(50.5, 100);
    expect(half?.estimate).toBe(0.505);
    expect(half?.low).toBeLessThan(0.505);
  });
});

describe('binomialRanks and quantileInterval', () => {
  it('holds the median of ten between the second and the ninth', () => {
    // Coverage 1 − 2·11/1024 = 0.9785.
    expect(binomialRanks(10, 0.5, 0.95)).toEqual({ low: 2, high: 9 });
    expect(quantileInterval(counted(10), 0.5)).toEqual({ estimate: 5.5, low: 2, high: 9, halfWidth: 3.5 });
  });

  it('is undefined until the sample can hold the quantile', () => {
    expect(binomialRanks(5, 0.5, 0.95)).toBeUndefined();
    expect(binomialRanks(6, 0.5, 0.95)).toEqual({ low: 1, high: 6 });
    expect(binomialRanks(58, 0.05, 0.95)).toBeUndefined();
    expect(binomialRanks(59, 0.05, 0.95)?.low).toBe(1);
    expect(binomialRanks(59, 0.95, 0.95)?.high).toBe(59);
    expect(binomialRanks(100, 0, 0.95)).toBeUndefined();
    expect(binomialRanks(100, 1, 0.95)).toBeUndefined();
  });

  it('is near the normal approximation for a million', () => {
    const ranks = binomialRanks(1e6, 0.05, 0.95);
    const half = 1.959964 * Math.sqrt(1e6 * 0.05 * 0.95);
    expect(Math.abs((ranks?.low ?? 0) - (5e4 - half))).toBeLessThan(2);
    expect(Math.abs((ranks?.high ?? 0) - (5e4 + half))).toBeLessThan(2);
  });
});

describe('cvarInterval', () => {
  it('wants 20 values in the tail', () => {
    expect(cvarInterval(counted(399))).toBeUndefined();
    const found = cvarInterval(counted(400));
    expect(found?.estimate).toBe(10.5);
    expect(found?.low).toBeLessThan(10.5);
    expect(found?.high).toBeGreaterThan(10.5);
  });

  it('reaches further down than up, as the tail does', () => {
    const found = cvarInterval(
      summariseColumn(Float64Array.from({ length: 1000 }, (_, i) => Math.log((i + 0.5) / 1000))),
    );
    if (found === undefined) throw new Error('no interval');
    expect(found.estimate - found.low).toBeGreaterThan(found.high - found.estimate);
  });

  it('has no width where the tail is one atom', () => {
    expect(cvarInterval(summariseColumn(new Float64Array(500).fill(-2)))).toEqual({
      estimate: -2,
      low: -2,
      high: -2,
      halfWidth: 0,
    });
  });
});

describe('withoutSkewness', () => {
  it('undoes Hall’s cubic', () => {
    for (const a of [-0.8, -0.1, 1e-5, 0.3]) {
      for (const y of [-2.5, -1, 0, 1.96]) {
        const t = withoutSkewness(y, a);
        expect(t + (a * t * t) / 3 + (a * a * t * t * t) / 27 + a / 6).toBeCloseTo(y, 9);
      }
    }
    expect(withoutSkewness(1.5, 0)).toBe(1.5);
  });
});

describe('ratioInterval', () => {
  it('is Fieller’s: the ends are where the mean of y − ρ·x is just distinguishable from 0', () => {
    const xs = Float64Array.of(4, 5, 6, 5, 7, 4, 6, 5);
    const ys = Float64Array.of(9, 10, 11, 11, 15, 7, 13, 10);
    const found = ratioInterval(summarisePair(xs, ys));
    expect(found?.estimate).toBeCloseTo(86 / 42, 14);
    for (const end of [found?.low ?? 0, found?.high ?? 0]) {
      const rest = meanInterval(summariseColumn(ys.map((y, i) => y - end * (xs[i] as number))));
      expect(Math.min(Math.abs(rest?.low ?? 1), Math.abs(rest?.high ?? 1))).toBeLessThan(1e-12);
    }
  });

  it('is undefined where the denominator may be 0', () => {
    expect(ratioInterval(summarisePair(Float64Array.of(-1, 1, 2), Float64Array.of(1, 2, 3)))).toBeUndefined();
    expect(ratioInterval(summarisePair(Float64Array.of(1), Float64Array.of(1)))).toBeUndefined();
  });

  it('leaves out pairs that are not whole, and merges', () => {
    const pair = summarisePair(Float64Array.of(1, Number.NaN, 3, 4), Float64Array.of(2, 5, Number.NaN, 9));
    expect(pair).toEqual(summarisePair(Float64Array.of(1, 4), Float64Array.of(2, 9)));
    expect(
      mergePairs(
        summarisePair(Float64Array.of(1), Float64Array.of(2)),
        summarisePair(Float64Array.of(4), Float64Array.of(9)),
      ),
    ).toEqual(pair);
  });
});

describe('differenceInterval', () => {
  it('is the interval of the differences', () => {
    const found = differenceInterval(Float64Array.of(11, 22, 33, 5), Float64Array.of(10, 20, 30, Number.NaN));
    expect(found).toEqual(meanInterval(column(1, 2, 3)));
  });
});
