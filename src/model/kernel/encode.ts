import * as at from '../../../workers/kernel/layout.ts';
import { type Ladder, type Parameters, periodsPerYear, type Step } from '../parameters.ts';
import type { UncertainField } from '../resolve.ts';
import { scenarioValues } from './scenario-values.ts';
import { stepValues, strategyValues } from './strategy-values.ts';

/** A formula such as 1 − (1 − x) maps most numbers to themselves, but not those that it has to round, nor a great one. */
const probes = [0.1, 1e-9, 7.8e-6, 0.3141592653589793, 12.345678901234567];

/** A scenario as rows of the kernel: one value each, the same for every replication unless it is drawn. */
export interface EncodedScenario {
  /** The rows of the scenario; they have a fixed place. */
  readonly scenario: EncodedRows;
  /** The rows of the funding rounds, and then for each strategy its own and those of its steps. */
  readonly others: EncodedRows;
  /** Where, among the others, the rows of each strategy begin. */
  readonly strategies: readonly number[];
}

/** Rows that follow each other. */
export interface EncodedRows {
  /** By row; NaN where the value is drawn. */
  readonly values: Float64Array<ArrayBuffer>;
  /** The rows whose value depends on a draw, and what gives it once the draws are assigned. */
  readonly drawn: readonly DrawnRow[];
}

export interface DrawnRow {
  readonly row: number;
  readonly value: () => number;
  /** The uncertain field of which this row is a mere copy, by its place; −1 where it is more. */
  readonly copyOf: number;
}

/**
 * Returns the rows of a scenario whose uncertain fields hold NaN. What follows from a NaN is NaN, so the rows that have to
 * be filled for each replication are found by their value.
 */
export function encodeScenario(
  parameters: Parameters,
  ladders: readonly Ladder[],
  uncertain: readonly UncertainField[],
): EncodedScenario {
  const others: (() => number)[] = [];
  for (const round of parameters.finance.funding) {
    others.push(
      () => round.at,
      () => round.amount,
      () => round.ifSold,
    );
  }
  const strategies = ladders.map((ladder) => {
    const first = others.length;
    others.push(
      ...strategyValues.map(
        ([, value]) =>
          () =>
            value(ladder, parameters),
      ),
    );
    ladder.steps.forEach((step, index) => {
      const next: Step | undefined = ladder.steps[index + 1];
      others.push(
        ...stepValues.map(
          ([, value]) =>
            () =>
              value(step, ladder, next),
        ),
      );
    });
    return first;
  });
  const scenario = scenarioValues.map(
    ([, value]) =>
      () =>
        value(parameters),
  );
  return {
    scenario: encodeRows(scenario, uncertain),
    others: encodeRows(others, uncertain),
    strategies,
  };
}

function encodeRows(rows: readonly (() => number)[], uncertain: readonly UncertainField[]): EncodedRows {
  const values = Float64Array.from(rows, (value) => value());
  const drawn = rows
    .map((value, row) => ({ row, value }))
    .filter(({ row }) => Number.isNaN(values[row]))
    .map(({ row, value }) => ({ row, value, copyOf: copiedField(value, uncertain) }));
  return { values, drawn };
}

/**
 * Returns the place of the field of which a value is a mere copy, or −1: while all other fields are NaN it follows that one
 * through a few numbers. The fields are NaN again afterwards.
 */
function copiedField(value: () => number, uncertain: readonly UncertainField[]): number {
  return uncertain.findIndex(({ put }) => {
    const isCopy = probes.every((probe) => {
      put(probe);
      return value() === probe;
    });
    put(Number.NaN);
    return isCopy;
  });
}

/** Returns the factor of the season of each period. */
export function seasonByPeriod(parameters: Parameters): Float64Array<ArrayBuffer> {
  const { horizon, startMonth } = parameters.calendar;
  const perYear = periodsPerYear(parameters);
  return Float64Array.from({ length: horizon }, (_, t) => {
    const month = (startMonth - 1 + Math.floor(((t % perYear) * 12) / perYear)) % 12;
    return parameters.market.seasonality[month] as number;
  });
}

checkOrder(
  scenarioValues.map(([row]) => row),
  at.scenarioRows,
  at.scenarioRowCount,
);
checkOrder(
  strategyValues.map(([row]) => row),
  at.strategyRows,
  at.strategyRowCount,
);
checkOrder(
  stepValues.map(([row]) => row),
  at.activeRows,
  at.stepRowCount,
);

/** The tables above are written in the order of the layout; a slip there must not go unseen. */
function checkOrder(rows: readonly number[], first: number, count: number): void {
  if (rows.length !== count || rows.some((row, index) => row !== first + index * at.row)) {
    throw new RangeError('the values of the kernel are not in the order of its layout');
  }
}
