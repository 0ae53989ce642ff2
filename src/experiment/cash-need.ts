import { type SimulationOptions, simulateAll } from '../run/simulate.ts';
import type { Scenario } from '../scenario/fields/scenario.ts';
import type { ScenarioSummary } from '../statistics/scenario-summary.ts';

/** More credit than any scenario can use. */
const unlimited = 1e18;
/** More futures than these would only cost time: the quantile has an interval of its own. */
const mostOnCredit = 16_384;

/**
 * Returns the same futures, at most 16,384 of them, with a credit line without end, where some of them ran out of cash: how deep each strategy would
 * have gone, had anyone let it, at its credit rate. Orders look at cash, not at credit, so nothing else changes.
 * Undefined where no future ran out of cash, or the credit line is uncertain.
 */
export async function playOnCredit(
  scenario: Scenario,
  result: ScenarioSummary,
  options: Omit<SimulationOptions, 'replications' | 'cashFlow' | 'onProgress'>,
): Promise<ScenarioSummary | undefined> {
  const { creditLine } = scenario.finance;
  if (creditLine.distribution.type !== 'constant') return undefined;
  const broke = result.strategies.some(({ metrics }) => (metrics['insolvent']?.maximum ?? 0) > 0);
  if (!broke) return undefined;
  const distribution = { type: 'constant', value: unlimited } as const;
  const generous: Scenario = {
    ...scenario,
    finance: { ...scenario.finance, creditLine: { ...creditLine, distribution } },
  };
  const run = { ...options, replications: Math.min(mostOnCredit, result.replications), cashFlow: false };
  for await (const [, , summary] of simulateAll({ count: 1, at: () => generous }, run)) return summary;
  return undefined;
}
