import { type Columns, type Range, simulateColumns } from '../src/model/columns.ts';
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

type SimulateOne = (scenario: Scenario, key: Key, range: Range, withPaths: boolean) => Columns;
type SimulateSet = (
  scenarios: readonly Scenario[],
  key: Key,
  range: Range,
  withPaths: boolean,
) => readonly Columns[];

/** The plain model, one replication after another. */
export const replayEngine: Engine = {
  name: 'replay',
  play: (scenarios, key, range) => scenarios.map((scenario) => simulateColumns(scenario, key, range, false)),
};

/** Where the built kernel is looked for, and the names by which it plays one scenario or several. */
const kernelModules = ['kernel/columns.js', 'kernel/index.js', 'kernel/simulate.js', 'kernel/kernel.js'];
const oneNames = ['simulateColumns', 'simulateKernelColumns', 'kernelColumns'];
const setNames = ['simulateSet', 'simulateScenarios', 'simulateColumnsOfSet'];

/** Returns the kernel of the build, or undefined where the build has none. */
export async function findKernel(): Promise<Engine | undefined> {
  for (const path of kernelModules) {
    const module = await importIfThere(new URL(`../src/model/${path}`, import.meta.url));
    if (module === undefined) continue;
    const one = oneNames.map((name) => module[name]).find((value) => typeof value === 'function');
    const set = setNames.map((name) => module[name]).find((value) => typeof value === 'function');
    if (one === undefined && set === undefined) continue;
    return {
      name: 'kernel',
      play: (scenarios, key, range) =>
        set === undefined
          ? scenarios.map((scenario) => (one as SimulateOne)(scenario, key, range, false))
          : (set as SimulateSet)(scenarios, key, range, false),
    };
  }
  return undefined;
}

async function importIfThere(url: URL): Promise<Record<string, unknown> | undefined> {
  try {
    return (await import(url.href)) as Record<string, unknown>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
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
