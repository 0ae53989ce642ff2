import type { ExactSum } from './exact-sum.ts';
import { addSums, exactSum } from './exact-sum.ts';
import { mean } from './moments.ts';
import type { Order, Ordered } from './ordered.ts';
import { mergeOrdered, orderBuffers, orderOf, presentValues } from './ordered.ts';
import { quantile } from './quantile.ts';

/** What a strategy's replications of a piece did, period by period. */
export interface CashFlowPaths {
  readonly periods: number;
  /** Closing cash, periods of the first replication, then of the second …: periods × replications values. */
  readonly closingCash: Float64Array;
  /** Cumulative discounted cash flow, laid out the same way. */
  readonly cumulativeCashFlow: Float64Array;
  /** By replication, the first period in which it is insolvent; `periods` or more if never. */
  readonly insolventFrom: Float64Array;
  /** By replication, the first period in which a mass stage is active; `periods` or more if never. */
  readonly scaledFrom: Float64Array;
}

/** How cash by period is summarised: not at all, exactly, or by a sketch where a run is too large to keep. */
export type CashFlowDetail = 'none' | 'runs' | 'sketch';

/** One quantity in one period: enough for its mean and quantiles. */
export interface FanColumn extends Ordered {
  readonly sum: ExactSum;
}

/** The fan of a strategy: a summary of each quantity in each period. */
export interface CashFlowFan {
  readonly replications: number;
  readonly closingCash: readonly FanColumn[];
  readonly cumulativeCashFlow: readonly FanColumn[];
  /** In how many replications it has been insolvent, and has scaled, by the end of each period. */
  readonly insolvent: Uint32Array;
  readonly scaled: Uint32Array;
}

/**
 * Returns the fan of a piece; NaN is an empty cell. Sketches (0.5%, a few kB a period) unless `order` asks for runs, which
 * are exact and pay for some thousands of replications.
 */
export function summariseFan(paths: CashFlowPaths, order: Order['kind'] = 'sketch'): CashFlowFan {
  const { periods } = paths;
  return {
    replications: paths.insolventFrom.length,
    closingCash: byPeriod(paths.closingCash, periods, order),
    cumulativeCashFlow: byPeriod(paths.cumulativeCashFlow, periods, order),
    insolvent: reachedBy(paths.insolventFrom, periods),
    scaled: reachedBy(paths.scaledFrom, periods),
  };
}

function byPeriod(values: Float64Array, periods: number, order: Order['kind']): FanColumn[] {
  return columnsByPeriod(values, periods).map((column) => fanColumn(column, order));
}

/** So many periods of a replication lie in one line of the cache, and are read together. */
const periodsTogether = 8;

/** Returns paths, which lie replication by replication, as a column by replication for each period. */
export function columnsByPeriod(paths: Float64Array, periods: number): readonly Float64Array[] {
  const replications = paths.length / periods;
  const columns = Array.from({ length: periods }, () => new Float64Array(replications));
  for (let first = 0; first < periods; first += periodsTogether) {
    const together = columns.slice(first, first + periodsTogether);
    for (let r = 0; r < replications; r++) {
      const from = r * periods + first;
      for (let k = 0; k < together.length; k++) (together[k] as Float64Array)[r] = paths[from + k] as number;
    }
  }
  return columns;
}

function fanColumn(values: Float64Array, order: Order['kind']): FanColumn {
  const present = presentValues(values);
  return { sum: exactSum(present), ...orderOf(present, order) };
}

function mergeFanColumns(a: FanColumn, b: FanColumn): FanColumn {
  return { sum: addSums(a.sum, b.sum), ...mergeOrdered(a, b) };
}

/** Returns in how many replications something has happened by the end of each period, from when it first did. */
export function reachedBy(from: Float64Array, periods: number): Uint32Array {
  const counts = new Uint32Array(periods);
  for (const first of from) if (first < periods) counts[first] = (counts[first] as number) + 1;
  for (let period = 1; period < periods; period++) {
    counts[period] = (counts[period] as number) + (counts[period - 1] as number);
  }
  return counts;
}

/** Returns the fan of both parts together: to the bit what the whole would give. */
export function mergeFans(a: CashFlowFan, b: CashFlowFan): CashFlowFan {
  const merge = (ours: readonly FanColumn[], theirs: readonly FanColumn[]) =>
    ours.map((column, i) => mergeFanColumns(column, theirs[i] ?? column));
  const add = (ours: Uint32Array, theirs: Uint32Array) => ours.map((count, i) => count + (theirs[i] ?? 0));
  return {
    replications: a.replications + b.replications,
    closingCash: merge(a.closingCash, b.closingCash),
    cumulativeCashFlow: merge(a.cumulativeCashFlow, b.cumulativeCashFlow),
    insolvent: add(a.insolvent, b.insolvent),
    scaled: add(a.scaled, b.scaled),
  };
}

/** The mean and quantiles of one quantity in one period; undefined where there is no value. */
export interface FanPoint {
  readonly mean: number | undefined;
  readonly p5: number | undefined;
  readonly p25: number | undefined;
  readonly p50: number | undefined;
  readonly p75: number | undefined;
  readonly p95: number | undefined;
}

/** One period of a fan. */
export interface FanRow {
  readonly period: number;
  readonly closingCash: FanPoint;
  readonly cumulativeCashFlow: FanPoint;
  readonly insolventShare: number | undefined;
  readonly scaledShare: number | undefined;
}

/** Returns the rows of a fan, a period each. */
export function fanRows(fan: CashFlowFan): FanRow[] {
  const share = (count: number | undefined) =>
    fan.replications === 0 || count === undefined ? undefined : count / fan.replications;
  return fan.closingCash.map((cash, period) => ({
    period,
    closingCash: fanPoint(cash),
    cumulativeCashFlow: fanPoint(fan.cumulativeCashFlow[period]),
    insolventShare: share(fan.insolvent[period]),
    scaledShare: share(fan.scaled[period]),
  }));
}

function fanPoint(column: FanColumn | undefined): FanPoint {
  const at = (p: number) => (column === undefined ? undefined : quantile(column, p));
  return {
    mean: column === undefined ? undefined : mean(column),
    p5: at(0.05),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p95: at(0.95),
  };
}

/** Returns the large buffers of a fan, to be transferred (not copied) between threads. */
export function fanBuffers(fan: CashFlowFan): ArrayBuffer[] {
  return [...fan.closingCash, ...fan.cumulativeCashFlow].flatMap(orderBuffers);
}
