import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Case } from './cases.ts';
import { cacheFolder, cliFile } from './places.ts';

export type Command = readonly [string, ...string[]];

/** Returns the words that run a scenario of the benchmark from the shell, quietly, over the results of the last time. */
export function runCommand(bench: Case, ...more: readonly string[]): Command {
  const out = join(cacheFolder, 'results');
  return [process.execPath, cliFile, 'run', bench.source.file, '--out', out, '--force', '--quiet', ...more];
}

/** Runs a command to its end. Throws where it fails. */
export async function execute([program, ...words]: Command): Promise<{ stdout: string; stderr: string }> {
  return promisify(execFile)(program, words, { maxBuffer: 256 * 1024 * 1024 });
}

const timeTool = '/usr/bin/time';
/** GNU time tells the peak memory of a process. */
export const hasTimeTool = existsSync(timeTool);

/** Returns the greatest resident memory of a command, in bytes; undefined where GNU time is not there. */
export async function peakMemoryOf(command: Command): Promise<number | undefined> {
  if (!hasTimeTool) return undefined;
  const { stderr } = await execute([timeTool, '-f', '%M', ...command]);
  return Number(stderr.trim().split('\n').at(-1)) * 1024;
}
