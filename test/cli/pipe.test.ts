import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { binary, folderWith, lamp, shortrun } from './shortrun.ts';

const folder = folderWith({ 'lamp.yaml': lamp });

/** Runs the program with a reader that hangs up at once, as `head` does once it has enough. */
async function cutShort(words: readonly string[]) {
  const child = spawn(process.execPath, [binary, ...words], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const [code] = await once(child, 'close');
  return { code, stderr };
}

describe('a reader that stops early', () => {
  it.each([
    [['explain', 'lamp.yaml', '--json']],
    [['schema']],
    [['run', 'lamp.yaml', '-n', '20', '--json', '--force', '--workers', '1', '--out', 'cut']],
    [['set', 'lamp.yaml', '--vary', 'market.price=1..9:2000']],
  ])('is no error of %j', async (words) => {
    const { code, stderr } = await cutShort(words);
    expect(code).toBe(0);
    expect(stderr).not.toContain('EPIPE');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe.skipIf(process.platform !== 'linux')('a full disk behind stdout', () => {
  it('is a failure in one line', () => {
    const { code, stderr } = shortrun(folder, ['schema'], {
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    });
    expect(code).toBe(3);
    expect(stderr).toBe('error: the output cannot be written (ENOSPC)\n');
  });
});
