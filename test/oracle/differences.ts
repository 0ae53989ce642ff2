import { simulateColumns } from '../../src/model/columns.ts';
import type { Kernel } from '../../src/model/kernel/kernel.ts';
import { metricNames } from '../../src/model/replay/metrics.ts';
import { rootKey } from '../../src/random/seed.ts';
import type { Scenario } from '../../src/scenario/fields/scenario.ts';
import type { OracleResults } from './run-oracle.ts';

/** Two programs add up in different orders; what is left between them must be rounding and nothing else. */
const tolerance = 1e-9;

/**
 * Returns every metric of every strategy of every replication in which a scenario, played by the replay, or by a kernel if
 * one is given, differs from the oracle's result.
 */
export function differencesFrom(
  expected: OracleResults,
  scenario: Scenario,
  seed: string,
  kernel?: Kernel,
): readonly string[] {
  const names = Object.keys(scenario.strategies);
  const range = { first: 0, count: expected.length };
  const key = rootKey(seed);
  const [fast] = kernel?.simulate([scenario], key, range, false) ?? [];
  const { strategies } = fast ?? simulateColumns(scenario, key, range, false);
  return expected.flatMap((replication, row) =>
    strategies.flatMap(({ metrics }, index) =>
      metricNames.flatMap((metric) => {
        const strategy = names[index] ?? '';
        const theirs = replication[strategy]?.[metric] ?? Number.NaN;
        const ours = metrics[metric][row] ?? Number.NaN;
        const scale = scaleOf(replication[strategy] ?? {}, metric, theirs);
        if (Object.is(ours, theirs) || Math.abs(ours - theirs) <= tolerance * scale) return [];
        return [`replication ${row}, ${strategy}, ${metric}: ${ours}, by the oracle ${theirs}`];
      }),
    ),
  );
}

/** A small difference of great sums has the rounding of the sums. */
function scaleOf(all: Readonly<Record<string, number | null>>, metric: string, value: number): number {
  const isBalance = ['npv', 'ending_cash', 'lowest_cash', 'peak_funding'].includes(metric);
  const turnover = ['production_spend', 'tooling_spend', 'revenue'].map((name) => Math.abs(all[name] ?? 0));
  const units = all['units_made'] ?? 0;
  const isStock = ['ending_inventory', 'orders_waiting', 'orders_lost', 'units_scrapped'].includes(metric);
  return Math.max(1, Math.abs(value), isBalance ? Math.max(...turnover) : 0, isStock ? units : 0);
}
