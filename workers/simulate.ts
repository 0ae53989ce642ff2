import { Piscina } from 'piscina';
import { createKernel } from '../src/model/kernel/kernel.ts';
import { unitSize } from '../src/random/sampling.ts';
import type { Task, TaskResult } from '../src/run/task.ts';
import { columnPacker } from '../src/statistics/packed/packer.ts';
import { packedBuffers, packScenario } from '../src/statistics/packed/scenario.ts';

/** Both made once a worker. */
const kernel = createKernel();
const pack = columnPacker();

/** Plays a task and hands its summaries back; their buffers are moved to the caller, not copied. */
export default function simulate(task: Task): TaskResult {
  const { scenarios, key, range, detail, sampling } = task;
  const columns = kernel.simulate(scenarios, key, range, detail.cashFlow !== 'none', sampling);
  const options = { ...detail, unit: unitSize(sampling) };
  const summaries = columns.map((each) =>
    packScenario({ ...each, replications: range.count }, detail.cashFlow, pack, options),
  );
  return Piscina.move({
    get [Piscina.transferableSymbol]() {
      return summaries.flatMap(packedBuffers);
    },
    get [Piscina.valueSymbol]() {
      return summaries;
    },
  } as never) as unknown as TaskResult;
}
