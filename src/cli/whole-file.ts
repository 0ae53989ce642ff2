import { existsSync } from 'node:fs';
import { InputError } from '../errors.ts';
import { createAtomicFile } from '../report/atomic-file.ts';

/**
 * Writes the pieces to a file, which appears under its name only when it is whole. Throws InputError where it exists
 * and must not be overwritten, or where it cannot be written; an error of the pieces leaves nothing behind.
 *
 * @param option the command-line option that named the file, for the error message
 */
export function writeWholeFile(
  path: string,
  pieces: Iterable<string>,
  { option, overwrite }: { readonly option: string; readonly overwrite: boolean },
): void {
  if (!overwrite && existsSync(path)) {
    throw new InputError([{ path: option, value: path, rule: 'exists already; --force overwrites it' }]);
  }
  try {
    const file = createAtomicFile(path);
    try {
      for (const piece of pieces) file.write(piece);
      file.finish();
    } catch (error) {
      file.discard();
      throw error;
    }
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw error;
    throw new InputError([
      { path: option, value: path, rule: `cannot be written: ${reasons[code] ?? code}` },
    ]);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  EACCES: 'there is no permission',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'a part of its path is not a folder',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
};
