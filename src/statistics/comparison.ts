import { meanBand, shareBand } from './bands.ts';
import type { ColumnSummary } from './column-summary.ts';
import type { Interval } from './interval.ts';
import { CONFIDENCE, interval } from './interval.ts';
import { mean, standardDeviation, standardError } from './moments.ts';
import { pairsOf } from './paired-columns.ts';
import type { PairedSummary } from './paired-summary.ts';
import type { Recommendation } from './recommendation.ts';
import { recommend } from './recommendation.ts';

/** An alternative against the baseline, replication by replication. */
export interface AgainstBaseline {
  /** Its number among the strategies, from 1. */
  readonly strategy: number;
  /** The difference column itself, for quantiles where its order was kept. */
  readonly difference: ColumnSummary;
  readonly mean: number | undefined;
  readonly standardDeviation: number | undefined;
  readonly standardError: number | undefined;
  /** Student's interval of the mean paired difference. */
  readonly interval: Interval | undefined;
  /** The probability that its npv is strictly greater, ties counted half, with Wilson's interval. */
  readonly winning: Interval | undefined;
}

/** One strategy among all of them. */
export interface AmongAll {
  readonly strategy: number;
  /** The probability that it is the best one, a tie shared among those that tie, with Wilson's interval. */
  readonly best: Interval | undefined;
  /** The mean of what the best one of each replication would have brought beyond it. */
  readonly expectedRegret: number | undefined;
  readonly regretStandardError: number | undefined;
  /** Student's interval of the expected regret, which is never below 0. */
  readonly regretInterval: Interval | undefined;
}

/** Strategies that faced the same futures, compared. */
export interface Comparison {
  readonly alternatives: readonly AgainstBaseline[];
  readonly strategies: readonly AmongAll[];
  readonly recommendation: Recommendation | undefined;
}

/**
 * Returns how the strategies compare: each against the baseline (the first), each among all, and the one recommended.
 * `looked` where the number of replications came from repeated looks: the intervals are then confidence sequences.
 */
export function compareStrategies(
  paired: PairedSummary,
  confidence: number = CONFIDENCE,
  looked = false,
): Comparison {
  return {
    alternatives: pairsOf(paired.strategies).flatMap(([i, j], k) => {
      const difference = paired.differences[k];
      if (i !== 0 || difference === undefined) return [];
      return {
        strategy: j,
        difference,
        mean: mean(difference),
        standardDeviation: standardDeviation(difference),
        standardError: standardError(difference),
        interval: meanBand(difference, looked, confidence),
        winning: shareBand(paired.wins[j - 1], looked, confidence),
      };
    }),
    strategies: paired.best.map((best, strategy) => {
      const regret = paired.regret[strategy];
      return {
        strategy,
        best: shareBand(best, looked, confidence),
        expectedRegret: regret === undefined ? undefined : mean(regret),
        regretStandardError: regret === undefined ? undefined : standardError(regret),
        regretInterval: notBelowZero(meanBand(regret, looked, confidence)),
      };
    }),
    recommendation: recommend(paired),
  };
}

function notBelowZero(found: Interval | undefined): Interval | undefined {
  return found === undefined ? undefined : interval(found.estimate, Math.max(0, found.low), found.high);
}
