import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTextFile } from '../../../../src/scenario/read/text-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'shortrun-text-'));

function written(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe('readTextFile', () => {
  it('returns UTF-8 without its byte order mark', () => {
    expect(readTextFile(written('bom', '\uFEFFprice: 5 €'), 100)).toBe('price: 5 €');
  });

  it.each([
    ['what is not there', () => join(folder, 'no', 'such'), 'does not exist'],
    ['a folder', () => folder, 'is a folder, not a file'],
    ['binary', () => written('binary', Uint8Array.of(0xff, 0xfe, 0x80)), 'is not a text file in UTF-8'],
    ['UTF-16', () => written('utf16', Buffer.from('\uFEFFa: 1', 'utf16le')), 'is not a text file in UTF-8'],
    ['a NUL', () => written('nul', 'a: \0b'), 'is not a text file in UTF-8'],
    ['more than is allowed', () => written('large', 'x'.repeat(101)), 'is larger than 100 bytes'],
    ['a path through a file', () => join(written('file', ''), 'below'), 'cannot be read (ENOTDIR)'],
  ])('refuses %s', (_, make, rule) => {
    const file = make();
    expect(() => readTextFile(file, 100)).toThrow(
      expect.objectContaining({ exitCode: 2, problems: [expect.objectContaining({ file, rule })] }),
    );
  });
});
