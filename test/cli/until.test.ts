import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderWith, lamp, lampSet, shortrun } from './shortrun.ts';

const folder = folderWith({ 'lamp.yaml': lamp, 'set.csv': lampSet });
const run = (...words: string[]) => shortrun(folder, ['run', 'lamp.yaml', ...words]);
const bytes = (out: string, file: string) => readFileSync(join(folder, out, file), 'utf8');
const table = (out: string, file: string) =>
  parse(bytes(out, file), { columns: true }) as Record<string, string>[];
const manifest = (out: string) => JSON.parse(bytes(out, 'manifest.json')) as Record<string, unknown>;
const files = ['summary.csv', 'comparison.csv', 'cashflow.csv', 'inputs.csv', 'convergence.csv'];

describe('a set until the decision', () => {
  const until = ['--set', 'set.csv', '--until', 'decision', '--max-replications', '1024', '--convergence'];
  beforeAll(() => {
    for (const workers of ['1', '3']) {
      const { code, stderr } = run(...until, '--quiet', '--workers', workers, '--out', `by${workers}`);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    }
  });

  it.each(files)('%s has the same bytes with 1 and 3 workers', (file) => {
    expect(bytes('by3', file)).toBe(bytes('by1', file));
  });

  it('plays a row until its certainty is there, or to the end', () => {
    const rows = table('by1', 'comparison.csv');
    expect(rows).toHaveLength(8);
    for (const { replications, recommended_certainty: certainty } of rows) {
      if (Number(certainty) < 0.975) expect(replications).toBe('1024');
      else expect([256, 384, 512, 768, 1024]).toContain(Number(replications));
    }
  });

  it('has a look after each round in convergence.csv, the last one as in comparison.csv', () => {
    const looks = table('by1', 'convergence.csv');
    for (const row of table('by1', 'comparison.csv')) {
      const own = looks.filter(
        (look) => look['scenario'] === row['scenario'] && look['strategy'] === row['strategy'],
      );
      expect(own[0]?.['replications']).toBe('256');
      expect(own.at(-1)?.['replications']).toBe(row['replications']);
      expect(own.at(-1)?.['npv_difference_mean']).toBe(row['npv_difference_mean']);
    }
  });

  it('is repeated by verify', () => {
    expect(shortrun(folder, ['verify', 'by1', '--workers', '2', '-q'])).toMatchObject({
      code: 0,
      stderr: '',
    });
  });
});

describe('a run until a precision', () => {
  it.each([
    ['npv±40000', 'npv_mean', 40_000],
    ['prob+-6%', 'probability_loss', 0.06],
  ])('%s has it at the end', (until, name, halfWidth) => {
    const { code } = run('--until', until, '--quiet', '--out', 'precise', '--force');
    expect(code).toBe(0);
    for (const row of table('precise', 'summary.csv')) {
      expect(Number(row['replications'])).toBeLessThan(100_000);
      const width = Number(row[`${name}_high`]) - Number(row[`${name}_low`]);
      expect(width / 2).toBeLessThanOrEqual(halfWidth * (1 + 1e-12));
    }
  });
});

describe('a run of some time', () => {
  it('stops at a look, says at which, and can be repeated', () => {
    const { code } = run('--time', '0.2s', '--quiet', '--max-replications', '4000000', '--out', 'timed');
    expect(code).toBe(0);
    expect(manifest('timed')).toMatchObject({ rounds: [expect.any(Number)], timeMs: 200 });
    expect(Number(manifest('timed')['futures'])).toBeLessThan(4_000_000);
    expect(shortrun(folder, ['verify', 'timed', '-q']).code).toBe(0);
  });
});

describe('--convergence', () => {
  it('changes no other file, and shows how the estimate settled', () => {
    run('-n', '1000', '--quiet', '--out', 'plain');
    const { stdout } = run('-n', '1000', '--out', 'looked', '--convergence');
    for (const file of files.slice(0, 4)) expect(bytes('looked', file)).toBe(bytes('plain', file));
    expect(stdout).toMatch(/mean NPV of staged minus early\n {4}256 .*●.*±.*\n/);
  });
});

describe('--sampling', () => {
  it.each(['lhs', 'sobol'])(
    '%s plays whole blocks, the same on any workers, and explain replays them',
    (how) => {
      for (const workers of ['1', '2']) {
        run('--sampling', how, '-n', '9000', '-q', '--workers', workers, '--out', `${how}${workers}`);
      }
      for (const file of files.slice(0, 4)) expect(bytes(`${how}2`, file)).toBe(bytes(`${how}1`, file));
      const [row] = table(`${how}1`, 'summary.csv');
      expect(row?.['replications']).toBe('9024');
      const random = table('plain', 'summary.csv')[0];
      const variance = (each: Record<string, string> | undefined) =>
        Number(each?.['npv_mean_se']) ** 2 * Number(each?.['replications']);
      expect(variance(random) === variance(row)).toBe(false);
      expect(shortrun(folder, ['verify', `${how}1`, '-q']).code).toBe(0);
      const one = (sampling: string) =>
        shortrun(folder, ['explain', 'lamp.yaml', '--sampling', sampling, '-r', '70', '--json']).stdout;
      expect(one(how)).not.toBe(one('random'));
    },
  );
});

describe('options that contradict each other', () => {
  it.each([
    [['--until', 'decision', '-n', '100'], /--replications: is for a fixed number/],
    [['--max-replications', '1000'], /--max-replications: goes with --until or --time/],
    [['--indifference', '5', '--until', 'npv±5'], /--indifference: goes with --until decision/],
    [['--until', 'decision', '--sampling', 'lhs'], /--sampling: must be random with --until/],
    [['--until', 'soon'], /--until: must be decision/],
  ])('%j are refused', (words, message) => {
    const { code, stderr } = run(...words);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
