import { Piscina } from 'piscina';
import type { Columns, StrategyColumns } from '../src/model/columns.ts';
import { createKernel } from '../src/model/kernel/kernel.ts';
import { unitSize } from '../src/random/sampling.ts';
import type { Detail, Task, TaskResult } from '../src/run/task.ts';
import { summariseFan } from '../src/statistics/cash-flow-fan.ts';
import { summariseColumn } from '../src/statistics/column-summary.ts';
import { summarisePair } from '../src/statistics/pair-moments.ts';
import { summarisePaired } from '../src/statistics/paired-summary.ts';
import {
  type ScenarioSummary,
  type StrategySummary,
  scenarioBuffers,
} from '../src/statistics/scenario-summary.ts';

/** Made once a worker. */
const kernel = createKernel();

/** Plays a task and hands its summaries back; their buffers are moved to the caller, not copied. */
export default function simulate(task: Task): TaskResult {
  const columns = kernel.simulate(
    task.scenarios,
    task.key,
    task.range,
    task.detail.cashFlow !== 'none',
    task.sampling,
  );
  const summaries = columns.map((each) => summarise(each, task));
  return Piscina.move({
    get [Piscina.transferableSymbol]() {
      return summaries.flatMap(scenarioBuffers);
    },
    get [Piscina.valueSymbol]() {
      return summaries;
    },
  } as never) as unknown as TaskResult;
}

function summarise(columns: Columns, { range, detail, sampling }: Task): ScenarioSummary {
  const unit = unitSize(sampling);
  return {
    replications: range.count,
    strategies: columns.strategies.map((strategy) => summariseStrategy(strategy, detail, unit)),
    paired: summarisePaired(
      columns.strategies.map(({ metrics }) => metrics.npv),
      detail.npv,
      unit,
    ),
    inputs: columns.inputs.map((column) => summariseColumn(column, detail.metrics, unit)),
    clamped: columns.clamped,
  };
}

function summariseStrategy(
  { metrics, paths }: StrategyColumns,
  detail: Detail,
  unit: number,
): StrategySummary {
  return {
    metrics: Object.fromEntries(
      Object.entries(metrics).map(([name, column]) => [
        name,
        summariseColumn(column, name === 'npv' ? detail.npv : detail.metrics, unit),
      ]),
    ),
    production: summarisePair(metrics.units_made, metrics.production_spend),
    fan: paths === undefined || detail.cashFlow === 'none' ? undefined : summariseFan(paths, detail.cashFlow),
  };
}
