import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/** A file that is written piece by piece and appears under its name only when it is whole. */
export interface AtomicFile {
  write(text: string): void;
  /** Puts the file under its name. Returns the SHA-256 of its bytes, in hexadecimal. */
  finish(): string;
  /** Leaves nothing behind. */
  discard(): void;
}

/** Opens a file for writing beside its final place. Throws what the file system says where that cannot be done. */
export function createAtomicFile(path: string): AtomicFile {
  const unfinished = `${path}.part`;
  // What a killed run left is removed, not written through: it might be a link to somewhere else.
  rmSync(unfinished, { force: true });
  const descriptor = openSync(unfinished, 'wx');
  const hash = createHash('sha256');
  let open = true;
  const close = () => {
    if (open) closeSync(descriptor);
    open = false;
  };
  return {
    write(text) {
      const bytes = Buffer.from(text, 'utf8');
      hash.update(bytes);
      let written = 0;
      while (written < bytes.length) written += writeSync(descriptor, bytes, written);
    },
    finish() {
      fsyncSync(descriptor);
      close();
      renameSync(unfinished, path);
      return hash.digest('hex');
    },
    discard() {
      close();
      rmSync(unfinished, { force: true });
    },
  };
}
