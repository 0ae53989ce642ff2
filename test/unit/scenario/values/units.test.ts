import { describe, expect, it } from 'vitest';
import {
  durationPeriods,
  fractionPerPeriod,
  ratePerPeriod,
  timeUnit,
  timeUnits,
  unitsPerYear,
} from '../../../../src/scenario/values/units.ts';

describe('time', () => {
  it('has a year of 52 weeks, 12 months, 4 quarters and 364 days', () => {
    expect(unitsPerYear).toEqual({ days: 364, weeks: 52, months: 12, quarters: 4, years: 1 });
    expect(timeUnits.map((unit) => timeUnit(unit.slice(0, -1).toUpperCase()))).toEqual(timeUnits);
    expect(timeUnit('fortnight')).toBeUndefined();
  });

  it.each([
    [28, 'days', 52, 4],
    [29, 'days', 52, 5],
    [1, 'months', 52, 5],
    [3, 'months', 52, 13],
    [1, 'weeks', 12, 1],
    [52, 'weeks', 12, 12],
    [1, 'quarters', 12, 3],
    [2, 'years', 52, 104],
    [0, 'weeks', 52, 0],
    [1e-12, 'weeks', 52, 0],
    [4 + 1e-10, 'weeks', 52, 4],
    [4 + 1e-8, 'weeks', 52, 5],
  ] as const)('%d %s are, with %d periods a year, %d periods', (duration, unit, n, periods) => {
    expect(durationPeriods(duration, unit, n)).toBe(periods);
  });

  it('turns a rate into one per period', () => {
    expect(ratePerPeriod(0.1, 'weeks', 52)).toBe(0.1);
    expect(ratePerPeriod(1200, 'months', 12)).toBe(1200);
    expect(ratePerPeriod(12, 'weeks', 12)).toBeCloseTo(52, 12);
    expect(ratePerPeriod(1040, 'years', 52)).toBe(20);
    expect(ratePerPeriod(10, 'days', 52)).toBeCloseTo(70, 12);
  });

  it('compounds a fraction', () => {
    for (const unit of timeUnits) {
      for (const n of [12, 52]) {
        const perPeriod = fractionPerPeriod(0.3, unit, n);
        const survival = (1 - perPeriod) ** (n / unitsPerYear[unit]);
        expect(survival).toBeCloseTo(0.7, 12);
        expect(fractionPerPeriod(0, unit, n)).toBe(0);
        expect(fractionPerPeriod(1, unit, n)).toBe(1);
      }
    }
    expect(fractionPerPeriod(1e-15, 'years', 52)).toBeCloseTo(1e-15 / 52, 30);
    expect(fractionPerPeriod(0.25, 'months', 12)).toBe(0.25);
  });
});
