import { compact, money, percent } from '../../report/format.ts';
import type { ScenarioRows } from '../../report/rows.ts';
import { lossInterval, type SummaryRow } from '../../report/tables/summary.ts';
import type { Verdict } from '../../report/verdict.ts';
import { meanBand, shareBand } from '../../statistics/bands.ts';
import type { Interval } from '../../statistics/interval.ts';
import { quantile } from '../../statistics/quantile.ts';
import { plainTable } from './plain-table.ts';
import { style } from './style.ts';

type Line = readonly [label: string, cell: (row: SummaryRow, currency: string) => string];

const lines: readonly Line[] = [
  ['NPV, mean', (row, currency) => plusMinus(row, 'npv', (value) => money(value, currency))],
  ['NPV, 5th to 95th percentile', (row, currency) => spread(row, 'npv', (value) => money(value, currency))],
  ['loses money', (row) => shareText(lossInterval(row))],
  ['runs out of cash', (row) => shareText(shareBand(row.summary.metrics['insolvent'], row.looked))],
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
  ['reaches mass production', (row) => shareText(shareBand(row.summary.metrics['ever_scaled'], row.looked))],
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
  const found = meanBand(column, row.looked);
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

function shareText(found: Interval | undefined): string {
  return found === undefined ? '–' : `${percent(found.estimate)} ± ${percent(found.halfWidth)}`;
}
