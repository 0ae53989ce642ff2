import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folderWith, lamp, shortrun } from './shortrun.ts';

const folder = folderWith({ 'lamp.yaml': lamp });

describe('help', () => {
  it.each(['run', 'validate', 'explain', 'verify', 'init', 'set', 'schema', 'processes'])(
    'of %s is on stdout',
    (command) => {
      const { code, stdout, stderr } = shortrun(folder, [command, '--help']);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(new RegExp(`^Usage: shortrun ${command}`));
    },
  );

  it('names every command, and the version', () => {
    const { code, stdout } = shortrun(folder, ['--help']);
    expect(code).toBe(0);
    for (const command of ['run', 'validate', 'explain', 'verify', 'init', 'set', 'schema', 'processes']) {
      expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    }
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(shortrun(folder, ['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('schema', () => {
  it('is JSON on stdout and nothing else', () => {
    const { code, stdout, stderr } = shortrun(folder, ['schema']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ title: 'shortrun scenario', type: 'object' });
  });
});
