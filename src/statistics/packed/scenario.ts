import {
  type CashFlowDetail,
  type CashFlowFan,
  type CashFlowPaths,
  fanBuffers,
  summariseFan,
} from '../cash-flow-fan.ts';
import type { ColumnSummary } from '../column-summary.ts';
import { type ExactSum, emptySum, exactSumOfProducts } from '../exact-sum.ts';
import { pairedColumns, pairsOf } from '../paired-columns.ts';
import type { ScenarioSummary } from '../scenario-summary.ts';
import { type PackedColumns, unpackColumns } from './columns.ts';
import { type ColumnExtras, extrasBuffers, extrasOf, withExtras } from './extras.ts';
import { type PackedFan, packFan, unpackFan } from './fan.ts';
import type { ColumnToPack } from './packer.ts';

/** One strategy's results by replication. */
export interface StrategyToPack {
  readonly metrics: Readonly<Record<string, Float64Array>>;
  readonly paths: CashFlowPaths | undefined;
}

/** A scenario's results by replication. */
export interface ScenarioToPack {
  readonly replications: number;
  readonly strategies: readonly StrategyToPack[];
  readonly inputs: readonly Float64Array[];
  readonly clamped: Uint32Array;
}

/** A scenario's summary as it goes from thread to thread: few objects, because each of them costs its copy. */
export interface PackedScenario {
  readonly replications: number;
  readonly metrics: readonly string[];
  /** The metrics of each strategy; the paired columns of npv; the inputs. */
  readonly columns: PackedColumns;
  /** What only some runs need, for each column; empty for the others. */
  readonly extras: readonly (ColumnExtras | undefined)[];
  /** For each strategy the exact sum of units made times what was spent on them. */
  readonly products: readonly ExactSum[];
  readonly fans: readonly (PackedFan | CashFlowFan | undefined)[];
  readonly clamped: Uint32Array;
}

/** What is kept for quantiles, and how many replications are independent of the others only together. */
export interface PackingOptions {
  readonly metrics: 'runs' | 'sketch';
  readonly npv: 'runs' | 'sketch';
  readonly unit: number;
}

/** Returns the summary of a scenario's results, packed; the quantiles of its differences against the baseline are kept. */
export function packScenario(
  { replications, strategies, inputs, clamped }: ScenarioToPack,
  cashFlow: CashFlowDetail,
  pack: (columns: readonly ColumnToPack[]) => PackedColumns,
  { metrics: ofMetrics, npv: ofNpv, unit }: PackingOptions = { metrics: 'runs', npv: 'runs', unit: 1 },
): PackedScenario {
  const metrics = Object.keys(strategies[0]?.metrics ?? {});
  const none = new Float64Array(0);
  const ordered = (values: Float64Array, order: 'runs' | 'sketch'): ColumnToPack => ({
    values,
    isSorted: order === 'runs',
    isSketched: order === 'sketch',
  });
  const unsorted = (values: Float64Array): ColumnToPack => ({ values, isSorted: false });
  const paired = pairedColumns(strategies.map(({ metrics }) => metrics['npv'] ?? none));
  const againstBaseline = pairsOf(strategies.length).map(([i]) => i === 0);
  const columns = [
    ...strategies.flatMap((strategy) =>
      metrics.map((name) => ordered(strategy.metrics[name] ?? none, name === 'npv' ? ofNpv : ofMetrics)),
    ),
    ...paired.differences.map((values, k) =>
      againstBaseline[k] === true ? ordered(values, ofNpv) : unsorted(values),
    ),
    ...paired.wins.map(unsorted),
    ...paired.best.map(unsorted),
    ...paired.regret.map(unsorted),
    ...inputs.map((values) => ordered(values, ofMetrics)),
  ];
  const isPlain = ofMetrics === 'runs' && ofNpv === 'runs' && unit === 1;
  return {
    replications,
    metrics,
    columns: pack(columns),
    extras: isPlain ? [] : columns.map((column) => extrasOf(column, unit)),
    products: strategies.map(({ metrics }) =>
      exactSumOfProducts(metrics['units_made'] ?? none, metrics['production_spend'] ?? none),
    ),
    fans: strategies.map(({ paths }) => fanOf(paths, cashFlow, pack)),
    clamped,
  };
}

function fanOf(
  paths: CashFlowPaths | undefined,
  cashFlow: CashFlowDetail,
  pack: (columns: readonly ColumnToPack[]) => PackedColumns,
): PackedScenario['fans'][number] {
  if (paths === undefined || cashFlow === 'none') return undefined;
  return cashFlow === 'runs' ? packFan(paths, pack) : summariseFan(paths, cashFlow);
}

/** Returns the summary that was packed. */
export function unpackScenario({
  replications,
  metrics,
  columns,
  extras,
  products,
  fans,
  clamped,
}: PackedScenario): ScenarioSummary {
  const all = unpackColumns(columns).map((column, index) => withExtras(column, extras[index]));
  let next = 0;
  const take = (count: number): readonly ColumnSummary[] => {
    const taken = all.slice(next, next + count);
    next += count;
    return taken;
  };
  const strategies = fans.length;
  return {
    replications,
    strategies: fans.map((fan, index) => {
      const own = take(metrics.length);
      const byName: Record<string, ColumnSummary> = {};
      for (const [index, name] of metrics.entries()) byName[name] = own[index] as ColumnSummary;
      return {
        metrics: byName,
        unitsTimesSpend: products[index] ?? emptySum(),
        fan: fan !== undefined && 'columns' in fan ? unpackFan(fan) : fan,
      };
    }),
    paired: {
      strategies,
      differences: take(pairsOf(strategies).length),
      wins: take(Math.max(0, strategies - 1)),
      best: take(strategies),
      regret: take(strategies),
    },
    inputs: all.slice(next),
    clamped,
  };
}

/** Returns the large buffers of a packed summary, to be transferred (not copied) between threads. */
export function packedBuffers({ columns, extras, fans }: PackedScenario): ArrayBuffer[] {
  return [
    columns.data.buffer as ArrayBuffer,
    ...extras.flatMap(extrasBuffers),
    ...fans.flatMap((fan) => {
      if (fan === undefined) return [];
      return 'columns' in fan ? [fan.columns.data.buffer as ArrayBuffer] : fanBuffers(fan);
    }),
  ];
}
