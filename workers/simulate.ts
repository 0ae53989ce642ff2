import { Piscina } from 'piscina';
import type { Columns } from '../src/model/columns.ts';
import { createKernel } from '../src/model/kernel/kernel.ts';
import type { CashFlowDetail, Task, TaskResult } from '../src/run/task.ts';
import { summariseFan } from '../src/statistics/cash-flow-fan.ts';
import { columnPacker } from '../src/statistics/packed/packer.ts';
import { type PackedScenario, packedBuffers, packScenario } from '../src/statistics/packed/scenario.ts';

/** Both made once a worker. */
const kernel = createKernel();
const pack = columnPacker();

/** Plays a task and hands its summaries back; their buffers are moved to the caller, not copied. */
export default function simulate(task: Task): TaskResult {
  const columns = kernel.simulate(task.scenarios, task.key, task.range, task.cashFlow !== 'none');
  const summaries = columns.map((each) => summarise(each, task.range.count, task.cashFlow));
  return Piscina.move({
    get [Piscina.transferableSymbol]() {
      return summaries.flatMap(packedBuffers);
    },
    get [Piscina.valueSymbol]() {
      return summaries;
    },
  } as never) as unknown as TaskResult;
}

function summarise(columns: Columns, replications: number, cashFlow: CashFlowDetail): PackedScenario {
  const strategies = columns.strategies.map(({ metrics, paths }) => ({
    metrics,
    fan: paths === undefined || cashFlow === 'none' ? undefined : summariseFan(paths, cashFlow),
  }));
  return packScenario({ ...columns, replications, strategies }, pack);
}
