import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../src/errors.ts';
import { mean, quantileFunction, variance } from '../../../../src/model/distributions/index.ts';
import { callNames } from '../../../../src/scenario/values/calls.ts';
import { anyNumber, distributionOf, problemsOf } from './read.ts';

const constant = (value: number) => ({ type: 'constant', value });

describe('a call', () => {
  it.each([
    ['uniform(1, 3)', 'uniform(max=3, min=1)', { type: 'uniform', min: 1, max: 3 }],
    [
      'triangular(1, 2, 4)',
      'triangular(min=1, mode=2, max=4)',
      { type: 'triangular', min: 1, mode: 2, max: 4 },
    ],
    [
      'pert(10, 12, 20)',
      'pert(10, max=20, mode=12)',
      { type: 'beta', alpha: 1.8, beta: 4.2, min: 10, max: 20 },
    ],
    ['normal(5, 2)', 'normal(mean=5, sd=2)', { type: 'normal', mean: 5, sd: 2 }],
    ['beta(2, 5)', 'beta(alpha=2, beta=5)', { type: 'beta', alpha: 2, beta: 5, min: 0, max: 1 }],
    ['gamma(2, 3)', 'gamma(shape=2, scale=3)', { type: 'gamma', shape: 2, scale: 3 }],
    ['weibull(1.5, 2)', 'weibull(shape=1.5, scale=2)', { type: 'weibull', shape: 1.5, scale: 2 }],
    ['exponential(3)', 'exponential(mean=3)', { type: 'exponential', mean: 3 }],
    [
      'studentt(3, 10%, 2%)',
      'studentt(df=3, location=0.1, scale=0.02)',
      { type: 'studentt', df: 3, location: 0.1, scale: 0.02 },
    ],
    ['poisson(4)', 'POISSON(Mean = 4)', { type: 'poisson', mean: 4 }],
    ['binomial(10, 30%)', 'binomial(n=10, p=0.3)', { type: 'binomial', n: 10, p: 0.3 }],
    ['bernoulli(0.25)', 'bernoulli(p=25%)', { type: 'discrete', values: [0, 1], weights: [0.75, 0.25] }],
    ['negbinomial(5, 4)', 'negbinomial(mean=5, sd=4)', { type: 'negbinomial', mean: 5, sd: 4 }],
  ])('%s is the same as %s', (positional, named, distribution) => {
    expect(distributionOf(positional)).toEqual(distribution);
    expect(distributionOf(named)).toEqual(distribution);
  });

  it('has its mean and standard deviation as they are given', () => {
    for (const [raw, m, sd] of [
      ['lognormal(100, 30)', 100, 30],
      ['lognormal(sd=30, mean=100)', 100, 30],
      ['normal(5, 2)', 5, 2],
      ['negbinomial(5, 4)', 5, 4],
      ['pert(10, 12, 20)', 13, Math.sqrt((3 * 7) / 7)],
    ] as const) {
      expect(mean(distributionOf(raw))).toBeCloseTo(m, 10);
      expect(Math.sqrt(variance(distributionOf(raw)))).toBeCloseTo(sd, 10);
    }
  });

  it('has its percentiles as they are given', () => {
    for (const [raw, ...points] of [
      ['10 to 20', [0.05, 10], [0.95, 20]],
      ['-10 to 20', [0.05, -10], [0.95, 20]],
      ['0 to 20', [0.05, 0], [0.95, 20]],
      ['10% to 20%', [0.05, 0.1], [0.95, 0.2]],
      ['lognormal(p10=10, p90=20)', [0.1, 10], [0.9, 20]],
      ['lognormal(p50=10, p97.5=20)', [0.5, 10], [0.975, 20]],
      ['normal(p90=20, p10=-5)', [0.1, -5], [0.9, 20]],
      ['metalog(p10=1, p50=2, p90=5)', [0.1, 1], [0.5, 2], [0.9, 5]],
      ['metalog(p5=1, p50=2, p95=5, low=0)', [0.05, 1], [0.5, 2], [0.95, 5]],
      ['metalog(p10=1, p50=2, p90=3, high=10)', [0.1, 1], [0.5, 2], [0.9, 3]],
      ['metalog(p10=1, p50=2, p90=5, low=0, high=10)', [0.1, 1], [0.5, 2], [0.9, 5]],
    ] as const) {
      const quantile = quantileFunction(distributionOf(raw));
      for (const [p, x] of points) expect(quantile(p), `${raw} ${p}`).toBeCloseTo(x, 12);
    }
    expect(distributionOf('10 to 20').type).toBe('lognormal');
    expect(distributionOf('0 to 20').type).toBe('normal');
  });

  it('without width is a constant', () => {
    for (const raw of [
      'uniform(3, 3)',
      'triangular(3, 3, 3)',
      'pert(3, 3, 3)',
      'normal(3, 0)',
      'lognormal(3, 0)',
      'studentt(2, 3, 0)',
      '3 to 3',
      'lognormal(p10=3, p90=3)',
      'metalog(p10=3, p50=3, p90=3)',
      'discrete(3: 1)',
      'discrete(3: 0.5, 3: 0.5, 4: 0)',
      'mixture(1: 3)',
      'truncate(3, 1, 5)',
      'binomial(3, 100%)',
    ]) {
      expect(distributionOf(raw), raw).toEqual(constant(3));
    }
    for (const raw of [
      'poisson(0)',
      'binomial(5, 0)',
      'binomial(0, 0.5)',
      'bernoulli(0)',
      'negbinomial(0, 0)',
      '-0',
    ]) {
      expect(Math.abs((distributionOf(raw) as { value: number }).value), raw).toBe(0);
    }
    expect(distributionOf('negbinomial(4, 2)')).toEqual({ type: 'poisson', mean: 4 });
  });

  it('may hold pairs', () => {
    expect(distributionOf('discrete(20: 0.8, 10: 0.2)')).toEqual({
      type: 'discrete',
      values: [10, 20],
      weights: [0.2, 0.8],
    });
    expect(distributionOf('discrete(-1: 25%, 10: 50%, -1: 25%)')).toEqual({
      type: 'discrete',
      values: [-1, 10],
      weights: [0.5, 0.5],
    });
    expect(distributionOf('mixture(0.3: normal(1, 2), 0.7: 5 to 5)')).toEqual({
      type: 'mixture',
      weights: [0.3, 0.7],
      components: [{ type: 'normal', mean: 1, sd: 2 }, constant(5)],
    });
    expect(distributionOf('discrete(1: 0.3333333, 2: 0.3333333, 3: 0.3333333)')).toBeDefined();
  });

  it('may hold a distribution in a range', () => {
    const normal = { type: 'normal', mean: 10, sd: 2 };
    const truncated = { type: 'truncate', component: normal, low: 5, high: 15 };
    expect(distributionOf('truncate(normal(10, 2), 5, 15)')).toEqual(truncated);
    expect(distributionOf('truncate(normal(10, 2), high=15, low=5)')).toEqual(truncated);
    expect(distributionOf('truncate(normal(10, 2), low=5)')).toEqual({
      type: 'truncate',
      component: normal,
      low: 5,
    });
    expect(distributionOf('truncate(uniform(1, 2), 0, 5)')).toEqual({ type: 'uniform', min: 1, max: 2 });
    expect(distributionOf('truncate(mixture(0.5: truncate(1 to 9, 2, 8), 0.5: 4), 3, 7)').type).toBe(
      'truncate',
    );
  });

  it('may hold a column of a file', () => {
    const seen: string[] = [];
    const column = (file: string, name: string) => {
      seen.push(`${file}|${name}`);
      return [3, 1, 2];
    };
    for (const raw of [
      'empirical(orders.csv, weekly)',
      'empirical( ../data-2024/my orders.v2.csv , per week)',
      'empirical("a, b (c).csv", \'x=1\')',
      'empirical(column=weekly, file=orders.csv)',
    ]) {
      expect(distributionOf(raw, anyNumber, column), raw).toEqual({ type: 'empirical', values: [1, 2, 3] });
    }
    expect(seen).toEqual([
      'orders.csv|weekly',
      '../data-2024/my orders.v2.csv|per week',
      'a, b (c).csv|x=1',
      'orders.csv|weekly',
    ]);
    expect(distributionOf('empirical(a.csv, b)', anyNumber, () => [2, 2])).toEqual(constant(2));
    expect(distributionOf('truncate(empirical(a.csv, b), 2, 3)', anyNumber, column).type).toBe('truncate');
  });
});

