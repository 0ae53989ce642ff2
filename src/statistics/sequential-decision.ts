import { sequentialDoubt } from './confidence-sequence.ts';
import type { Moments } from './moments.ts';
import { mean } from './moments.ts';
import { pairsOf } from './paired-columns.ts';
import type { PairedSummary } from './paired-summary.ts';

/** What a run that looks again and again may say about which strategy has the highest mean. */
export interface SequentialDecision {
  /** The strategy with the highest mean so far, the earliest of those that tie. */
  readonly strategy: number;
  /** Probability, whatever the rule of stopping, of not being wrong in calling it the best. */
  readonly certainty: number;
  /** The same of calling it at most the indifference worse than the best. */
  readonly certaintyWithin: number;
}

/**
 * Returns the decision after some look. Where a strategy is called best at a certainty of 1 − α, then over all looks together
 * another one is truly better with a probability of at most α: each pair with the true best may err by its share of α
 * (Bonferroni), so any number of strategies is covered, however their differences are correlated.
 */
export function decideSequentially(paired: PairedSummary, indifference = 0): SequentialDecision {
  const strategies = Array.from({ length: paired.strategies }, (_, i) => i);
  const lead = (i: number) => (i === 0 ? 0 : (mean(differenceOf(paired, 0, i)) ?? 0));
  const strategy = strategies.reduce((best, i) => (lead(i) > lead(best) ? i : best), 0);
  const others = strategies.filter((i) => i !== strategy);
  const doubts = (bound: number) =>
    others.map((other) => sequentialDoubt(differenceOf(paired, other, strategy), bound));
  return {
    strategy,
    certainty: certaintyOf(doubts(0)),
    certaintyWithin: certaintyOf(doubts(-indifference)),
  };
}

/** The doubts of pairs are judged each at its equal share, so it is the greatest that counts, once for each pair. */
function certaintyOf(doubts: readonly number[]): number {
  return Math.max(0, 1 - doubts.length * Math.max(0, ...doubts));
}

/** Returns the moments of `ours` minus `theirs`. */
function differenceOf(paired: PairedSummary, theirs: number, ours: number): Moments {
  const place = pairsOf(paired.strategies).findIndex(
    ([i, j]) => i === Math.min(ours, theirs) && j === Math.max(ours, theirs),
  );
  const found = paired.differences[place];
  if (found === undefined) throw new RangeError(`no pair of strategies ${theirs} and ${ours}`);
  return ours > theirs ? found : negated(found);
}

function negated(moments: Moments): Moments {
  const { blocks } = moments;
  return {
    count: moments.count,
    sum: moments.sum.map((chunk) => 0 - chunk),
    squares: moments.squares,
    ...(blocks === undefined ? {} : { blocks: negated(blocks) }),
  };
}
