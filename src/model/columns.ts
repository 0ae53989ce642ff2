import type { Sampling } from '../random/sampling.ts';
import type { Key } from '../random/seed.ts';
import type { Scenario } from '../scenario/fields/scenario.ts';
import type { Ladder } from './parameters.ts';
import { type MetricName, metricNames } from './replay/metrics.ts';
import { type Observer, replay } from './replay/replay.ts';
import { prepareReplications } from './replications.ts';

/** Which replications of a scenario are played. */
export interface Range {
  readonly first: number;
  readonly count: number;
}

/** One strategy's results, by replication. */
export interface StrategyColumns {
  /** A column for each metric; NaN where a value does not exist. */
  readonly metrics: Readonly<Record<MetricName, Float64Array>>;
  /** Cash by period, if it was asked for. */
  readonly paths: CashPaths | undefined;
}

/** Cash by period and replication: the periods of the first replication, then of the second, and so on. */
export interface CashPaths {
  readonly periods: number;
  readonly closingCash: Float64Array;
  readonly cumulativeCashFlow: Float64Array;
  /** By replication, the period in which it went insolvent; the number of periods if never. */
  readonly insolventFrom: Float64Array;
  /** By replication, the first period with a mass stage active; the number of periods if never. */
  readonly scaledFrom: Float64Array;
}

/** The results of a range of replications, by replication. */
export interface Columns {
  /** In the order of the scenario. */
  readonly strategies: readonly StrategyColumns[];
  /** A column of draws for each uncertain field, in the unit as written. */
  readonly inputs: readonly Float64Array[];
  /** For each uncertain field, how many draws had to be clamped to its domain. */
  readonly clamped: Uint32Array;
}

/** Returns what every strategy makes of a range of a scenario's replications; all strategies face the same futures. */
export function simulateColumns(
  scenario: Scenario,
  key: Key,
  range: Range,
  withPaths: boolean,
  sampling?: Sampling,
): Columns {
  const replications = prepareReplications(scenario, key, sampling);
  const { horizon } = replications.parameters.calendar;
  const { ladders, uncertain } = replications;
  const columns = emptyColumns(ladders.length, uncertain.length, range.count, horizon, withPaths);
  const { strategies, inputs, clamped } = columns;

  for (let row = 0; row < range.count; row++) {
    const future = replications.draw(range.first + row);
    inputs.forEach((column, index) => {
      column[row] = replications.drawn[index] as number;
      clamped[index] = (clamped[index] as number) + (replications.clamped[index] as number);
    });
    strategies.forEach((columns, index) => {
      const ladder = replications.ladders[index] as Ladder;
      const recorder = columns.paths === undefined ? undefined : pathRecorder(columns.paths, row);
      const metrics = replay(replications.parameters, ladder, future, recorder);
      for (const name of metricNames) columns.metrics[name][row] = metrics[name];
      if (columns.paths === undefined) return;
      columns.paths.scaledFrom[row] = metrics.scaled_period;
    });
  }
  return columns;
}

/** Returns columns of zeros for so many strategies, uncertain fields, replications and periods. */
export function emptyColumns(
  strategies: number,
  inputs: number,
  count: number,
  periods: number,
  withPaths: boolean,
): Columns {
  return {
    strategies: Array.from({ length: strategies }, () => emptyStrategy(count, periods, withPaths)),
    inputs: Array.from({ length: inputs }, () => new Float64Array(count)),
    clamped: new Uint32Array(inputs),
  };
}

function emptyStrategy(count: number, periods: number, withPaths: boolean): StrategyColumns {
  const column = () => new Float64Array(count);
  return {
    metrics: Object.fromEntries(metricNames.map((name) => [name, column()])) as StrategyColumns['metrics'],
    paths: withPaths
      ? {
          periods,
          closingCash: new Float64Array(count * periods),
          cumulativeCashFlow: new Float64Array(count * periods),
          insolventFrom: column().fill(periods),
          scaledFrom: column(),
        }
      : undefined,
  };
}

/** Records the cash of one replication; a strategy that ended keeps what it had after its settlement. */
function pathRecorder(paths: CashPaths, row: number): Observer {
  const start = row * paths.periods;
  const end = start + paths.periods;
  return {
    closed(t, state) {
      paths.closingCash[start + t] = state.cash;
      paths.cumulativeCashFlow[start + t] = state.npv;
    },
    settled(t, state, { insolvent }) {
      paths.closingCash.fill(state.cash, Math.min(end, start + t + 1), end);
      paths.cumulativeCashFlow.fill(state.npv, Math.min(end, start + t + 1), end);
      if (insolvent) paths.insolventFrom[row] = t;
    },
  };
}
