import { log } from '../../math/log.ts';
import { log1p } from '../../math/log1p.ts';
import type { Domain } from './domain.ts';
import {
  type Built,
  constant,
  lognormalFromPercentiles,
  metalogOfPercentiles,
  normalFromPercentiles,
  type Percentiles,
} from './percentiles.ts';

/** What one numeric parameter may be. */
export interface Parameter extends Domain {
  readonly whole?: true;
  readonly optional?: true;
}

/** A distribution call whose arguments are numbers: its parameters in positional order, and what they build. */
export interface NumericCall {
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** Builds from parameters that are all in their domains, or says which rules between them are broken. */
  build(values: Readonly<Record<string, number>>): Built;
  /** The form by named percentiles, where there is one; with `percentilesOnly` there is no other. */
  readonly fromPercentiles?: (percentiles: Percentiles) => Built;
  readonly percentilesOnly?: true;
  /** The call as the manual shows it. */
  readonly usage: string;
}

const any: Parameter = {};
const positive: Parameter = { min: 0, minOpen: true };
const notNegative: Parameter = { min: 0 };
const probability: Parameter = { min: 0, max: 1 };
/** Shapes beyond these leave the range in which the tables are checked, and differ from a normal or a point by little. */
const shape: Parameter = { min: 0.001, max: 1e5 };
const tailShape: Parameter = { min: 0.01, max: 1e5 };
const degreesOfFreedom: Parameter = { min: 0.01, max: 1e6 };
const countMean: Parameter = { min: 0, max: 1e9 };

/** Gives `build` its parameters by name, with the types that the table of parameters implies. */
function numeric<const N extends string>(
  usage: string,
  parameters: Readonly<Record<N, Parameter>>,
  build: (values: Readonly<Record<N, number>>) => Built,
  fromPercentiles?: (percentiles: Percentiles) => Built,
): NumericCall {
  return { usage, parameters, build, ...(fromPercentiles === undefined ? {} : { fromPercentiles }) };
}

/** The calls that take numbers, by name. `discrete`, `mixture`, `truncate` and `empirical` have a form of their own. */
export const numericCalls: ReadonlyMap<string, NumericCall> = new Map(
  Object.entries<NumericCall>({
    uniform: numeric('uniform(min, max)', { min: any, max: any }, ({ min, max }) => {
      if (min > max) return ['min must not exceed max'];
      return min === max ? constant(min) : { type: 'uniform', min, max };
    }),
    triangular: numeric(
      'triangular(min, mode, max)',
      { min: any, mode: any, max: any },
      ({ min, mode, max }) => threePoint(min, mode, max) ?? { type: 'triangular', min, mode, max },
    ),
    pert: numeric('pert(min, mode, max)', { min: any, mode: any, max: any }, ({ min, mode, max }) => {
      const width = max - min;
      const alpha = 1 + (4 * (mode - min)) / width;
      const beta = 1 + (4 * (max - mode)) / width;
      return threePoint(min, mode, max) ?? { type: 'beta', alpha, beta, min, max };
    }),
    normal: numeric(
      'normal(mean, sd)',
      { mean: any, sd: notNegative },
      ({ mean, sd }) => (sd === 0 ? constant(mean) : { type: 'normal', mean, sd }),
      normalFromPercentiles,
    ),
    lognormal: numeric(
      'lognormal(mean, sd)',
      { mean: positive, sd: notNegative },
      ({ mean, sd }) => {
        const variance = log1p((sd / mean) * (sd / mean));
        if (variance === 0) return constant(mean);
        return { type: 'lognormal', mu: log(mean) - variance / 2, sigma: Math.sqrt(variance) };
      },
      lognormalFromPercentiles,
    ),
    beta: numeric('beta(alpha, beta)', { alpha: shape, beta: shape }, ({ alpha, beta }) => ({
      type: 'beta',
      alpha,
      beta,
      min: 0,
      max: 1,
    })),
    gamma: numeric('gamma(shape, scale)', { shape, scale: positive }, (given) => ({
      type: 'gamma',
      ...given,
    })),
    weibull: numeric('weibull(shape, scale)', { shape: tailShape, scale: positive }, (given) => ({
      type: 'weibull',
      ...given,
    })),
    exponential: numeric('exponential(mean)', { mean: positive }, ({ mean }) => ({
      type: 'exponential',
      mean,
    })),
    studentt: numeric(
      'studentt(df, location, scale)',
      { df: degreesOfFreedom, location: any, scale: notNegative },
      ({ df, location, scale }) =>
        scale === 0 ? constant(location) : { type: 'studentt', df, location, scale },
    ),
    poisson: numeric('poisson(mean)', { mean: countMean }, ({ mean }) =>
      mean === 0 ? constant(0) : { type: 'poisson', mean },
    ),
    binomial: numeric('binomial(n, p)', { n: { ...countMean, whole: true }, p: probability }, ({ n, p }) =>
      n === 0 || p === 0 ? constant(0) : p === 1 ? constant(n) : { type: 'binomial', n, p },
    ),
    bernoulli: numeric('bernoulli(p)', { p: probability }, ({ p }) =>
      p === 0 || p === 1 ? constant(p) : { type: 'discrete', values: [0, 1], weights: [1 - p, p] },
    ),
    negbinomial: numeric(
      'negbinomial(mean, sd)',
      { mean: countMean, sd: { min: 0, max: 1e9 } },
      ({ mean, sd }) => {
        if (mean === 0 && sd === 0) return constant(0);
        if (mean === 0) return ['sd must be 0 where the mean is 0'];
        if (sd * sd < mean * (1 - 1e-12))
          return [`sd must be at least the root of the mean, ${Math.sqrt(mean)}`];
        // A variance that barely exceeds the mean is a Poisson whose size would overflow.
        return sd * sd <= mean * (1 + 1e-9) ? { type: 'poisson', mean } : { type: 'negbinomial', mean, sd };
      },
    ),
    metalog: {
      ...numeric('metalog(p10=, p50=, p90=, low=, high=)', { low: optional(), high: optional() }, () => []),
      fromPercentiles: metalogOfPercentiles,
      percentilesOnly: true,
    },
  }),
);

/** The calls with a form of their own, by name, as the manual shows them. */
export const specialCalls: ReadonlyMap<string, string> = new Map([
  ['discrete', 'discrete(v1: w1, v2: w2, …)'],
  ['mixture', 'mixture(w1: value, w2: value, …)'],
  ['truncate', 'truncate(value, low, high)'],
  ['empirical', 'empirical(file.csv, column)'],
]);

export const callNames: readonly string[] = [...numericCalls.keys(), ...specialCalls.keys()];

function optional(): Parameter {
  return { optional: true };
}

/** Returns what a three-point estimate is where it has no width or is out of order, and undefined where it is neither. */
function threePoint(min: number, mode: number, max: number): Built | undefined {
  const faults = [
    ...(min > mode ? ['min must not exceed the mode'] : []),
    ...(mode > max ? ['the mode must not exceed max'] : []),
  ];
  if (faults.length > 0) return faults;
  return min === max ? constant(min) : undefined;
}
