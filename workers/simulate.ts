import { Piscina } from 'piscina';
import type { Columns, StrategyColumns } from '../src/model/columns.ts';
import { createKernel } from '../src/model/kernel/kernel.ts';
import type { CashFlowDetail, Task, TaskResult } from '../src/run/task.ts';
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
  const columns = kernel.simulate(task.scenarios, task.key, task.range, task.cashFlow !== 'none');
  const summaries = columns.map((each) => summarise(each, task.range.count, task.cashFlow));
  return Piscina.move({
    get [Piscina.transferableSymbol]() {
      return summaries.flatMap(scenarioBuffers);
    },
    get [Piscina.valueSymbol]() {
      return summaries;
    },
  } as never) as unknown as TaskResult;
}

function summarise(columns: Columns, replications: number, cashFlow: CashFlowDetail): ScenarioSummary {
  return {
    replications,
    strategies: columns.strategies.map((strategy) => summariseStrategy(strategy, cashFlow)),
    paired: summarisePaired(
      columns.strategies.map(({ metrics }) => metrics.npv),
      'runs',
    ),
    inputs: columns.inputs.map((column) => summariseColumn(column)),
    clamped: columns.clamped,
  };
}

function summariseStrategy({ metrics, paths }: StrategyColumns, cashFlow: CashFlowDetail): StrategySummary {
  return {
    metrics: Object.fromEntries(
      Object.entries(metrics).map(([name, column]) => [name, summariseColumn(column)]),
    ),
    production: summarisePair(metrics.units_made, metrics.production_spend),
    fan: paths === undefined || cashFlow === 'none' ? undefined : summariseFan(paths, cashFlow),
  };
}
