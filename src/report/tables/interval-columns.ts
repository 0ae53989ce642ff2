import type { Interval } from '../../statistics/interval.ts';
import { type Column, numberColumn } from '../table.ts';

/** Returns the two columns of a 95% interval, `<name>_low` and `<name>_high`; empty where there is none. */
export function intervalColumns<Row>(
  name: string,
  unit: string,
  description: string,
  of: (row: Row) => Interval | undefined,
): Column<Row>[] {
  return [
    numberColumn(`${name}_low`, unit, `${description}: low end of its 95% interval`, (row) => of(row)?.low),
    numberColumn(
      `${name}_high`,
      unit,
      `${description}: high end of its 95% interval`,
      (row) => of(row)?.high,
    ),
  ];
}
