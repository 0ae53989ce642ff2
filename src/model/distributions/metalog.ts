import { exp } from '../../math/exp.ts';
import { log } from '../../math/log.ts';
import { logistic } from './beta.ts';
import { type ContinuousLaw, finite } from './law.ts';
import { momentsOf } from './moments.ts';
import { solveIncreasing } from './solve.ts';

/**
 * The metalog distribution with three terms: with L = log(u/(1 − u)) its quantile is
 * M(u) = a1 + a2·L + a3·(u − 1/2)·L where it has no bound, low + exp(M) above a low one, high − exp(−M) below a high one,
 * and (low + high·exp(M))/(1 + exp(M)) between two.
 */
export interface Metalog {
  readonly type: 'metalog';
  readonly a1: number;
  readonly a2: number;
  readonly a3: number;
  readonly low?: number;
  readonly high?: number;
}

/** The median and two percentiles as far from it: `share` (below 1/2), 1/2 and 1 − share, in that order. */
export interface PercentileTriplet {
  readonly share: number;
  readonly values: readonly [number, number, number];
  readonly low?: number;
  readonly high?: number;
}

/** The greatest |a3|/a2 with a density: 1/max of (u − 1/2) + u·(1 − u)·L, whose slope is 0 where (2u − 1)·L = 2. */
const greatestSkew = 1.6671131192019295;

/**
 * Returns the metalog through a symmetric triplet of percentiles, or what is wrong with them: they must ascend, lie
 * within the bounds, and leave a density that is positive everywhere.
 *
 * Source: Keelin (2016), "The metalog distributions", Decision Analysis 13(4), the symmetric-percentile triplet of
 * section 4.4, DOI 10.1287/deca.2016.0338. The bound on skewness is its own condition on the density, solved exactly.
 */
export function metalogFromPercentiles({
  share,
  values,
  low,
  high,
}: PercentileTriplet): Metalog | readonly string[] {
  const [lower, median, upper] = values;
  if (!(lower < median && median < upper)) return ['the percentiles must ascend'];
  if (low !== undefined && lower <= low) return ['low must be below the lowest percentile'];
  if (high !== undefined && upper >= high) return ['high must be above the highest percentile'];
  const [x1, x2, x3] = values.map((value) => unbounded(value, low, high)) as [number, number, number];
  const logOdds = log((1 - share) / share);
  const a2 = (x3 - x1) / (2 * logOdds);
  const a3 = (x3 - 2 * x2 + x1) / ((1 - 2 * share) * logOdds);
  if (!(Math.abs(a3) < greatestSkew * a2)) {
    return ['the percentiles are too skewed: a three-term metalog through them has no density'];
  }
  return {
    type: 'metalog',
    a1: x2,
    a2,
    a3,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
  };
}

/** Returns the law of a metalog; its quantile is its definition, its cdf the inverse of that. */
export function metalogLaw({ a1, a2, a3, low, high }: Metalog): ContinuousLaw {
  const curve = (logOdds: number) => a1 + (a2 + a3 * (logistic(logOdds) - 0.5)) * logOdds;
  /** The derivative of the curve over the log odds. */
  const slope = (logOdds: number) => {
    const u = logistic(logOdds);
    return a2 + a3 * (u - 0.5 + u * (1 - u) * logOdds);
  };
  // Given u − 1/2 beside the log odds, so that the odds need not be undone.
  const place = (logOdds: number, offCentre: number) =>
    finite(bounded(a1 + (a2 + a3 * offCentre) * logOdds, low, high));
  const support = { low: low ?? -Infinity, high: high ?? Infinity };

  function logOddsAt(x: number): number {
    if (x <= support.low) return -Infinity;
    if (x >= support.high) return Infinity;
    const target = unbounded(x, low, high) - a1;
    // The factor of the log odds lies between these, so the root does too.
    const ends = [target / (a2 + Math.abs(a3) / 2), target / (a2 - Math.abs(a3) / 2)].sort((a, b) => a - b);
    const [least = 0, greatest = 0] = ends;
    const f = { value: (logOdds: number) => curve(logOdds) - a1 - target, slope };
    return least === greatest ? least : solveIncreasing(f, least, greatest, (least + greatest) / 2, 0);
  }

  const law: ContinuousLaw = {
    kind: 'continuous',
    support,
    mean: () => (hasMoment(1) ? momentsOf(law).mean : low === undefined ? -Infinity : Infinity),
    variance: () => (hasMoment(2) ? momentsOf(law).variance : Infinity),
    cdf: (x) => logistic(logOddsAt(x)),
    survival: (x) => logistic(-logOddsAt(x)),
    quantile: () => (u) => place(log(u / (1 - u)), u - 0.5),
    upperQuantile: () => (s) => place(-log(s / (1 - s)), 0.5 - s),
    density(x) {
      const logOdds = logOddsAt(x);
      if (!Number.isFinite(logOdds)) return 0;
      return (logistic(logOdds) * logistic(-logOdds) * stretch(x)) / slope(logOdds);
    },
    logSlope(x) {
      const logOdds = logOddsAt(x);
      const u = logistic(logOdds);
      const spread = u * (1 - u);
      const bend = a3 * spread * (2 + (1 - 2 * u) * logOdds);
      // d/dM of log(u(1 − u)/slope), carried to x by the stretch of the bounds, whose own log slope is added.
      const perM = (1 - 2 * u - bend / slope(logOdds)) / slope(logOdds);
      return perM * stretch(x) + stretchLogSlope(x);
    },
  };

  /** dM/dx. */
  function stretch(x: number): number {
    if (low === undefined && high === undefined) return 1;
    return (low === undefined ? 0 : 1 / (x - low)) + (high === undefined ? 0 : 1 / (high - x));
  }

  function stretchLogSlope(x: number): number {
    return (low === undefined ? 0 : -1 / (x - low)) + (high === undefined ? 0 : 1 / (high - x));
  }

  /** Whether the moment of an order exists: exp(order·M) must be integrable in a tail that has no bound. */
  function hasMoment(order: number): boolean {
    if (low === undefined && high === undefined) return true;
    if (low !== undefined && high !== undefined) return true;
    return order * (a2 + (low === undefined ? -a3 : a3) / 2) < 1;
  }

  return law;
}

function unbounded(x: number, low?: number, high?: number): number {
  if (low === undefined) return high === undefined ? x : -log(high - x);
  return high === undefined ? log(x - low) : log((x - low) / (high - x));
}

function bounded(m: number, low?: number, high?: number): number {
  if (low === undefined) return high === undefined ? m : high - exp(-m);
  if (high === undefined) return low + exp(m);
  return m < 0 ? low + (high - low) * logistic(m) : high - (high - low) * logistic(-m);
}
