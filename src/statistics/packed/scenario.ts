import {
  type CashFlowDetail,
  type CashFlowFan,
  type CashFlowPaths,
  fanBuffers,
  summariseFan,
} from '../cash-flow-fan.ts';
import type { ColumnSummary } from '../column-summary.ts';
import { pairedColumns, pairsOf } from '../paired-columns.ts';
import type { ScenarioSummary } from '../scenario-summary.ts';
import { type PackedColumns, unpackColumns } from './columns.ts';
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
  readonly fans: readonly (PackedFan | CashFlowFan | undefined)[];
  readonly clamped: Uint32Array;
}

/** Returns the summary of a scenario's results, packed; the quantiles of its differences against the baseline are kept. */
export function packScenario(
  { replications, strategies, inputs, clamped }: ScenarioToPack,
  cashFlow: CashFlowDetail,
  pack: (columns: readonly ColumnToPack[]) => PackedColumns,
): PackedScenario {
  const metrics = Object.keys(strategies[0]?.metrics ?? {});
  const none = new Float64Array(0);
  const sorted = (values: Float64Array): ColumnToPack => ({ values, isSorted: true });
  const unsorted = (values: Float64Array): ColumnToPack => ({ values, isSorted: false });
  const paired = pairedColumns(strategies.map(({ metrics }) => metrics['npv'] ?? none));
  const againstBaseline = pairsOf(strategies.length).map(([i]) => i === 0);
  return {
    replications,
    metrics,
    columns: pack([
      ...strategies.flatMap((strategy) => metrics.map((name) => sorted(strategy.metrics[name] ?? none))),
      ...paired.differences.map((values, k) => ({ values, isSorted: againstBaseline[k] === true })),
      ...paired.wins.map(unsorted),
      ...paired.best.map(unsorted),
      ...paired.regret.map(unsorted),
      ...inputs.map(sorted),
    ]),
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
  fans,
  clamped,
}: PackedScenario): ScenarioSummary {
  const all = unpackColumns(columns);
  let next = 0;
  const take = (count: number): readonly ColumnSummary[] => {
    const taken = all.slice(next, next + count);
    next += count;
    return taken;
  };
  const strategies = fans.length;
  return {
    replications,
    strategies: fans.map((fan) => {
      const own = take(metrics.length);
      const byName: Record<string, ColumnSummary> = {};
      for (const [index, name] of metrics.entries()) byName[name] = own[index] as ColumnSummary;
      return { metrics: byName, fan: fan !== undefined && 'columns' in fan ? unpackFan(fan) : fan };
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
export function packedBuffers({ columns, fans }: PackedScenario): ArrayBuffer[] {
  return [
    columns.data.buffer as ArrayBuffer,
    ...fans.flatMap((fan) => {
      if (fan === undefined) return [];
      return 'columns' in fan ? [fan.columns.data.buffer as ArrayBuffer] : fanBuffers(fan);
    }),
  ];
}
