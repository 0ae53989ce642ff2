import type { Case } from './cases.ts';
import { type Command, peakMemoryOf, runCommand } from './commands.ts';
import type { Effort } from './options.ts';
import type { Peer } from './peers.ts';
import { openSet } from './sets.ts';

/** The greatest resident memory of a command, in bytes; undefined where it cannot be measured. */
export interface MemoryResult {
  readonly name: string;
  readonly bytes: number | undefined;
}

/** Returns what memory runs and peers take at most. */
export async function measureMemory(
  bench: Case,
  peers: readonly (readonly [Peer, Case])[],
  effort: Effort,
): Promise<readonly MemoryResult[]> {
  const many = effort.quick ? 20_000 : 1_000_000;
  const scenarios = effort.quick ? 50 : 1000;
  const { file } = openSet(bench, scenarios);
  const commands: (readonly [string, Command])[] = [
    ['node -e 0', [process.execPath, '-e', '0']],
    ['shortrun run, 10,000 replications', runCommand(bench, '--replications', '10000')],
    [`shortrun run, ${many} replications`, runCommand(bench, '--replications', `${many}`)],
    [
      `shortrun run, ${scenarios} scenarios × 1,000`,
      runCommand(bench, '--set', file, '--replications', '1000'),
    ],
    ...peers.map(([peer, { peerFile }]) => {
      const count = Math.min(10_000, peer.mostReplications);
      const words = [...peer.command, peerFile, '--replications', `${count}`] as const;
      return [`${peer.name}, ${count} replications`, words as unknown as Command] as const;
    }),
  ];
  const results: MemoryResult[] = [];
  for (const [name, command] of commands) results.push({ name, bytes: await peakMemoryOf(command) });
  return results;
}
