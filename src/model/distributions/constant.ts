import type { DiscreteLaw } from './law.ts';

/** Always the same value. */
export interface Constant {
  readonly type: 'constant';
  readonly value: number;
}

export function constantLaw({ value }: Constant): DiscreteLaw {
  return {
    kind: 'discrete',
    support: { low: value, high: value },
    mean: () => value,
    variance: () => 0,
    cdf: (x) => (x >= value ? 1 : 0),
    survival: (x) => (x >= value ? 0 : 1),
    cdfBelow: (x) => (x > value ? 1 : 0),
    atomAtMost: (x) => (x >= value ? value : -Infinity),
    quantile: () => () => value,
    upperQuantile: () => () => value,
  };
}
