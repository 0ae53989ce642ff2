import type { FanPoint, FanRow } from '../../statistics/cash-flow-fan.ts';
import { type Column, integerColumn, numberColumn, type Table, textColumn } from '../table.ts';

/** One period of one strategy of one scenario. */
export interface CashFlowRow {
  readonly scenario: string;
  readonly strategy: string;
  readonly point: FanRow;
}

const figures = ['mean', 'p5', 'p25', 'p50', 'p75', 'p95'] as const satisfies readonly (keyof FanPoint)[];

function fan(name: string, description: string, of: (row: FanRow) => FanPoint): Column<CashFlowRow>[] {
  return figures.map((figure) =>
    numberColumn(
      `${name}_${figure}`,
      'currency',
      `${description}: ${wording(figure)}`,
      (row) => of(row.point)[figure],
    ),
  );
}

function wording(figure: (typeof figures)[number]): string {
  return figure === 'mean' ? 'mean' : `${figure.slice(1)}th percentile`;
}

export const cashFlowTable: Table<CashFlowRow> = {
  file: 'cashflow.csv',
  row: 'scenario × strategy × period',
  columns: [
    textColumn('scenario', 'name of the scenario', (row) => row.scenario),
    textColumn('strategy', 'name of the strategy', (row) => row.strategy),
    integerColumn('period', 'periods', 'number of the period, from 0', (row) => row.point.period),
    ...fan('closing_cash', 'cash at the end of the period', (row) => row.closingCash),
    ...fan('cumulative_npv', 'discounted cash flow until then', (row) => row.cumulativeCashFlow),
    numberColumn(
      'share_insolvent',
      '1',
      'share of futures that ran out of cash by then',
      (row) => row.point.insolventShare,
    ),
    numberColumn(
      'share_scaled',
      '1',
      'share of futures that reached a mass stage by then',
      (row) => row.point.scaledShare,
    ),
  ],
};
