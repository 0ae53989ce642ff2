import { describe, expect, it } from 'vitest';
import { certainValue, formatQuantity } from '../../../../src/scenario/values/quantity.ts';
import { anyNumber, distributionOf, duration, problemsOf, quantityOf, rate } from './read.ts';

const constant = (value: number) => ({ type: 'constant', value });

describe('a number', () => {
  it.each([
    [1200, 1200],
    ['1200', 1200],
    [' 1_200 ', 1200],
    ['1_234_567.5', 1234567.5],
    ['18%', 0.18],
    ['18 %', 0.18],
    ['0.7%', 0.007],
    ['1.5e3%', 15],
    ['1.5e3', 1500],
    ['1E-3', 0.001],
    ['-3', -3],
    ['+3', 3],
    ['.5', 0.5],
    ['5.', 5],
    [0, 0],
    [-0.25, -0.25],
  ])('reads %j as %d', (raw, value) => {
    expect(distributionOf(raw)).toEqual(constant(value));
  });

  it('keeps the text as written, trimmed', () => {
    expect(quantityOf('  1_200  /  month ', rate)).toEqual({
      text: '1_200  /  month',
      distribution: constant(1200),
      unit: 'months',
    });
    expect(formatQuantity(quantityOf('1_200  /  month', rate))).toBe('1_200 / month');
    expect(quantityOf(0.5).text).toBe('0.5');
    expect(certainValue(quantityOf('7'))).toBe(7);
    expect(certainValue(quantityOf('7 to 8'))).toBeUndefined();
  });

  it.each([
    ['$1200', /money is written as a plain number/],
    ['1,200', /thousands are grouped by an underscore/],
    ['1__200', /"__200" is not a unit|has no meaning/],
    ['12k', /"k" is not a unit/],
    ['1 2', /a value ends before "2"; a range is written "low to high"/],
    ['5 – 9', /a range is "low to high"/],
    ['1e999', /must be finite/],
    ['1e101', /at most 1e\+100/],
    ['', /must be a number or a text/],
    ['   ', /must be a number or a text/],
    [null, /must be a number or a text/],
    [true, /must be a number or a text/],
    [{}, /must be a number or a text/],
    [[1], /must be a number or a text/],
    [Number.NaN, /must be finite/],
    [Number.POSITIVE_INFINITY, /must be finite/],
    ['NaN', /neither a number nor a call/],
    ['Infinity', /neither a number nor a call/],
    ['ten', /"ten" is neither a number nor a call/],
    ['1)', /a value ends before "\)"/],
    ['(1)', /must stand where "\("/],
    ['1#', /"#" has no meaning/],
    ['x'.repeat(10_001), /at most 10000 characters/],
  ])('refuses %j', (raw, problem) => {
    expect(problemsOf(raw)).toEqual([expect.stringMatching(problem)]);
  });
});

describe('a domain', () => {
  const fraction = { dimension: 'plain', domain: { min: 0, max: 1 } } as const;
  const batch = { dimension: 'plain', domain: { min: 1 }, whole: true } as const;
  const growth = { dimension: 'plain', domain: { min: -1, minOpen: true } } as const;

  it('binds a certain value', () => {
    expect(problemsOf('1.2', fraction)).toEqual(['must be from 0 to 1 ["1.2"]']);
    expect(problemsOf(-1, growth)).toEqual(['must be above -1 ["-1"]']);
    expect(problemsOf('2.5', batch)).toEqual(['must be a whole number ["2.5"]']);
    expect(problemsOf('0', batch)).toEqual(['must be at least 1 ["0"]']);
    expect(distributionOf('120%', growth)).toEqual(constant(1.2));
  });

  it('lets an uncertain value reach out of it, but not lie outside', () => {
    expect(distributionOf('normal(0.9, 0.2)', fraction).type).toBe('normal');
    expect(distributionOf('uniform(1.5, 9.5)', batch).type).toBe('uniform');
    expect(distributionOf('uniform(-2, 0)', growth).type).toBe('uniform');
    for (const raw of ['poisson(3)', '0.9 to 3', 'bernoulli(0.5)'])
      expect(distributionOf(raw, fraction)).toBeDefined();
    for (const raw of ['uniform(2, 3)', 'uniform(-1, 0)', 'truncate(normal(0, 1), 1, 2)']) {
      expect(problemsOf(raw, fraction)[0]).toMatch(/^must be from 0 to 1, and this distribution never is/);
    }
    expect(problemsOf('discrete(-1: 0.5, -2: 0.5)', growth)[0]).toMatch(/never is/);
    expect(problemsOf('normal(-1000, 1)', duration).length).toBe(2);
  });
});

describe('a unit', () => {
  it.each([
    ['3 weeks', 'weeks'],
    ['1 week', 'weeks'],
    ['1 year', 'years'],
    ['10 Days', 'days'],
    ['2 to 3 quarters', 'quarters'],
    ['pert(1, 2, 4) months', 'months'],
  ])('of the duration %j', (raw, unit) => {
    expect(quantityOf(raw, duration).unit).toBe(unit);
  });

  it.each([
    ['3/week', 'weeks'],
    ['3 / day', 'days'],
    ['3 per month', 'months'],
    ['3 /quarters', 'quarters'],
    ['2% to 5% /year', 'years'],
    ['normal(3, 1)/week', 'weeks'],
  ])('of the rate %j', (raw, unit) => {
    expect(quantityOf(raw, rate).unit).toBe(unit);
  });

  it.each([
    [3, duration, 'a duration needs its unit: days, weeks, months, quarters, years ["3"]'],
    [0, duration, 'a duration needs its unit: days, weeks, months, quarters, years ["0"]'],
    ['3 /week', duration, 'a duration has a unit such as weeks, without "/week" ["3 /week"]'],
    [3, rate, 'a value per time needs its unit: /day, /week, /month, /quarter, /year ["3"]'],
    ['3 weeks', rate, 'is a value per time: write /week ["3 weeks"]'],
    ['3 weeks', anyNumber, 'has no unit of time, so "weeks" must go ["3 weeks"]'],
    ['3 per week', anyNumber, 'has no unit of time, so "per week" must go ["3 per week"]'],
  ])('%j is wrong', (raw, rule, problem) => {
    expect(problemsOf(raw, rule)).toEqual([problem]);
  });

  it('names the nearest one, and says where it stands', () => {
    expect(problemsOf('3 wekes', duration)).toEqual([
      expect.stringMatching(/"wekes" is not a unit.*\{weeks\}$/),
    ]);
    expect(problemsOf('2 weeks to 4 weeks', duration)).toEqual([
      expect.stringMatching(/the unit of a range is written once, at its end/),
    ]);
    expect(problemsOf('3 /', rate)).toEqual([expect.stringMatching(/after "\/" comes a unit/)]);
  });

  it('is checked beside everything else that is wrong', () => {
    expect(problemsOf('normal(1, -2)', duration)).toHaveLength(2);
    expect(problemsOf('-3', duration)).toHaveLength(2);
  });
});
