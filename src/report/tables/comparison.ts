import type { AgainstBaseline, AmongAll } from '../../statistics/comparison.ts';
import { cvar } from '../../statistics/cvar.ts';
import { cvarInterval } from '../../statistics/cvar-interval.ts';
import { quantile } from '../../statistics/quantile.ts';
import { quantileInterval } from '../../statistics/quantile-interval.ts';
import { type Column, integerColumn, numberColumn, type Table, textColumn } from '../table.ts';
import { type DominancePair, dominanceColumns } from './dominance-columns.ts';
import { intervalColumns } from './interval-columns.ts';

/** One strategy of one scenario against the baseline, and among all. */
export interface ComparisonRow {
  readonly scenario: string;
  readonly strategy: string;
  readonly baseline: string;
  readonly replications: number;
  /** Undefined for the baseline itself. */
  readonly against: AgainstBaseline | undefined;
  readonly among: AmongAll;
  /** Undefined for the baseline itself. */
  readonly dominance: DominancePair | undefined;
  readonly recommended: string | undefined;
  readonly certainty: number | undefined;
}

const difference = 'NPV minus that of the baseline in the same future';

/** The quantiles of the difference and the mean of its lowest 5%, each with its interval. */
const spread: readonly Column<ComparisonRow>[] = [
  ...[5, 50, 95].flatMap((percent) => {
    const name = `npv_difference_p${percent}`;
    const wording = `${difference}: ${percent}th percentile`;
    return [
      numberColumn(name, 'currency', wording, ({ against }: ComparisonRow) =>
        against === undefined ? undefined : quantile(against.difference, percent / 100),
      ),
      ...intervalColumns(name, 'currency', wording, ({ against }: ComparisonRow) =>
        against === undefined ? undefined : quantileInterval(against.difference, percent / 100),
      ),
    ];
  }),
  numberColumn('npv_difference_cvar5', 'currency', `${difference}: mean of the lowest 5%`, ({ against }) =>
    against === undefined ? undefined : cvar(against.difference, 0.05),
  ),
  ...intervalColumns(
    'npv_difference_cvar5',
    'currency',
    `${difference}: mean of the lowest 5%`,
    ({ against }: ComparisonRow) =>
      against === undefined ? undefined : cvarInterval(against.difference, 0.05),
  ),
];

export const comparisonTable: Table<ComparisonRow> = {
  file: 'comparison.csv',
  row: 'scenario × strategy',
  columns: [
    textColumn('scenario', 'name of the scenario', (row) => row.scenario),
    textColumn('strategy', 'name of the strategy', (row) => row.strategy),
    textColumn('baseline', 'the strategy that it is compared with: the first', (row) => row.baseline),
    integerColumn('replications', 'count', 'futures played', (row) => row.replications),
    numberColumn('npv_difference_mean', 'currency', `${difference}: mean`, (row) => row.against?.mean),
    numberColumn(
      'npv_difference_se',
      'currency',
      `${difference}: standard error of the mean`,
      (row) => row.against?.standardError,
    ),
    numberColumn(
      'npv_difference_low',
      'currency',
      `${difference}: 95% interval of the mean, low end`,
      (row) => row.against?.interval?.low,
    ),
    numberColumn(
      'npv_difference_high',
      'currency',
      `${difference}: 95% interval of the mean, high end`,
      (row) => row.against?.interval?.high,
    ),
    ...spread,
    numberColumn(
      'probability_wins',
      '1',
      'share of futures with a higher NPV than the baseline, ties counted half',
      (row) => row.against?.winning?.estimate,
    ),
    numberColumn(
      'probability_wins_low',
      '1',
      'its 95% interval, low end',
      (row) => row.against?.winning?.low,
    ),
    numberColumn(
      'probability_wins_high',
      '1',
      'its 95% interval, high end',
      (row) => row.against?.winning?.high,
    ),
    numberColumn(
      'probability_best',
      '1',
      'share of futures in which it is the best of all',
      (row) => row.among.best?.estimate,
    ),
    ...intervalColumns(
      'probability_best',
      '1',
      'share of futures in which it is the best of all',
      (row: ComparisonRow) => row.among.best,
    ),
    numberColumn(
      'expected_regret',
      'currency',
      'mean of what the best strategy of each future has beyond it',
      (row) => row.among.expectedRegret,
    ),
    numberColumn(
      'expected_regret_se',
      'currency',
      'standard error of the expected regret',
      (row) => row.among.regretStandardError,
    ),
    ...intervalColumns(
      'expected_regret',
      'currency',
      'the expected regret',
      (row: ComparisonRow) => row.among.regretInterval,
    ),
    ...dominanceColumns((row: ComparisonRow) => row.dominance),
    textColumn('recommended', 'the strategy with the highest mean NPV', (row) => row.recommended),
    numberColumn(
      'recommended_certainty',
      '1',
      'probability, given the sampling error, that its mean is truly the highest',
      (row) => row.certainty,
    ),
  ],
};
