import { exp } from '../../math/exp.ts';
import { expm1 } from '../../math/expm1.ts';
import { log } from '../../math/log.ts';
import { log1p } from '../../math/log1p.ts';
import type { ContinuousLaw } from './law.ts';

/** The exponential distribution by its mean, which is > 0. */
export interface Exponential {
  readonly type: 'exponential';
  readonly mean: number;
}

export function exponentialLaw({ mean }: Exponential): ContinuousLaw {
  return {
    kind: 'continuous',
    support: { low: 0, high: Infinity },
    mean: () => mean,
    variance: () => mean * mean,
    cdf: (x) => (x <= 0 ? 0 : -expm1(-x / mean)),
    survival: (x) => (x <= 0 ? 1 : exp(-x / mean)),
    quantile: () => (u) => -mean * log1p(-u),
    upperQuantile: () => (s) => -mean * log(s),
    density: (x) => (x < 0 ? 0 : exp(-x / mean) / mean),
    logSlope: () => -1 / mean,
  };
}
