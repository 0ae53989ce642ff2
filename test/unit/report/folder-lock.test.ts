import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { lockFolder, lockName } from '../../../src/report/folder-lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'shortrun-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a folder that a run writes to', () => {
  it('is refused to another until it is given back', () => {
    const unlock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(InputError);
    unlock();
    expect(readdirSync(folder)).toEqual([]);
    lockFolder(folder)();
  });

  it('is taken from a run that is no more', () => {
    // Process numbers end well below this.
    writeFileSync(join(folder, lockName), '999999999');
    lockFolder(folder)();
    expect(readdirSync(folder)).toEqual([]);
  });
});
