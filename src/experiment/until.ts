import { lossesOf } from '../report/losses.ts';
import { decidedCertainty } from '../report/verdict.ts';
import { meanSequence } from '../statistics/confidence-sequence.ts';
import { sumOver } from '../statistics/exact-sum.ts';
import type { Moments } from '../statistics/moments.ts';
import type { ScenarioSummary } from '../statistics/scenario-summary.ts';
import { decideSequentially } from '../statistics/sequential-decision.ts';
import { shareSequence } from '../statistics/share-sequence.ts';

/** What a run goes on until. */
export type Until =
  /** It is clear which strategy has the highest mean NPV, or that it lacks at most `indifference`. */
  | { readonly kind: 'decision'; readonly indifference: number }
  /** The mean NPV of every strategy is known to within ± halfWidth. */
  | { readonly kind: 'npv'; readonly halfWidth: number }
  /** Every probability that is printed is known to within ± halfWidth. */
  | { readonly kind: 'prob'; readonly halfWidth: number };

/** Returns whether what a run goes on until has come. It holds at repeated looks: every interval is a confidence sequence. */
export function hasCome(until: Until, summary: ScenarioSummary): boolean {
  switch (until.kind) {
    case 'decision': {
      const { certainty, certaintyWithin } = decideSequentially(summary.paired, until.indifference);
      return Math.max(certainty, certaintyWithin) >= decidedCertainty;
    }
    case 'npv':
      return summary.strategies.every(({ metrics: { npv } }) => {
        const found = npv === undefined ? undefined : meanSequence(npv);
        return found !== undefined && found.halfWidth <= until.halfWidth;
      });
    case 'prob':
      return sharesOf(summary).every(([successes, n]) => {
        const found = shareSequence(successes, n);
        return found !== undefined && found.halfWidth <= until.halfWidth;
      });
  }
}

const shareMetrics = ['insolvent', 'stopped', 'ever_scaled'] as const;

/** Returns the successes and trials behind every probability that is printed. */
function sharesOf({ strategies, paired }: ScenarioSummary): readonly (readonly [number, number])[] {
  const columns: readonly (Moments | undefined)[] = [
    ...strategies.flatMap(({ metrics }) => shareMetrics.map((name) => metrics[name])),
    ...paired.wins,
    ...paired.best,
  ];
  return [
    ...columns.flatMap((column) =>
      column === undefined ? [] : [[sumOver(column.sum, 1), column.count] as const],
    ),
    ...strategies.flatMap((strategy) => {
      const losses = lossesOf(strategy);
      return losses === undefined ? [] : [[losses.count, losses.of] as const];
    }),
  ];
}
