import type { ContinuousLaw } from './law.ts';

/** Equally likely everywhere from min to max, with min < max. */
export interface Uniform {
  readonly type: 'uniform';
  readonly min: number;
  readonly max: number;
}

export function uniformLaw({ min, max }: Uniform): ContinuousLaw {
  const width = max - min;
  const share = (x: number) => Math.max(0, Math.min(1, x / width));
  return {
    kind: 'continuous',
    support: { low: min, high: max },
    mean: () => min + width / 2,
    variance: () => (width * width) / 12,
    cdf: (x) => share(x - min),
    survival: (x) => share(max - x),
    quantile: () => (u) => Math.min(max, min + u * width),
    upperQuantile: () => (s) => Math.max(min, max - s * width),
    density: (x) => (x >= min && x <= max ? 1 / width : 0),
    logSlope: () => 0,
  };
}
