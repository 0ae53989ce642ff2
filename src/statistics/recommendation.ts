import type { Moments } from './moments.ts';
import { degreesOfFreedom, mean, standardError } from './moments.ts';
import { pairsOf } from './paired-columns.ts';
import type { PairedSummary } from './paired-summary.ts';
import { studentCdf } from './student.ts';

/** The strategy with the highest mean, and how sure the sample makes us of that. */
export interface Recommendation {
  readonly strategy: number;
  /**
   * The probability, given the sampling error of the paired differences, that its mean is truly the highest: Student's
   * (as good as normal) probability of |mean difference|/se with two strategies; with more, a lower bound. It says
   * nothing about whether the scenario is right. 1 with one strategy; undefined for n < 2.
   */
  readonly certainty: number | undefined;
  /** The strategy with the next highest mean; undefined with one strategy. */
  readonly rival: number | undefined;
}

/**
 * Returns the strategy with the highest mean npv (the earliest of those that tie). Its certainty is 1 − Σ over the others
 * of the probability that the other one's mean is the higher, not below 0: Bonferroni's inequality, which holds however
 * the differences are correlated. Undefined for no replication.
 *
 * Source: J. Branke, S. E. Chick & C. Schmidt, Selecting a selection procedure (2007), Management
 * Science 53, 1916–1932 (their PCS with the Bonferroni bound).
 */
export function recommend(paired: PairedSummary): Recommendation | undefined {
  const ahead = (strategy: number) => (strategy === 0 ? 0 : meanDifference(paired, 0, strategy));
  const strategies = Array.from({ length: paired.strategies }, (_, i) => i);
  if (paired.best.every((column) => column.count === 0)) return undefined;
  const strategy = strategies.reduce((best, i) => (ahead(i) > ahead(best) ? i : best), 0);
  let missing: number | undefined = 0;
  let rival: number | undefined;
  for (const other of strategies) {
    if (other === strategy) continue;
    const chance = chanceToBeBetter(paired, other, strategy);
    missing = missing === undefined || chance === undefined ? undefined : missing + chance;
    if (rival === undefined || ahead(other) > ahead(rival)) rival = other;
  }
  return { strategy, certainty: missing === undefined ? undefined : Math.max(0, 1 - missing), rival };
}

/** Returns the probability that `other`, whose sample mean is not the higher one, has the higher true mean. */
function chanceToBeBetter(paired: PairedSummary, other: number, strategy: number): number | undefined {
  const difference = differenceOf(paired, Math.min(other, strategy), Math.max(other, strategy));
  const gap = difference === undefined ? undefined : mean(difference);
  const error = difference === undefined ? undefined : standardError(difference);
  if (difference === undefined || gap === undefined || error === undefined) return undefined;
  if (gap === 0) return 0.5;
  return error === 0 ? 0 : studentCdf(-Math.abs(gap) / error, degreesOfFreedom(difference));
}

function meanDifference(paired: PairedSummary, i: number, j: number): number {
  const difference = differenceOf(paired, i, j);
  return (difference === undefined ? undefined : mean(difference)) ?? 0;
}

function differenceOf(paired: PairedSummary, i: number, j: number): Moments | undefined {
  return paired.differences[pairsOf(paired.strategies).findIndex(([a, b]) => a === i && b === j)];
}
