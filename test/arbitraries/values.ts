import fc from 'fast-check';

/** A value as it may stand in a scenario: a number, or a text of the value grammar. */
export type Written = number | string;

/** Returns numbers between two bounds, with so few decimals that a person might have written them. */
export function decimal(min: number, max: number): fc.Arbitrary<number> {
  const steps = 4_000;
  return fc.integer({ min: 0, max: steps }).map((step) => round(min + ((max - min) * step) / steps));
}

/** Returns numbers that no sum of round figures hits, for thresholds: a tie would be decided by rounding. */
export function threshold(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min, max }).map((whole) => whole + 0.371);
}

function round(value: number): number {
  return Number(value.toPrecision(6));
}

/** Every way of being uncertain about a positive number; some reach outside any domain, where draws are clamped. */
const aroundNumber: readonly ((m: number) => string)[] = [
  (m) => `${0.7 * m} to ${1.4 * m}`,
  (m) => `uniform(${0.5 * m}, ${1.5 * m})`,
  (m) => `triangular(${0.5 * m}, ${m}, ${2 * m})`,
  (m) => `pert(min=${0.6 * m}, mode=${m}, max=${2 * m})`,
  (m) => `normal(${m}, ${0.3 * m})`,
  (m) => `normal(p10=${0.8 * m}, p90=${1.2 * m})`,
  (m) => `lognormal(mean=${m}, sd=${0.4 * m})`,
  (m) => `lognormal(p10=${0.7 * m}, p90=${1.5 * m})`,
  (m) => `gamma(4, ${m / 4})`,
  (m) => `weibull(2, ${m})`,
  (m) => `exponential(${m})`,
  (m) => `studentt(4, ${m}, ${0.1 * m})`,
  (m) => `poisson(${m})`,
  (m) => `binomial(${Math.max(1, Math.round(2 * m))}, 0.5)`,
  (m) => `negbinomial(${m}, ${2 * Math.sqrt(m) + 0.5 * m})`,
  (m) => `discrete(${0.5 * m}: 0.2, ${m}: 0.5, ${1.8 * m}: 0.3)`,
  (m) => `mixture(0.3: uniform(0, ${m}), 0.7: normal(${m}, ${0.1 * m}))`,
  (m) => `truncate(normal(${m}, ${m}), ${0.4 * m}, ${2 * m})`,
  (m) => `metalog(p10=${0.6 * m}, p50=${m}, p90=${1.7 * m})`,
  (m) => `metalog(p10=${0.6 * m}, p50=${m}, p90=${1.7 * m}, low=0)`,
  () => 'empirical(demand.csv, weekly)',
];

const aroundFraction: readonly ((m: number) => string)[] = [
  (m) => `uniform(${0.5 * m}, ${m})`,
  (m) => `pert(${0.5 * m}, ${0.8 * m}, ${m})`,
  (m) => `normal(${m}, 0.1)`,
  (m) => `discrete(0: 0.1, ${m}: 0.9)`,
  (m) => `truncate(normal(${m}, 0.2), 0, 1)`,
  (m) => `metalog(p10=${0.4 * m}, p50=${0.5 * m}, p90=${0.7 * m}, low=0, high=1)`,
  () => 'beta(2, 5)',
  () => 'bernoulli(0.3)',
];

const uncertain = (forms: readonly ((m: number) => string)[], middle: fc.Arbitrary<number>) =>
  fc.tuple(fc.constantFrom(...forms), middle).map(([form, m]) => form(m));

/** A positive number of a size, certain or not. */
export function number(min: number, max: number): fc.Arbitrary<Written> {
  const certain = decimal(min, max);
  return fc.oneof(
    { arbitrary: certain, weight: 4 },
    { arbitrary: certain.map(String), weight: 1 },
    { arbitrary: uncertain(aroundNumber, certain), weight: 2 },
  );
}

/** A fraction, certain or not. */
export function fraction(min: number, max: number): fc.Arbitrary<Written> {
  const certain = decimal(min, max);
  return fc.oneof(
    { arbitrary: certain, weight: 4 },
    { arbitrary: certain.map((value) => `${100 * value}%`), weight: 1 },
    { arbitrary: uncertain(aroundFraction, certain), weight: 1 },
  );
}

/** A fraction that must not come near 0, such as a yield. */
export function highFraction(min: number): fc.Arbitrary<Written> {
  const certain = decimal(min, 1);
  return fc.oneof(
    { arbitrary: certain, weight: 3 },
    { arbitrary: certain.map((value) => `uniform(${value}, 1)`), weight: 1 },
    { arbitrary: certain.map((value) => `pert(${value}, ${(value + 1) / 2}, 1)`), weight: 1 },
  );
}

const weeksIn = { days: 1 / 7, weeks: 1, months: 52 / 12, quarters: 13, years: 52 } as const;
const unit = fc.constantFrom(...(Object.keys(weeksIn) as (keyof typeof weeksIn)[]));

/** A duration of so many weeks, in any unit, certain or not. */
export function duration(minWeeks: number, maxWeeks: number): fc.Arbitrary<string> {
  return fc
    .tuple(decimal(minWeeks, maxWeeks), unit, fc.integer({ min: 0, max: 5 }))
    .map(([weeks, name, form]) => {
      const value = round(weeks / weeksIn[name]);
      const range = value > 0 && form === 0 ? `${round(0.7 * value)} to ${round(1.5 * value)}` : undefined;
      return `${range ?? (form === 1 ? `pert(0, ${value}, ${round(2 * value)})` : value)} ${name}`;
    });
}

/** A rate of so much a week, in any unit, certain or not. */
export function rate(min: number, max: number): fc.Arbitrary<string> {
  return fc.tuple(number(1, 2), decimal(min, max), unit, fc.boolean()).map(([shape, size, name, certain]) => {
    const value = round(size * weeksIn[name]);
    const spread = typeof shape === 'string' && value > 0 && !certain;
    return `${spread ? `${round(0.8 * value)} to ${round(1.3 * value)}` : value} /${name.slice(0, -1)}`;
  });
}

/** A share per time, in any unit. */
export const shareRate: fc.Arbitrary<string> = fc
  .tuple(fraction(0, 0.4), unit)
  .map(([share, name]) => `${share} /${name.slice(0, -1)}`);
