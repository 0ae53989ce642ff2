import type { Interval } from '../../statistics/interval.ts';
import { type Column, integerColumn, numberColumn, type Table, textColumn } from '../table.ts';

/** What was known of one strategy of one scenario at one look. */
export interface ConvergenceRow {
  readonly scenario: string;
  readonly strategy: string;
  readonly replications: number;
  readonly npv: Interval | undefined;
  /** Against the baseline in the same futures; undefined for the baseline itself. */
  readonly difference: Interval | undefined;
  readonly best: Interval | undefined;
}

function withHalfWidth(
  name: string,
  unit: string,
  description: string,
  of: (row: ConvergenceRow) => Interval | undefined,
): Column<ConvergenceRow>[] {
  return [
    numberColumn(name, unit, description, (row) => of(row)?.estimate),
    numberColumn(
      `${name}_half_width`,
      unit,
      `${description}: half the width of its 95% interval`,
      (row) => of(row)?.halfWidth,
    ),
  ];
}

export const convergenceTable: Table<ConvergenceRow> = {
  file: 'convergence.csv',
  row: 'scenario × look × strategy',
  columns: [
    textColumn('scenario', 'name of the scenario', (row) => row.scenario),
    integerColumn('replications', 'count', 'futures played until this look', (row) => row.replications),
    textColumn('strategy', 'name of the strategy', (row) => row.strategy),
    ...withHalfWidth('npv_mean', 'currency', 'mean net present value', (row) => row.npv),
    ...withHalfWidth(
      'npv_difference_mean',
      'currency',
      'mean NPV minus that of the baseline in the same future',
      (row) => row.difference,
    ),
    ...withHalfWidth(
      'probability_best',
      '1',
      'share of futures in which it is the best of all',
      (row) => row.best,
    ),
  ],
};
