import { availableParallelism } from 'node:os';
import type { Case } from './cases.ts';
import { execute, runCommand } from './commands.ts';
import { secondsUntil } from './measure.ts';
import type { Effort } from './options.ts';
import { openSet } from './sets.ts';

/** A run of a set from the shell, and what the kernel alone would have needed for it. */
export interface EndToEndResult {
  readonly scenarios: number;
  readonly replications: number;
  readonly workers: number;
  readonly seconds: number;
  /** The kernel's cost of a strategy-period in a set, times the strategy-periods, over the workers. */
  readonly kernelSeconds: number;
}

/** Returns how a run of a large set compares with the kernel alone, which takes `nsInSet` for a strategy-period of it. */
export async function measureEndToEnd(bench: Case, nsInSet: number, effort: Effort): Promise<EndToEndResult> {
  const { scenarios } = effort.endSet;
  const workers = availableParallelism();
  const secondsEach = (scenarios * bench.strategies * bench.periods * nsInSet) / 1e9 / workers;
  const replications = Math.max(
    10,
    Math.min(effort.endSet.replications, Math.floor(effort.endSeconds / secondsEach)),
  );
  const { file } = openSet(bench, scenarios);
  const command = runCommand(bench, '--set', file, '--replications', `${replications}`);
  const seconds = await secondsUntil(() => execute(command));
  return { scenarios, replications, workers, seconds, kernelSeconds: secondsEach * replications };
}
