import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../errors.ts';

/** While a run writes to a folder, no other may; the file holds the number of its process. */
export const lockName = '.running';

/** Takes a folder for this process. Returns what gives it back. Throws InputError where another run has it. */
export function lockFolder(folder: string): () => void {
  const path = join(folder, lockName);
  if (!take(path)) {
    const holder = Number(readFileSync(path, 'utf8'));
    if (isAlive(holder)) {
      throw new InputError([
        { file: folder, rule: `another run (process ${holder}) is writing to the folder` },
      ]);
    }
    // Its run was killed; what it left unfinished is replaced.
    rmSync(path, { force: true });
    if (!take(path)) throw new InputError([{ file: folder, rule: 'another run is writing to the folder' }]);
  }
  return () => rmSync(path, { force: true });
}

function take(path: string): boolean {
  try {
    const descriptor = openSync(path, 'wx');
    writeSync(descriptor, String(process.pid));
    closeSync(descriptor);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return pid === process.pid;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
