import type { Scenario } from '../scenario/fields/scenario.ts';
import { meanBand, shareBand } from '../statistics/bands.ts';
import { pairsOf } from '../statistics/paired-columns.ts';
import type { ScenarioSummary } from '../statistics/scenario-summary.ts';
import type { ConvergenceRow } from './tables/convergence.ts';

/** Returns what one look tells of every strategy; `looked` where the run may stop at it. */
export function convergenceRows(
  name: string,
  scenario: Scenario,
  { replications, strategies, paired }: ScenarioSummary,
  looked: boolean,
): readonly ConvergenceRow[] {
  return Object.keys(scenario.strategies).map((strategy, index) => {
    const place = pairsOf(paired.strategies).findIndex(([i, j]) => i === 0 && j === index);
    return {
      scenario: name,
      strategy,
      replications,
      npv: meanBand(strategies[index]?.metrics['npv'], looked),
      difference: meanBand(paired.differences[place], looked),
      best: shareBand(paired.best[index], looked),
    };
  });
}
