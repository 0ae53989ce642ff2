import { closeSync, existsSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { InputError } from '../errors.ts';

/**
 * Writes the pieces to a file, which appears under its name only when it is whole. Throws InputError where it exists
 * and must not be overwritten, or where it cannot be written; an error of the pieces leaves nothing behind.
 *
 * @param option the command-line option that named the file, for the error message
 */
export function writeWholeFile(
  file: string,
  pieces: Iterable<string>,
  { option, overwrite }: { readonly option: string; readonly overwrite: boolean },
): void {
  if (!overwrite && existsSync(file)) {
    throw new InputError([{ path: option, value: file, rule: 'exists already; --force overwrites it' }]);
  }
  const part = `${file}.${process.pid}.part`;
  try {
    const descriptor = openSync(part, 'w');
    try {
      for (const piece of pieces) writeSync(descriptor, piece);
    } finally {
      closeSync(descriptor);
    }
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw error;
    throw new InputError([{ path: option, value: file, rule: `cannot be written: ${reasonOf(code)}` }]);
  }
}

function reasonOf(code: string): string {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'its folder does not exist',
    EACCES: 'there is no permission',
    EROFS: 'the disk is read-only',
    ENOTDIR: 'a part of its path is not a folder',
    EISDIR: 'it is a folder',
    ENOSPC: 'the disk is full',
  };
  return reasons[code] ?? code;
}
