import { metricNames } from '../../model/replay/metrics.ts';
import { meanBand, shareBand } from '../../statistics/bands.ts';
import type { ColumnSummary } from '../../statistics/column-summary.ts';
import { cvar } from '../../statistics/cvar.ts';
import { cvarInterval } from '../../statistics/cvar-interval.ts';
import type { Interval } from '../../statistics/interval.ts';
import { mean, standardDeviation, standardError } from '../../statistics/moments.ts';
import { proportionInterval } from '../../statistics/proportion-interval.ts';
import { quantile } from '../../statistics/quantile.ts';
import { quantileInterval } from '../../statistics/quantile-interval.ts';
import { ratioInterval } from '../../statistics/ratio-interval.ts';
import type { StrategySummary } from '../../statistics/scenario-summary.ts';
import { shareSequence } from '../../statistics/share-sequence.ts';
import { medianPeriodOf } from '../downside.ts';
import { type CashDepth, extraCash, extraCashInterval } from '../extra-cash.ts';
import { lossesOf } from '../losses.ts';
import { metricDescriptions } from '../metrics.ts';
import { type Column, integerColumn, numberColumn, type Table, textColumn } from '../table.ts';
import { intervalColumns } from './interval-columns.ts';

/** One strategy of one scenario. */
export interface SummaryRow {
  readonly scenario: string;
  readonly strategy: string;
  readonly replications: number;
  readonly summary: StrategySummary;
  readonly depth: CashDepth;
  /** The number of replications came from repeated looks. */
  readonly looked: boolean;
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

/** Metrics that are 0 or 1 have their mean as a probability, with the interval of one. */
const shareMetrics: readonly string[] = ['insolvent', 'stopped', 'ever_scaled'];

const metricColumns = metricNames.flatMap((metric): Column<SummaryRow>[] => {
  const { unit, description } = metricDescriptions[metric];
  const column = ({ summary }: SummaryRow) => summary.metrics[metric];
  const of =
    <T>(figure: (column: ColumnSummary) => T | undefined) =>
    (row: SummaryRow) => {
      const found = column(row);
      return found === undefined ? undefined : figure(found);
    };
  return [
    ...figures.map(([suffix, wording, figure]) =>
      numberColumn(`${metric}_${suffix}`, unit, `${description}: ${wording}`, of(figure)),
    ),
    ...(shareMetrics.includes(metric)
      ? []
      : intervalColumns(`${metric}_mean`, unit, `${description}: mean`, (row: SummaryRow) =>
          meanBand(column(row), row.looked),
        )),
    ...(metric === 'npv' ? percentiles : []).flatMap((percent) =>
      intervalColumns(
        `npv_p${percent}`,
        unit,
        `${description}: ${percent}th percentile`,
        of((found) => quantileInterval(found, percent / 100)),
      ),
    ),
  ];
});

const levels = [1, 5, 10] as const;

export const summaryTable: Table<SummaryRow> = {
  file: 'summary.csv',
  row: 'scenario × strategy',
  columns: [
    textColumn('scenario', 'name of the scenario', (row) => row.scenario),
    textColumn('strategy', 'name of the strategy', (row) => row.strategy),
    integerColumn('replications', 'count', 'futures played', (row) => row.replications),
    ...metricColumns,
    ...levels.flatMap((level) =>
      npvColumns(
        `npv_cvar${level}`,
        `mean NPV of the worst ${level}% of futures`,
        (npv) => cvar(npv, level / 100),
        (npv) => cvarInterval(npv, level / 100),
      ),
    ),
    numberColumn(
      'production_cost_per_unit',
      'currency/unit',
      'all production spend over all units made, of all futures together',
      ({ summary }) => unitCost(summary)?.estimate,
    ),
    ...intervalColumns(
      'production_cost_per_unit',
      'currency/unit',
      'all production spend over all units made',
      ({ summary }: SummaryRow) => unitCost(summary),
    ),
    integerColumn(
      'insolvent_period_p50',
      'periods',
      'of the futures that run out of cash, half have done so by the end of this period; empty if none, or without cashflow.csv',
      ({ summary }) => medianPeriodOf(summary),
    ),
    ...[90, 95].flatMap(extraCashColumns),
    ...shareColumns('probability_loss', 'share of futures with an NPV below 0', lossInterval),
    ...metricShareColumns('probability_insolvent', 'insolvent', 'share of futures that run out of cash'),
    ...metricShareColumns('probability_stopped', 'stopped', 'share of futures that give up'),
    ...metricShareColumns('probability_scaled', 'ever_scaled', 'share of futures that reach a mass stage'),
  ],
};

function npvColumns(
  name: string,
  description: string,
  estimate: (npv: ColumnSummary) => number | undefined,
  found: (npv: ColumnSummary) => Interval | undefined,
): Column<SummaryRow>[] {
  const of =
    <T>(figure: (npv: ColumnSummary) => T | undefined) =>
    ({ summary }: SummaryRow) =>
      summary.metrics['npv'] === undefined ? undefined : figure(summary.metrics['npv']);
  return [
    numberColumn(name, 'currency', description, of(estimate)),
    ...intervalColumns(name, 'currency', description, of(found)),
  ];
}

function extraCashColumns(percent: number): Column<SummaryRow>[] {
  const name = `extra_cash_p${percent}`;
  const description = `more credit that would have kept it from running out of cash in ${percent}% of futures`;
  return [
    numberColumn(
      name,
      'currency',
      `${description}; only for one scenario; empty if none ran out, or the credit line is uncertain`,
      ({ depth }) => extraCash(depth, percent / 100),
    ),
    ...intervalColumns(name, 'currency', description, ({ depth }: SummaryRow) =>
      extraCashInterval(depth, percent / 100),
    ),
  ];
}

function unitCost({ metrics, unitsTimesSpend }: StrategySummary): Interval | undefined {
  const { units_made: x, production_spend: y } = metrics;
  return x === undefined || y === undefined ? undefined : ratioInterval({ x, y, products: unitsTimesSpend });
}

/** Returns the share of futures with an NPV below 0, with its interval. */
export function lossInterval({ summary, looked }: SummaryRow): Interval | undefined {
  const losses = lossesOf(summary);
  if (losses === undefined) return undefined;
  return (looked ? shareSequence : proportionInterval)(losses.count, losses.of);
}

function shareColumns(
  name: string,
  description: string,
  of: (row: SummaryRow) => Interval | undefined,
): Column<SummaryRow>[] {
  return [
    numberColumn(name, '1', description, (row) => of(row)?.estimate),
    ...intervalColumns(name, '1', description, of),
  ];
}

function metricShareColumns(name: string, metric: string, description: string): Column<SummaryRow>[] {
  return shareColumns(name, description, ({ summary, looked }) => shareBand(summary.metrics[metric], looked));
}
