import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Manifest, RunIdentity } from '../../../src/report/manifest.ts';
import { hashInputs, hashText, openResultFolder, readManifest } from '../../../src/report/result-folder.ts';

const inputs = [
  { name: 'a.yaml', text: 'a: 1\n' },
  { name: 'data/b.csv', text: 'x\n1\n' },
];
const identity: RunIdentity = {
  schemaVersion: 1,
  shortrun: '0.0.0',
  seed: '1',
  replications: 10,
  only: undefined,
  cashFlow: true,
  inputs: hashInputs(inputs),
  set: undefined,
};
const rest: Omit<Manifest, keyof RunIdentity | 'outputs'> = {
  name: 'a',
  scenarios: 0,
  strategies: [],
  clamps: [],
  repairs: [],
  run: { startedAt: '', elapsedMs: 0, workers: 1, node: '', platform: '' },
};

const newPath = () => join(mkdtempSync(join(tmpdir(), 'shortrun-results-')), 'deep', 'er');
const written = (path: string, run = identity, force = false) =>
  openResultFolder(path, run, inputs, force).finish(rest);

describe('a result folder', () => {
  it('holds every file and the inputs only when it is whole', () => {
    const path = newPath();
    const folder = openResultFolder(path, identity, inputs, false);
    expect(readdirSync(path).filter((name) => name.endsWith('.csv') || name === 'manifest.json')).toEqual([]);
    const manifest = folder.finish(rest);
    expect(readdirSync(path).sort()).toEqual(
      ['cashflow.csv', 'comparison.csv', 'inputs', 'inputs.csv', 'manifest.json', 'summary.csv'].sort(),
    );
    for (const { file, sha256 } of manifest.outputs) {
      expect(hashText(readFileSync(join(path, file), 'utf8'))).toBe(sha256);
    }
    expect(readFileSync(join(path, 'inputs', 'data', 'b.csv'), 'utf8')).toBe('x\n1\n');
    expect(readManifest(path)).toEqual(JSON.parse(JSON.stringify(manifest)));
  });

  it('leaves nothing unfinished behind when the run fails', () => {
    const path = newPath();
    openResultFolder(path, identity, inputs, false).discard();
    expect(readdirSync(path)).toEqual([]);
    written(path);
  });

  it('takes the same run again, and another one only by force', () => {
    const path = newPath();
    written(path);
    written(path);
    for (const other of [
      { seed: '2' },
      { replications: 11 },
      { only: ['a'] },
      { cashFlow: false },
      { shortrun: '0.0.1' },
    ]) {
      expect(() => written(path, { ...identity, ...other })).toThrow('results of another run');
    }
    written(path, { ...identity, seed: '2' }, true);
    expect(readManifest(path)?.seed).toBe('2');
  });

  it('keeps no cash by period of another run', () => {
    const path = newPath();
    written(path);
    written(path, { ...identity, cashFlow: false }, true);
    expect(existsSync(join(path, 'cashflow.csv'))).toBe(false);
  });

  it('refuses a folder with anything else in it', () => {
    const path = newPath();
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'thesis.txt'), 'mine');
    expect(() => written(path)).toThrow('files that are not a result');
    expect(readdirSync(path)).toEqual(['thesis.txt']);
    written(path, identity, true);
    expect(readFileSync(join(path, 'thesis.txt'), 'utf8')).toBe('mine');
  });

  it('refuses a place that cannot be a folder', () => {
    const path = newPath();
    mkdirSync(path, { recursive: true });
    const file = join(path, 'file');
    writeFileSync(file, '');
    for (const place of [file, join(file, 'below'), '/proc/shortrun']) {
      expect(() => written(place)).toThrow(expect.objectContaining({ exitCode: 2 }));
    }
  });

  it.each(['null', '[]', '5', '{', '{"inputs":[1],"outputs":[2]}', ''])(
    'takes %j for no manifest',
    (text) => {
      const path = newPath();
      mkdirSync(path, { recursive: true });
      writeFileSync(join(path, 'manifest.json'), text);
      expect(readManifest(path)).toBeUndefined();
      expect(() => written(path)).toThrow('files that are not a result');
    },
  );
});
