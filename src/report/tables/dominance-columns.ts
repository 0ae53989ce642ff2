import type { Dominance } from '../../statistics/dominance.ts';
import { type Column, numberColumn, textColumn } from '../table.ts';

/** What a sample says of the dominance between a strategy and the baseline, either way. */
export interface DominancePair {
  readonly over: Dominance | undefined;
  readonly under: Dominance | undefined;
}

const says =
  'in a 95% sense: holds in the sample (never proof: tails may hold what was not seen), fails in the sample (by no more than chance may do), or refuted';
const first = 'by every one who prefers more';
const second = 'by every one who prefers more and dislikes risk';

/** Returns the columns about stochastic dominance of the NPV, first and second order, over and under the baseline. */
export function dominanceColumns<Row>(of: (row: Row) => DominancePair | undefined): Column<Row>[] {
  return [
    textColumn(
      'dominates_first',
      `is it preferred to the baseline ${first}? ${says}`,
      (row) => of(row)?.over?.first.verdict,
    ),
    textColumn(
      'dominates_second',
      `is it preferred to the baseline ${second}? as before`,
      (row) => of(row)?.over?.second.verdict,
    ),
    textColumn(
      'dominated_first',
      `is the baseline preferred to it ${first}? as before`,
      (row) => of(row)?.under?.first.verdict,
    ),
    textColumn(
      'dominated_second',
      `is the baseline preferred to it ${second}? as before`,
      (row) => of(row)?.under?.second.verdict,
    ),
    numberColumn(
      'dominance_violation',
      '1',
      'part of the area between the two distributions that speaks against it: 0 dominates, 1 is dominated, small is almost dominance',
      (row) => of(row)?.over?.violationShare,
    ),
  ];
}
