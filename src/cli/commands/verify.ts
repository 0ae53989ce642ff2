import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Command } from 'commander';
import { RunError } from '../../errors.ts';
import { mostWorkers } from '../../experiment/options.ts';
import { wholeNumber } from '../options/numbers.ts';

interface VerifyOptions {
  readonly workers?: number;
  readonly quiet?: true;
}

/** Returns the command `shortrun verify <manifest>`: run it again and compare the bytes. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('run the experiment of a manifest again and compare every result file, byte for byte')
    .argument('<manifest>', 'manifest.json, or the folder that holds it')
    .option(
      '-w, --workers <number>',
      'worker threads, which change no result (default: one a processor)',
      wholeNumber('--workers', 1, mostWorkers),
    )
    .option('-q, --quiet', 'print nothing but errors')
    .action(verify);
}

async function verify(path: string, options: VerifyOptions): Promise<void> {
  const { rerun, compareFolders } = await import('../../experiment/verify.ts');
  const { startProgress } = await import('../screen/progress.ts');
  const folder = basename(path) === 'manifest.json' ? dirname(path) : path;
  const again = mkdtempSync(join(tmpdir(), 'shortrun-verify-'));
  const progress = startProgress(options.quiet === true);
  try {
    await rerun(folder, again, { workers: options.workers, onProgress: progress.update });
    progress.stop();
    const differences = compareFolders(folder, again);
    if (differences.length > 0) throw new RunError('the results differ', differences);
    if (!options.quiet) process.stdout.write('identical: every result file has the same bytes\n');
  } finally {
    progress.stop();
    rmSync(again, { recursive: true, force: true });
  }
}
