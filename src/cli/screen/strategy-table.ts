import { compact, money, percent } from '../../report/format.ts';
import type { ScenarioRows } from '../../report/rows.ts';
import { lossShare, type SummaryRow } from '../../report/tables/summary.ts';
import type { Verdict } from '../../report/verdict.ts';
import { meanInterval } from '../../statistics/mean-interval.ts';
import { mean } from '../../statistics/moments.ts';
import { proportionInterval } from '../../statistics/proportion-interval.ts';
import { quantile } from '../../statistics/quantile.ts';
import { plainTable } from './plain-table.ts';
import { style } from './style.ts';

type Line = readonly [label: string, cell: (row: SummaryRow, currency: string) => string];

const lines: readonly Line[] = [
  ['NPV, mean', (row, currency) => plusMinus(row, 'npv', (value) => money(value, currency))],
  ['NPV, 5th to 95th percentile', (row, currency) => spread(row, 'npv', (value) => money(value, currency))],
  ['loses money', (row) => share(lossShare(row), row.replications)],
  ['runs out of cash', (row) => share(average(row, 'insolvent'), row.replications)],
  [
    'most cash needed, median',
    (row, currency) => middle(row, 'peak_funding', (value) => money(value, currency)),
  ],
  [
    'capital tied up at most, median',
    (row, currency) => middle(row, 'peak_capital_tied', (value) => money(value, currency)),
  ],
  ['units sold, median', (row) => middle(row, 'units_sold', compact)],
  ['cost of a unit, median', (row, currency) => middle(row, 'unit_cost', (value) => money(value, currency))],
  ['reaches mass production', (row) => share(average(row, 'ever_scaled'), row.replications)],
];

/** Returns a table of what matters most, a column for each strategy, with the uncertainty of the estimates. */
export function strategyTable(rows: ScenarioRows, verdict: Verdict): string {
  const head = rows.summary.map(({ strategy }) =>
    strategy === verdict.recommended ? style.good(strategy) : strategy,
  );
  return plainTable(
    ['', ...head],
    lines.map(([label, cell]) => [label, ...rows.summary.map((row) => cell(row, verdict.currency))]),
    ['left', ...rows.summary.map(() => 'right' as const)],
  );
}

function plusMinus(row: SummaryRow, metric: string, format: (value: number) => string): string {
  const column = row.summary.metrics[metric];
  const found = column === undefined ? undefined : meanInterval(column);
  if (found === undefined) return middle(row, metric, format);
  return `${format(found.estimate)} ± ${format(found.halfWidth)}`;
}

function spread(row: SummaryRow, metric: string, format: (value: number) => string): string {
  const column = row.summary.metrics[metric];
  const [low, high] = [0.05, 0.95].map((p) => (column === undefined ? undefined : quantile(column, p)));
  return low === undefined || high === undefined ? '–' : `${format(low)} to ${format(high)}`;
}

function middle(row: SummaryRow, metric: string, format: (value: number) => string): string {
  const column = row.summary.metrics[metric];
  const value = column === undefined ? undefined : quantile(column, 0.5);
  return value === undefined ? '–' : format(value);
}

function average(row: SummaryRow, metric: string): number | undefined {
  const column = row.summary.metrics[metric];
  return column === undefined ? undefined : mean(column);
}

function share(estimate: number | undefined, n: number): string {
  const found = estimate === undefined ? undefined : proportionInterval(estimate * n, n);
  return found === undefined ? '–' : `${percent(found.estimate)} ± ${percent(found.halfWidth)}`;
}