describe('a wrong call', () => {
  it('names the nearest known one', () => {
    expect(problemsOf('norml(1, 2)')).toEqual([expect.stringMatching(/norml is not a known.*\{normal\}$/)]);
    expect(problemsOf('normal(mean=1, std=2)')).toEqual([
      expect.stringMatching(/^normal: has no parameter "std".*\{sd\}$/),
    ]);
    for (const name of callNames) expect(problemsOf(`${name}x(1)`)[0]).toContain(`{${name}}`);
  });

  it.each([
    ['uniform(3, 1)', ['uniform: min must not exceed max']],
    ['uniform(1)', ['uniform: needs max: uniform(min, max)']],
    ['uniform()', ['uniform: needs min and max: uniform(min, max)']],
    ['uniform(1, 2, 3)', ['uniform: takes no more than uniform(min, max)']],
    ['triangular(5, 4, 1)', ['min must not exceed the mode', 'the mode must not exceed max']],
    ['pert(1, 9, 4)', ['pert: the mode must not exceed max']],
    ['normal(1, -2)', ['normal: sd must be at least 0']],
    ['normal(sd=1, 2)', ['must not follow one that has a name']],
    ['normal(1, mean=2)', ['mean is given twice']],
    ['normal(1, 2 to 3)', ['normal: takes plain numbers: normal(mean, sd)']],
    ['normal(1, normal(1, 2))', ['takes plain numbers']],
    ['normal(p10=1)', ['needs exactly two percentiles']],
    ['normal(p10=1, p50=2, p90=3)', ['needs exactly two percentiles']],
    ['normal(p10=3, p90=1)', ['p10 must not exceed p90']],
    ['normal(p10=1, sd=2)', ['is given by percentiles or by mean, sd, not by both']],
    ['normal(p10=1, 3)', ['must not follow one that has a name']],
    ['normal(p0=1, p90=3)', ['has no parameter "p0"']],
    ['lognormal(-1, -1)', ['mean must be above 0', 'sd must be at least 0']],
    ['lognormal(p10=0, p90=5)', ['p10 must be above 0']],
    ['beta(0, -1)', ['alpha must be from 0.001 to 100000', 'beta must be from 0.001 to 100000']],
    ['gamma(-1, 0)', ['shape must be', 'scale must be above 0']],
    ['weibull(0, 0)', ['shape must be', 'scale must be above 0']],
    ['exponential(0)', ['mean must be above 0']],
    ['studentt(0, 1, -1)', ['df must be', 'scale must be at least 0']],
    ['poisson(-1)', ['mean must be from 0 to 1000000000']],
    ['binomial(2.5, 2)', ['n must be a whole number', 'p must be from 0 to 1']],
    ['bernoulli(1.5)', ['p must be from 0 to 1']],
    ['negbinomial(4, 1)', ['sd must be at least the root of the mean, 2']],
    ['negbinomial(0, 1)', ['sd must be 0 where the mean is 0']],
    ['metalog(1, 2, 3)', ['names its percentiles', 'names its percentiles', 'names its percentiles']],
    ['metalog(p10=1, p90=3)', ['needs p50 and two percentiles as far from it']],
    ['metalog(p10=1, p50=2, p80=3)', ['needs p50 and two percentiles as far from it']],
    ['metalog(p10=1, p50=0, p90=3)', ['the percentiles must ascend']],
    ['metalog(p10=1, p50=1.1, p90=3)', ['too skewed']],
    ['metalog(p10=1, p50=2, p90=3, low=1)', ['low must be below the lowest percentile']],
    ['metalog(p10=1, p50=2, p90=3, high=2)', ['high must be above the highest percentile']],
    ['5 to 1', ['low must not exceed high']],
    ['5 to ten', ['both ends of "low to high" must be numbers']],
    ['5 to', ['a number after "to" is missing at the end']],
    ['discrete(1: 0.5, 2: 0.6)', ['the weights must add up to 1, not to 1.1']],
    ['discrete(1: -0.5, 2: 1.5)', ['the weight "-0.5" must be', 'the weight "1.5" must be']],
    ['discrete(1, 2)', ['discrete needs pairs', 'discrete needs pairs']],
    ['discrete()', ['discrete needs at least one pair']],
    ['mixture(0.5: 1, 0.4: 2)', ['the weights must add up to 1, not to 0.9']],
    ['mixture(0.5: normal(1, -1), x: 2)', ['"x" is neither a number nor a call']],
    ['mixture(0.5: normal(1, -1), 0.6: uniform(2, 1))', ['sd must be at least 0', 'min must not exceed max']],
    ['mixture(normal(1, 1))', ['mixture needs pairs']],
    ['mixture()', ['mixture needs at least one pair']],
    ['truncate(normal(0, 1), 3, 2)', ['low must not exceed high']],
    ['truncate(uniform(0, 1), 3, 4)', ['holds none of the probability']],
    ['truncate(normal(0, 1), 50, 60)', ['holds none of the probability']],
    ['truncate(poisson(3), 1.2, 1.8)', ['holds none of the probability']],
    ['truncate(normal(0, 1), 1)', ['truncate needs a distribution and its bounds']],
    ['truncate(normal(0, 1))', ['truncate needs a distribution and its bounds']],
    ['truncate(normal(0, 1), low=1, low=2)', ['truncate needs a distribution and its bounds']],
    ['truncate()', ['truncate needs a distribution and its bounds']],
    ['empirical(a.csv, b)', ['no data file can be read here']],
    ['normal(1, 2', ['normal(…) is not closed']],
    ['normal(1 2)', ['a comma or ")" must stand before "2"']],
    ['normal(1, )', ['a comma in normal(…) has nothing after it']],
    ['normal(,1)', ['must stand where ","']],
    ['normal(1e200, 2)', ['numbers must be finite']],
    ['lognormal(1e-90, 1e90)', ['too extreme']],
  ])('%s', (raw, rules) => {
    const problems = problemsOf(raw);
    expect(problems).toHaveLength(rules.length);
    rules.forEach((rule, index) => {
      expect(problems[index]).toContain(rule);
    });
  });

  it('may be nested 20 deep and no deeper', () => {
    const nested = (depth: number) => `${'truncate('.repeat(depth)}normal(0, 1)${', -1, 1)'.repeat(depth)}`;
    expect(distributionOf(nested(19)).type).toBe('truncate');
    expect(problemsOf(nested(20))).toEqual([expect.stringMatching(/at most 20 deep/)]);
  });

  it('says what is wrong with a data file', () => {
    const missing = () => {
      throw new InputError([{ value: 'a.csv', rule: 'there is no such file' }]);
    };
    expect(problemsOf('empirical(a.csv, b)', anyNumber, missing)).toEqual([
      'there is no such file ["a.csv"]',
    ]);
    expect(problemsOf('empirical(a.csv, b)', anyNumber, () => [])).toHaveLength(1);
    expect(problemsOf('empirical(a.csv, b)', anyNumber, () => [Number.NaN])).toHaveLength(1);
    expect(problemsOf('empirical(a.csv)', anyNumber, () => [1])).toHaveLength(1);
    expect(problemsOf('empirical(a.csv, b, c)', anyNumber, () => [1])).toHaveLength(1);
    expect(problemsOf('empirical(normal(1, 2), c)', anyNumber, () => [1])).toHaveLength(1);
  });
});
