import type { Constant } from './constant.ts';
import type { DiscreteLaw } from './law.ts';

/** One of a few values, ascending and distinct, each with its weight; the weights are > 0 and add up to 1. */
export interface Discrete {
  readonly type: 'discrete';
  readonly values: readonly number[];
  readonly weights: readonly number[];
}

/** Returns the discrete distribution of pairs in any order; equal values are joined, and one value alone is a constant. */
export function discreteFrom(
  pairs: readonly { readonly value: number; readonly weight: number }[],
): Discrete | Constant {
  const sum = pairs.reduce((total, { weight }) => total + weight, 0);
  const joined = new Map<number, number>();
  for (const { value, weight } of pairs.toSorted((a, b) => a.value - b.value)) {
    if (weight > 0) joined.set(value, (joined.get(value) ?? 0) + weight / sum);
  }
  const values = [...joined.keys()];
  const [only = 0] = values;
  return values.length === 1
    ? { type: 'constant', value: only }
    : { type: 'discrete', values, weights: [...joined.values()] };
}

export function discreteLaw({ values, weights }: Discrete): DiscreteLaw {
  const last = values.length - 1;
  const at = (index: number) => values[index] as number;
  const cumulative = new Float64Array(values.length);
  let sum = 0;
  weights.forEach((weight, index) => {
    sum += weight;
    cumulative[index] = index === last ? 1 : Math.min(1, sum);
  });
  const upTo = (index: number) => (index < 0 ? 0 : (cumulative[index] as number));
  const quantile = (u: number) => at(firstIndex(last, (index) => upTo(index) >= u));
  const indexAtMost = (x: number) => firstIndex(last + 1, (index) => at(index) > x) - 1;
  const indexBelow = (x: number) => firstIndex(last + 1, (index) => at(index) >= x) - 1;
  const expect = (f: (x: number) => number) =>
    values.reduce((total, value, index) => total + f(value) * (weights[index] as number), 0);
  return {
    kind: 'discrete',
    support: { low: at(0), high: at(last) },
    mean: () => expect((x) => x),
    variance: () => {
      const mean = expect((x) => x);
      return expect((x) => (x - mean) * (x - mean));
    },
    cdf: (x) => upTo(indexAtMost(x)),
    survival: (x) => 1 - upTo(indexAtMost(x)),
    cdfBelow: (x) => upTo(indexBelow(x)),
    atomAtMost: (x) => (x < at(0) ? -Infinity : at(indexAtMost(x))),
    quantile: () => quantile,
    upperQuantile: () => (s) => quantile(1 - s),
  };
}

/** Returns the first index in 0 … end that passes a test which all later ones pass too; `end` is never tested. */
export function firstIndex(end: number, passes: (index: number) => boolean): number {
  let low = 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
