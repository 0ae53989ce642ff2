import type { ContinuousLaw } from './law.ts';

/** Rises in a straight line from min to the mode and falls in one to max; min ≤ mode ≤ max and min < max. */
export interface Triangular {
  readonly type: 'triangular';
  readonly min: number;
  readonly mode: number;
  readonly max: number;
}

export function triangularLaw({ min, mode, max }: Triangular): ContinuousLaw {
  const width = max - min;
  const left = mode - min;
  const right = max - mode;
  // Half a side of no width holds nothing, so a division by it is never reached.
  const belowMode = left / width;
  const fromMin = (p: number) => min + Math.sqrt(p * width * left);
  const fromMax = (p: number) => max - Math.sqrt(p * width * right);
  const lowerArea = (x: number) => ((x - min) / width) * ((x - min) / left);
  const upperArea = (x: number) => ((max - x) / width) * ((max - x) / right);
  return {
    kind: 'continuous',
    support: { low: min, high: max },
    mean: () => (min + mode + max) / 3,
    variance: () => (left * left + right * right + left * right) / 18,
    cdf: (x) => (x <= min ? 0 : x >= max ? 1 : x < mode ? lowerArea(x) : 1 - upperArea(x)),
    survival: (x) => (x <= min ? 1 : x >= max ? 0 : x < mode ? 1 - lowerArea(x) : upperArea(x)),
    quantile: () => (u) => (u < belowMode ? fromMin(u) : fromMax(1 - u)),
    upperQuantile: () => (s) => (s < right / width ? fromMax(s) : fromMin(1 - s)),
    density: (x) => {
      if (x < min || x > max) return 0;
      return x < mode
        ? (2 * (x - min)) / (width * left)
        : x > mode
          ? (2 * (max - x)) / (width * right)
          : 2 / width;
    },
    logSlope: (x) => (x < mode ? 1 / (x - min) : -1 / (max - x)),
  };
}
