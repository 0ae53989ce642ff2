import { expm1 } from '../../math/expm1.ts';
import { log1p } from '../../math/log1p.ts';

/** The units of time that a scenario may use. */
export type TimeUnit = 'days' | 'weeks' | 'months' | 'quarters' | 'years';

/** How many of a unit make a year: 1 year = 52 weeks = 12 months = 4 quarters and 1 week = 7 days, so 364 days. */
export const unitsPerYear: Readonly<Record<TimeUnit, number>> = {
  days: 364,
  weeks: 52,
  months: 12,
  quarters: 4,
  years: 1,
};

export const timeUnits = Object.keys(unitsPerYear) as readonly TimeUnit[];

/** Returns the unit that a word names, singular or plural and in any case (`week`, `Weeks`), or undefined. */
export function timeUnit(word: string): TimeUnit | undefined {
  const folded = word.toLowerCase();
  return timeUnits.find((unit) => unit === folded || singular(unit) === folded);
}

/** Returns the unit as it stands in a rate: `week` for `weeks`. */
export function singular(unit: TimeUnit): string {
  return unit.slice(0, -1);
}

/** What is forgiven where a number of periods is rounded, so that 28 days are exactly four weeks. */
export const roundingTolerance = 1e-9;

/**
 * Returns a duration in whole periods, rounded up: ceil(x·n/unitsPerYear − 1e-9), with n (52 or 12) periods a year.
 * A duration must not be negative; 0 is 0 periods.
 */
export function durationPeriods(duration: number, unit: TimeUnit, periodsPerYear: number): number {
  // Adding 0 turns the −0 of ceil(−1e-9) into 0.
  return Math.ceil((duration * periodsPerYear) / unitsPerYear[unit] - roundingTolerance) + 0;
}

/** Returns a rate per period: x / (periods in its unit), with n (52 or 12) periods a year. */
export function ratePerPeriod(rate: number, unit: TimeUnit, periodsPerYear: number): number {
  return rate / (periodsPerYear / unitsPerYear[unit]);
}

/**
 * Returns the fraction per period that compounds to a fraction c per unit: 1 − (1 − c)^(1/periods in its unit), with
 * n (52 or 12) periods a year and c in [0, 1]. 0 gives 0 and 1 gives 1 exactly; a tiny c keeps its digits.
 */
export function fractionPerPeriod(fraction: number, unit: TimeUnit, periodsPerYear: number): number {
  if (fraction === 0 || fraction === 1 || unitsPerYear[unit] === periodsPerYear) return fraction;
  return -expm1((log1p(-fraction) * unitsPerYear[unit]) / periodsPerYear);
}
