import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** What a user of the package has: an empty folder, the tarball, and npm. Its dependencies come from the registry. */
const folder = mkdtempSync(join(tmpdir(), 'shortrun-pack-'));
const program = join(folder, 'node_modules', '.bin', 'shortrun');

function npm(...words: string[]): string {
  return execFileSync('npm', words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

beforeAll(() => {
  npm('pack', process.cwd(), '--ignore-scripts', '--silent', '--pack-destination', folder);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  npm('install', join(folder, tarball), '--prefer-offline', '--no-audit', '--no-fund');
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package, installed in an empty folder', () => {
  it('runs what init writes', () => {
    execFileSync(program, ['init'], { cwd: folder });
    const said = execFileSync(program, ['run', 'scenario.yaml', '--replications', '50', '--quiet'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(said).toBe('');
    expect(existsSync(join(folder, 'results', 'scenario', 'manifest.json'))).toBe(true);
  });

  it('is a library', () => {
    const script = `
      import { openScenario, readScenario, simulate } from 'shortrun';
      const scenario = readScenario(openScenario('scenario.yaml'));
      const { verdict } = await simulate(scenario, { replications: 50, workers: 1 });
      console.log(Object.keys(scenario.strategies).includes(verdict.recommended));`;
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(said.trim()).toBe('true');
  });
});
