import { numberColumn, type Table, textColumn } from '../table.ts';

/** One field of one scenario, as it was written and as it was drawn. */
export interface InputRow {
  readonly scenario: string;
  readonly field: string;
  readonly written: string;
  readonly unit: string;
  readonly mean: number | undefined;
  readonly p5: number | undefined;
  readonly p50: number | undefined;
  readonly p95: number | undefined;
  readonly clampedShare: number | undefined;
}

export const inputsTable: Table<InputRow> = {
  file: 'inputs.csv',
  row: 'scenario × field',
  columns: [
    textColumn('scenario', 'name of the scenario', (row) => row.scenario),
    textColumn('field', 'dotted field', (row) => row.field),
    textColumn('as_written', 'the value as written, or its default', (row) => row.written),
    textColumn('unit', 'unit of the figures that follow', (row) => row.unit),
    numberColumn('mean', 'unit', 'mean of the draws; the value itself if it is certain', (row) => row.mean),
    numberColumn('p5', 'unit', '5th percentile of the draws', (row) => row.p5),
    numberColumn('p50', 'unit', 'median of the draws', (row) => row.p50),
    numberColumn('p95', 'unit', '95th percentile of the draws', (row) => row.p95),
    numberColumn(
      'clamped_share',
      '1',
      'share of the draws that lay outside the domain of the field and were put to its edge',
      (row) => row.clampedShare,
    ),
  ],
};
