import { metricNames } from '../../model/replay/metrics.ts';
import type { ColumnSummary } from '../../statistics/column-summary.ts';
import { cvar } from '../../statistics/cvar.ts';
import { mean, standardDeviation, standardError } from '../../statistics/moments.ts';
import { countBelow } from '../../statistics/order-statistic.ts';
import { quantile } from '../../statistics/quantile.ts';
import type { StrategySummary } from '../../statistics/scenario-summary.ts';
import { metricDescriptions } from '../metrics.ts';
import { type Column, integerColumn, numberColumn, type Table, textColumn } from '../table.ts';

/** One strategy of one scenario. */
export interface SummaryRow {
  readonly scenario: string;
  readonly strategy: string;
  readonly replications: number;
  readonly summary: StrategySummary;
}

const percentiles = [5, 10, 25, 50, 75, 90, 95] as const;

type Figure = readonly [suffix: string, wording: string, of: (column: ColumnSummary) => number | undefined];

const figures: readonly Figure[] = [
  ['mean', 'mean', mean],
  ['sd', 'standard deviation over replications', standardDeviation],
  ['se', 'standard error of the mean', standardError],
  ...percentiles.map(
    (percent): Figure => [
      `p${percent}`,
      `${percent}th percentile`,
      (column) => quantile(column, percent / 100),
    ],
  ),
];

const metricColumns = metricNames.flatMap((metric): Column<SummaryRow>[] => {
  const { unit, description } = metricDescriptions[metric];
  return figures.map(([suffix, wording, figure]) =>
    numberColumn(`${metric}_${suffix}`, unit, `${description}: ${wording}`, (row) => {
      const column = row.summary.metrics[metric];
      return column === undefined ? undefined : figure(column);
    }),
  );
});

export const summaryTable: Table<SummaryRow> = {
  file: 'summary.csv',
  row: 'scenario × strategy',
  columns: [
    textColumn('scenario', 'name of the scenario', (row) => row.scenario),
    textColumn('strategy', 'name of the strategy', (row) => row.strategy),
    integerColumn('replications', 'count', 'futures played', (row) => row.replications),
    ...metricColumns,
    numberColumn('npv_cvar5', 'currency', 'mean NPV of the worst 5% of futures', ({ summary }) =>
      summary.metrics['npv'] === undefined ? undefined : cvar(summary.metrics['npv'], 0.05),
    ),
    numberColumn('probability_loss', '1', 'share of futures with an NPV below 0', lossShare),
    shareColumn('probability_insolvent', 'insolvent', 'share of futures that run out of cash'),
    shareColumn('probability_stopped', 'stopped', 'share of futures that give up'),
    shareColumn('probability_scaled', 'ever_scaled', 'share of futures that reach a mass stage'),
  ],
};

/** Returns the share of futures with an NPV below 0. */
export function lossShare({ summary }: SummaryRow): number | undefined {
  const npv = summary.metrics['npv'];
  const losses = npv === undefined ? undefined : countBelow(npv, 0);
  return npv === undefined || losses === undefined || npv.count === 0 ? undefined : losses / npv.count;
}

function shareColumn(name: string, metric: string, description: string): Column<SummaryRow> {
  return numberColumn(name, '1', description, ({ summary }) => {
    const column = summary.metrics[metric];
    return column === undefined ? undefined : mean(column);
  });
}
