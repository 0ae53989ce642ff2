import { firstIndex } from './discrete.ts';
import type { DiscreteLaw } from './law.ts';

/** One of the observed values, each as likely as the others: the inverse of their step function. Ascending, not empty. */
export interface Empirical {
  readonly type: 'empirical';
  readonly values: readonly number[];
}

export function empiricalLaw({ values }: Empirical): DiscreteLaw {
  const count = values.length;
  const at = (index: number) => values[index] as number;
  const share = (index: number) => index / count;
  const countAtMost = (x: number) => firstIndex(count, (index) => at(index) > x);
  const countBelow = (x: number) => firstIndex(count, (index) => at(index) >= x);

  function quantile(u: number): number {
    let rank = Math.max(1, Math.min(count, Math.ceil(u * count)));
    // u·count is rounded, so the rank may be one off from the smallest with rank/count ≥ u.
    if (rank > 1 && share(rank - 1) >= u) rank -= 1;
    else if (rank < count && share(rank) < u) rank += 1;
    return at(rank - 1);
  }

  const mean = () => values.reduce((sum, value) => sum + value / count, 0);
  return {
    kind: 'discrete',
    support: { low: at(0), high: at(count - 1) },
    mean,
    variance: () => {
      const centre = mean();
      return values.reduce((sum, value) => sum + ((value - centre) * (value - centre)) / count, 0);
    },
    cdf: (x) => share(countAtMost(x)),
    survival: (x) => 1 - share(countAtMost(x)),
    cdfBelow: (x) => share(countBelow(x)),
    atomAtMost: (x) => (x < at(0) ? -Infinity : at(countAtMost(x) - 1)),
    quantile: () => quantile,
    upperQuantile: () => (s) => quantile(1 - s),
  };
}
