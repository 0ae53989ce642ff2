import { readFileSync, statSync } from 'node:fs';
import { InputError } from '../../errors.ts';

/** Returns the text of a file in UTF-8. Throws InputError where it is missing, not a file, too large, or not text. */
export function readTextFile(file: string, greatestBytes: number): string {
  const bytes = readBytes(file, greatestBytes);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Falls through: what is not UTF-8 is refused in the same words as what holds a NUL.
  }
  throw new InputError([{ file, rule: 'is not a text file in UTF-8' }]);
}

function readBytes(file: string, greatestBytes: number): Uint8Array {
  try {
    const status = statSync(file);
    if (status.isDirectory()) throw new InputError([{ file, rule: 'is a folder, not a file' }]);
    if (status.size > greatestBytes) {
      throw new InputError([
        { file, value: `${status.size} bytes`, rule: `is larger than ${greatestBytes} bytes` },
      ]);
    }
    return readFileSync(file);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    throw new InputError([{ file, rule: code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})` }]);
  }
}
