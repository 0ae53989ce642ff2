import type { Case } from './cases.ts';
import { type Command, execute, runCommand } from './commands.ts';
import { secondsUntil } from './measure.ts';
import type { Effort } from './options.ts';
import { cliFile } from './places.ts';

/** How long a command took from its start to its end, in seconds: the first time, and every later time. */
export interface StartResult {
  readonly name: string;
  /** Files may not have been in the memory of the system. */
  readonly cold: number;
  readonly warm: readonly number[];
}

/** What Node itself needs: to be taken off the others. */
export const bareNode = 'node -e 0';
export const helpCommand = 'shortrun --help';
export const smallRun = 'shortrun run, 10,000 replications';

/** Returns how long commands take, in interleaved rounds. */
export async function measureStarts(bench: Case, effort: Effort): Promise<readonly StartResult[]> {
  const commands: readonly (readonly [string, Command])[] = [
    [bareNode, [process.execPath, '-e', '0']],
    [helpCommand, [process.execPath, cliFile, '--help']],
    [smallRun, runCommand(bench, '--replications', '10000')],
  ];
  const times = new Map<string, number[]>(commands.map(([name]) => [name, []]));
  for (let round = 0; round <= effort.starts; round++) {
    for (const [name, command] of commands) {
      times.get(name)?.push(await secondsUntil(() => execute(command)));
    }
  }
  return [...times].map(([name, [cold = Number.NaN, ...warm]]) => ({ name, cold, warm }));
}
