import type { Scenario } from '../scenario/fields/scenario.ts';
import { quantitiesOf } from '../scenario/quantities.ts';
import { constantInModelUnits } from '../scenario/schema/convert.ts';
import { kinds } from '../scenario/schema/kinds.ts';
import type { FieldValue } from '../scenario/schema/quantity.ts';
import { singular } from '../scenario/values/units.ts';
import { fanRows } from '../statistics/cash-flow-fan.ts';
import type { ColumnSummary } from '../statistics/column-summary.ts';
import { compareStrategies } from '../statistics/comparison.ts';
import { type DistributionSteps, distributionSteps } from '../statistics/distribution-steps.ts';
import { dominance } from '../statistics/dominance.ts';
import { CONFIDENCE } from '../statistics/interval.ts';
import { mean } from '../statistics/moments.ts';
import { quantile } from '../statistics/quantile.ts';
import type { ScenarioSummary } from '../statistics/scenario-summary.ts';
import { decideSequentially } from '../statistics/sequential-decision.ts';
import type { CashDepth } from './extra-cash.ts';
import type { CashFlowRow } from './tables/cashflow.ts';
import type { ComparisonRow } from './tables/comparison.ts';
import type { ConvergenceRow } from './tables/convergence.ts';
import type { DominancePair } from './tables/dominance-columns.ts';
import type { InputRow } from './tables/inputs.ts';
import type { SummaryRow } from './tables/summary.ts';

/** The rows that one scenario adds to the result files. */
export interface ScenarioRows {
  readonly scenario: string;
  readonly summary: readonly SummaryRow[];
  readonly comparison: readonly ComparisonRow[];
  readonly cashFlow: readonly CashFlowRow[];
  readonly inputs: readonly InputRow[];
  readonly convergence: readonly ConvergenceRow[];
}

/** What was done beside playing a fixed number of futures. */
export interface Extras {
  /** The same futures on endless credit. */
  readonly onCredit?: ScenarioSummary | undefined;
  /** The run went on until its figures were good enough: their intervals have to hold at every look. */
  readonly looked?: boolean | undefined;
  /** The least difference of mean NPV that matters, where the run went on until the decision. */
  readonly indifference?: number | undefined;
  readonly convergence?: readonly ConvergenceRow[] | undefined;
}

/** Returns the rows of one scenario; `name` is what it is called in its run. */
export function rowsOf(
  name: string,
  scenario: Scenario,
  result: ScenarioSummary,
  { onCredit, looked = false, convergence = [] }: Extras = {},
): ScenarioRows {
  const strategies = Object.keys(scenario.strategies);
  const { replications } = result;
  return {
    scenario: name,
    summary: strategies.flatMap((strategy, index) => {
      const summary = result.strategies[index];
      return summary === undefined
        ? []
        : [
            {
              scenario: name,
              strategy,
              replications,
              summary,
              depth: cashDepth(scenario, index, onCredit),
              looked,
            },
          ];
    }),
    comparison: comparisonRows(name, strategies, result, looked),
    convergence,
    cashFlow: strategies.flatMap((strategy, index) => {
      const fan = result.strategies[index]?.fan;
      return fan === undefined ? [] : fanRows(fan).map((point) => ({ scenario: name, strategy, point }));
    }),
    inputs: inputRows(name, scenario, result),
  };
}

function comparisonRows(
  name: string,
  strategies: readonly string[],
  { paired, replications, strategies: summaries }: ScenarioSummary,
  looked: boolean,
): readonly ComparisonRow[] {
  const steps = summaries.map(({ metrics }) => stepsOf(metrics['npv']));
  const { alternatives, strategies: among, recommendation } = compareStrategies(paired, CONFIDENCE, looked);
  const recommended = recommendation === undefined ? undefined : strategies[recommendation.strategy];
  return among.map((one) => ({
    scenario: name,
    strategy: strategies[one.strategy] ?? '',
    baseline: strategies[0] ?? '',
    replications,
    against: alternatives.find(({ strategy }) => strategy === one.strategy),
    among: one,
    dominance: one.strategy === 0 ? undefined : dominancePair(steps[one.strategy], steps[0]),
    recommended,
    certainty:
      looked && paired.strategies > 1 ? decideSequentially(paired).certainty : recommendation?.certainty,
  }));
}

function stepsOf(column: ColumnSummary | undefined): DistributionSteps | undefined {
  return column === undefined ? undefined : distributionSteps(column);
}

function dominancePair(
  ours: DistributionSteps | undefined,
  theirs: DistributionSteps | undefined,
): DominancePair | undefined {
  if (ours === undefined || theirs === undefined) return undefined;
  return { over: dominance(ours, theirs), under: dominance(theirs, ours) };
}

/** Returns how deep a strategy, given by its place, goes and may go. */
export function cashDepth(
  { finance, calendar }: Scenario,
  strategy: number,
  onCredit: ScenarioSummary | undefined,
): CashDepth {
  return {
    lowestOnCredit: onCredit?.strategies[strategy]?.metrics['lowest_cash'],
    creditLine: constantInModelUnits(finance.creditLine, calendar.period),
  };
}

function inputRows(name: string, scenario: Scenario, result: ScenarioSummary): readonly InputRow[] {
  let place = 0;
  return quantitiesOf(scenario).map(({ path, value }) => {
    const common = { scenario: name, field: path, written: value.text, unit: unitOf(value) };
    if (value.distribution.type === 'constant') {
      const certain = Number.isFinite(value.distribution.value) ? value.distribution.value : undefined;
      return { ...common, mean: certain, p5: certain, p50: certain, p95: certain, clampedShare: 0 };
    }
    const column = result.inputs[place];
    const clamped = result.clamped[place] ?? 0;
    place += 1;
    return { ...common, ...drawn(column), clampedShare: clamped / result.replications };
  });
}

function drawn(column: ColumnSummary | undefined) {
  const at = (p: number) => (column === undefined ? undefined : quantile(column, p));
  return { mean: column === undefined ? undefined : mean(column), p5: at(0.05), p50: at(0.5), p95: at(0.95) };
}

function unitOf({ kind, unit }: FieldValue): string {
  const { dimension, unit: measured } = kinds[kind];
  if (unit === undefined) return dimension === 'duration' ? '' : measured;
  return dimension === 'duration' ? unit : `${measured}/${singular(unit)}`;
}
