import { normalQuantile } from '../src/math/normal.ts';
import { type MetricName, metricNames } from '../src/model/replay/metrics.ts';
import type { Moment, MomentTable } from './moments.ts';
import type { PeerResult } from './peers.ts';

/** One metric of one strategy, as a peer's mean compares with ours. */
export interface Comparison {
  readonly peer: string;
  readonly scenario: string;
  readonly strategy: string;
  readonly metric: string;
  readonly ours: number;
  readonly theirs: number;
  /** The difference over its standard error; infinite where neither varies and they differ. */
  readonly z: number;
}

/** Of all comparisons of a benchmark together, the chance that right peers are called wrong. */
export const falseAlarmRate = 1e-4;
/** Where nothing varies, sums in another order may still differ by so much. */
const rounding = 1e-9;

/**
 * Returns the two-sample z of every metric that the peer reports: the difference of the means over
 * √(ours.sd²/n + theirs.sd²/m). A metric that is empty in some replications is taken to be so as often there as here.
 */
export function compare(
  names: { readonly peer: string; readonly scenario: string; readonly strategies: readonly string[] },
  ours: MomentTable,
  theirs: PeerResult,
  replications: number,
): readonly Comparison[] {
  return names.strategies.flatMap((strategy, index) =>
    metricNames.flatMap((metric: MetricName): Comparison[] => {
      const mine = ours[index]?.[metric];
      const other = theirs.metrics[strategy]?.[metric];
      if (mine === undefined || typeof other?.mean !== 'number') return [];
      const share = mine.count / (ours[index]?.npv.count ?? mine.count);
      const z = score(mine, { mean: other.mean, sd: other.sd ?? 0, count: share * replications });
      return [
        {
          peer: names.peer,
          scenario: names.scenario,
          strategy,
          metric,
          ours: mine.mean,
          theirs: other.mean,
          z,
        },
      ];
    }),
  );
}

function score(mine: Moment, other: { mean: number; sd: number; count: number }): number {
  const gap = other.mean - mine.mean;
  if (Math.abs(gap) <= rounding * Math.max(1, Math.abs(mine.mean))) return 0;
  const variance = mine.squares / (mine.count - 1) / mine.count + (other.sd * other.sd) / other.count;
  return variance > 0 ? gap / Math.sqrt(variance) : Math.sign(gap) * Number.POSITIVE_INFINITY;
}

/** Returns how great |z| may be at most, so that so many comparisons raise a false alarm at the stated rate (Bonferroni). */
export function criticalScore(comparisons: number): number {
  return -normalQuantile(falseAlarmRate / (2 * comparisons));
}

/** Returns the comparison that differs most, if there is any. */
export function worstOf(comparisons: readonly Comparison[]): Comparison | undefined {
  return comparisons.reduce<Comparison | undefined>(
    (worst, next) => (worst === undefined || Math.abs(next.z) > Math.abs(worst.z) ? next : worst),
    undefined,
  );
}
