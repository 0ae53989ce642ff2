import { exp } from '../../math/exp.ts';
import { normalCdf, normalQuantile } from '../../math/normal.ts';
import type { ContinuousLaw } from './law.ts';

/** The normal distribution; sd > 0. */
export interface Normal {
  readonly type: 'normal';
  readonly mean: number;
  readonly sd: number;
}

const rootTwoPi = 2.5066282746310002;

export function normalLaw({ mean, sd }: Normal): ContinuousLaw {
  const score = (x: number) => (x - mean) / sd;
  return {
    kind: 'continuous',
    support: { low: -Infinity, high: Infinity },
    mean: () => mean,
    variance: () => sd * sd,
    cdf: (x) => normalCdf(score(x)),
    survival: (x) => normalCdf(-score(x)),
    quantile: () => (u) => mean + sd * normalQuantile(u),
    upperQuantile: () => (s) => mean - sd * normalQuantile(s),
    density: (x) => exp(-0.5 * score(x) * score(x)) / (sd * rootTwoPi),
    logSlope: (x) => -score(x) / sd,
  };
}
