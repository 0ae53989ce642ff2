import { type CashFlowFan, mergeFans } from './cash-flow-fan.ts';
import { type ColumnSummary, mergeColumns } from './column-summary.ts';
import { addSums, type ExactSum } from './exact-sum.ts';
import { mergePaired, type PairedSummary } from './paired-summary.ts';

/** One strategy's results over some replications. */
export interface StrategySummary {
  /** A summary for each metric, by its name. */
  readonly metrics: Readonly<Record<string, ColumnSummary>>;
  /** The exact sum of units made times production spend, for the interval of the ratio of the two. */
  readonly unitsTimesSpend: ExactSum;
  /** Cash by period, where it was asked for. */
  readonly fan: CashFlowFan | undefined;
}

/** A scenario's results over some replications; what pieces give merges to what the whole would give, to the bit. */
export interface ScenarioSummary {
  readonly replications: number;
  /** In the order of the scenario, the baseline first. */
  readonly strategies: readonly StrategySummary[];
  readonly paired: PairedSummary;
  /** A summary of the draws of each uncertain field. */
  readonly inputs: readonly ColumnSummary[];
  /** For each uncertain field, how many draws had to be clamped. */
  readonly clamped: Uint32Array;
}

/** Returns the summary of two ranges of replications of one scenario together. */
export function mergeScenarios(a: ScenarioSummary, b: ScenarioSummary): ScenarioSummary {
  return {
    replications: a.replications + b.replications,
    strategies: a.strategies.map((ours, index) => mergeStrategies(ours, b.strategies[index] ?? ours)),
    paired: mergePaired(a.paired, b.paired),
    inputs: a.inputs.map((ours, index) => mergeColumns(ours, b.inputs[index] ?? ours)),
    clamped: a.clamped.map((count, index) => count + (b.clamped[index] ?? 0)),
  };
}

function mergeStrategies(a: StrategySummary, b: StrategySummary): StrategySummary {
  return {
    metrics: Object.fromEntries(
      Object.entries(a.metrics).map(([name, ours]) => [name, mergeColumns(ours, b.metrics[name] ?? ours)]),
    ),
    unitsTimesSpend: addSums(a.unitsTimesSpend, b.unitsTimesSpend),
    fan: a.fan === undefined || b.fan === undefined ? undefined : mergeFans(a.fan, b.fan),
  };
}
