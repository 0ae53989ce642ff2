import { type Columns, type Range, simulateColumns } from '../src/model/columns.ts';
import { createKernel } from '../src/model/kernel/kernel.ts';
import type { Key } from '../src/random/seed.ts';
import { replicationsPerPiece } from '../src/run/plan.ts';
import type { Scenario } from '../src/scenario/fields/scenario.ts';
import { addColumns, emptyMoments, type MomentTable } from './moments.ts';

/** Something of ours that plays replications in this process and in this thread. */
export interface Engine {
  readonly name: string;
  /** Plays the same range of every scenario; draws that they share may be made once. */
  play(scenarios: readonly Scenario[], key: Key, range: Range): readonly Columns[];
}

/** The plain model, one replication after another. */
export const replayEngine: Engine = {
  name: 'replay',
  play: (scenarios, key, range) => scenarios.map((scenario) => simulateColumns(scenario, key, range, false)),
};

/** Returns the fast form of the model, WebAssembly, as a worker of a run has it. */
export function kernelEngine(): Engine {
  const kernel = createKernel();
  return { name: 'kernel', play: (scenarios, key, range) => kernel.simulate(scenarios, key, range, false) };
}

/** Returns the moments of a range of one scenario, played in the pieces that a run plays it in. */
export function playRange(engine: Engine, scenario: Scenario, key: Key, range: Range): MomentTable {
  const table = emptyMoments(Object.keys(scenario.strategies).length);
  for (let done = 0; done < range.count; done += replicationsPerPiece) {
    const piece = { first: range.first + done, count: Math.min(replicationsPerPiece, range.count - done) };
    for (const columns of engine.play([scenario], key, piece)) addColumns(table, columns);
  }
  return table;
}
