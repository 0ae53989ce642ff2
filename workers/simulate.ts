import { Piscina } from 'piscina';
import type { Columns } from '../src/model/columns.ts';
import { createKernel } from '../src/model/kernel/kernel.ts';
import { unitSize } from '../src/random/sampling.ts';
import type { Task, TaskResult } from '../src/run/task.ts';
import { summariseFan } from '../src/statistics/cash-flow-fan.ts';
import { columnPacker } from '../src/statistics/packed/packer.ts';
import { type PackedScenario, packedBuffers, packScenario } from '../src/statistics/packed/scenario.ts';

/** Both made once a worker. */
const kernel = createKernel();
const pack = columnPacker();

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
      return summaries.flatMap(packedBuffers);
    },
    get [Piscina.valueSymbol]() {
      return summaries;
    },
  } as never) as unknown as TaskResult;
}

function summarise(columns: Columns, { range, detail, sampling }: Task): PackedScenario {
  const strategies = columns.strategies.map(({ metrics, paths }) => ({
    metrics,
    fan: paths === undefined || detail.cashFlow === 'none' ? undefined : summariseFan(paths, detail.cashFlow),
  }));
  return packScenario({ ...columns, replications: range.count, strategies }, pack, {
    ...detail,
    unit: unitSize(sampling),
  });
}
