import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { simulateColumns } from '../../src/model/columns.ts';
import { metricNames } from '../../src/model/replay/metrics.ts';
import { rootKey } from '../../src/random/seed.ts';
import { openScenario, readScenario } from '../../src/scenario/read/scenario.ts';
import { readSet } from '../../src/scenario/read/set.ts';
import { folderWith, lamp, lampSet, shortrun } from './shortrun.ts';

const [header = '', ...rows] = lampSet.trim().split('\n');
const shuffled = [
  header,
  ...['poor', 'usual', 'cheap', 'rich'].map((name) => rows.find((row) => row.startsWith(name))),
];
const folder = folderWith({
  'lamp.yaml': lamp,
  'set.csv': lampSet,
  'shuffled.csv': `${shuffled.join('\n')}\n`,
});
const files = ['summary.csv', 'comparison.csv', 'cashflow.csv', 'inputs.csv'] as const;

const run = (...words: string[]) => shortrun(folder, ['run', 'lamp.yaml', '-n', '120', ...words]);
const bytes = (out: string, file: string) => readFileSync(join(folder, out, file), 'utf8');
/** The lines of a file by the scenario that they are about. */
const linesOf = (out: string, file: string) => bytes(out, file).split('\r\n').toSorted();

describe('results of a set', () => {
  beforeAll(() => {
    for (const words of [
      ['--out', 'one', '--workers', '1', '--set', 'set.csv'],
      ['--out', 'two', '--workers', '2', '--set', 'set.csv'],
      ['--out', 'three', '--workers', '3', '--set', 'set.csv'],
      ['--out', 'shuffled', '--workers', '2', '--set', 'shuffled.csv'],
      ['--out', 'seed', '--workers', '1', '--set', 'set.csv', '--seed', 'another'],
    ]) {
      const { code, stdout, stderr } = run('--quiet', ...words);
      expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
    }
  });

  it.each(files)('%s has the same bytes with 1, 2 and 3 workers', (file) => {
    expect(bytes('two', file)).toBe(bytes('one', file));
    expect(bytes('three', file)).toBe(bytes('one', file));
  });

  it.each(files)('%s has the same rows in any order of the set', (file) => {
    expect(bytes('shuffled', file)).not.toBe(bytes('one', file));
    expect(linesOf('shuffled', file)).toEqual(linesOf('one', file));
  });

  it.each(['summary.csv', 'comparison.csv', 'cashflow.csv'])('%s is another with another seed', (file) => {
    expect(bytes('seed', file)).not.toBe(bytes('one', file));
  });

  it('has a row for each scenario, strategy and period, in the order of the set', () => {
    const summary = parse(bytes('one', 'summary.csv'), { columns: true }) as Record<string, string>[];
    expect(summary.map(({ scenario, strategy }) => `${scenario} ${strategy}`)).toEqual(
      ['cheap', 'usual', 'rich', 'poor'].flatMap((name) => [`${name} early`, `${name} staged`]),
    );
    expect(summary.every((row) => row['replications'] === '120' && row['npv_mean'] !== '')).toBe(true);
    expect(parse(bytes('one', 'cashflow.csv'))).toHaveLength(1 + 4 * 2 * 40);
  });

  it('has the manifest that tells all of it but the time', () => {
    const manifest = (out: string) => JSON.parse(bytes(out, 'manifest.json'));
    const { run: first, ...one } = manifest('one');
    const { run: second, ...two } = manifest('two');
    expect(two).toEqual(one);
    expect([first.workers, second.workers]).toEqual([1, 2]);
    expect(one).toMatchObject({
      seed: '1',
      replications: 120,
      scenarios: 4,
      strategies: ['early', 'staged'],
      set: 'set.csv',
    });
    expect(one.outputs.map(({ file }: { file: string }) => file)).toEqual([...files]);
  });

  it('leaves out the rows that --only does not name, and nothing else changes', () => {
    expect(run('--quiet', '--set', 'set.csv', '--only', 'rich', '--out', 'only', '--workers', '1').code).toBe(
      0,
    );
    const rich = linesOf('one', 'summary.csv').filter((line) => line.startsWith('rich,'));
    expect(linesOf('only', 'summary.csv').filter((line) => line.startsWith('rich,'))).toEqual(rich);
    expect(linesOf('only', 'summary.csv').filter((line) => line.startsWith('poor,'))).toEqual([]);
  });
});

describe('one run after another', () => {
  it('prints the verdict on stdout, and progress on stderr', () => {
    const { code, stdout, stderr } = run('--out', 'kept', '--workers', '1');
    expect(code).toBe(0);
    expect(stdout).toMatch(/early|staged/);
    expect(stdout).toContain('NPV, mean');
    expect(stdout).toContain('summary.csv');
    expect(stdout).not.toContain('\u001b[');
    expect(stderr).toContain('of 120 futures');
  });

  it('may repeat the very same run, and prints JSON alone with --json', () => {
    const before = bytes('kept', 'summary.csv');
    const { code, stdout } = run('--out', 'kept', '--json', '--workers', '1');
    expect(code).toBe(0);
    const { verdicts, manifest } = JSON.parse(stdout);
    expect(verdicts).toMatchObject([{ scenario: 'lamp', words: expect.any(String) }]);
    expect(manifest).toEqual(JSON.parse(bytes('kept', 'manifest.json')));
    expect(bytes('kept', 'summary.csv')).toBe(before);
  });

  it('is refused the folder of another run, but by force', () => {
    const before = bytes('kept', 'summary.csv');
    const refused = run('--out', 'kept', '--seed', '2');
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('holds the results of another run');
    expect(bytes('kept', 'summary.csv')).toBe(before);
    expect(run('--quiet', '--out', 'kept', '--seed', '2', '--force', '--workers', '1').code).toBe(0);
    expect(bytes('kept', 'summary.csv')).not.toBe(before);
  });

  it('is refused a folder that holds anything else', () => {
    mkdirSync(join(folder, 'mine'));
    writeFileSync(join(folder, 'mine', 'thesis.txt'), 'mine');
    const { code, stderr } = run('--out', 'mine');
    expect(code).toBe(2);
    expect(stderr).toContain('files that are not a result');
    expect(readdirSync(join(folder, 'mine'))).toEqual(['thesis.txt']);
  });

  it('goes to results/ under the name of the set or scenario, unless told', () => {
    expect(run('--quiet', '--set', 'set.csv', '--only', 'rich', '--workers', '1').code).toBe(0);
    expect(readdirSync(join(folder, 'results'))).toEqual(['set']);
  });
});

describe('init, validate, run, explain, verify', () => {
  it('go together', () => {
    const words = [
      ['init', 'first.yaml'],
      ['validate', 'first.yaml'],
      ['run', 'first.yaml', '-n', '50', '--out', 'first', '--workers', '1'],
      ['explain', 'first.yaml', '--replication', '17'],
      ['verify', join('first', 'manifest.json'), '--workers', '2'],
    ];
    const outcomes = words.map((each) => shortrun(folder, each));
    expect(outcomes.map(({ code }) => code)).toEqual(words.map(() => 0));
    expect(outcomes[1]?.stdout).toMatch(/^valid: /);
    expect(outcomes[3]?.stdout).toMatch(/^replication 17/);
    expect(outcomes[4]?.stdout).toBe('identical: every result file has the same bytes\n');
    const again = shortrun(folder, ['init', 'first.yaml']);
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('--force')]);
  });

  it('explain the same future that the run had, to the last bit', () => {
    const set = ['--set', 'set.csv', '--row', 'poor'];
    const { code, stdout } = shortrun(folder, [
      'explain',
      'lamp.yaml',
      ...set,
      '--replication',
      '17',
      '--json',
    ]);
    expect(code).toBe(0);
    const { ledgers, inputs } = JSON.parse(stdout);
    const source = openScenario(join(folder, 'lamp.yaml'));
    const { rows: read } = readSet(join(folder, 'set.csv'), source);
    const scenario = readScenario(source, read[3]?.overrides);
    const columns = simulateColumns(scenario, rootKey('1'), { first: 0, count: 20 }, false);
    columns.strategies.forEach(({ metrics }, index) => {
      for (const name of metricNames) {
        const value = metrics[name][17] as number;
        expect(ledgers[index].ledger.metrics[name]).toBe(Number.isNaN(value) ? null : value + 0);
      }
    });
    expect(inputs.map(({ drawn }: { drawn: number }) => drawn)).toEqual(
      columns.inputs.map((column) => column[17]),
    );
  });

  it('explain as CSV, a line each period, of one strategy if asked', () => {
    const { code, stdout, stderr } = shortrun(folder, [
      'explain',
      'lamp.yaml',
      '--csv',
      '--strategy',
      'staged',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = parse(stdout, { columns: true }) as Record<string, string>[];
    expect(new Set(lines.map(({ strategy }) => strategy))).toEqual(new Set(['staged']));
    for (const line of lines) {
      const sum = Number(line['opening_cash']) + Number(line['funding']) + Number(line['cash_flow']);
      expect(Math.abs(sum - Number(line['closing_cash']))).toBeLessThan(1e-6);
    }
  });

  it('verify finds a byte that was changed, wherever it is', () => {
    const changed = (name: string, change: (text: string) => string) => {
      const copy = join(folder, `changed-${name.replaceAll('/', '-')}`);
      cpSync(join(folder, 'one'), copy, { recursive: true });
      const file = join(copy, name);
      writeFileSync(file, change(readFileSync(file, 'utf8')));
      return shortrun(folder, ['verify', copy, '--quiet', '--workers', '1']);
    };
    const output = changed('summary.csv', (text) =>
      text.replace(/(\d)\r\n$/, (_, digit) => `${(Number(digit) + 1) % 10}\r\n`),
    );
    expect([output.code, output.stdout]).toEqual([3, '']);
    expect(output.stderr).toMatch(/summary\.csv: was changed after the run/);
    expect(output.stderr).toMatch(/summary\.csv:9:\d+: differs/);
    const input = changed('inputs/set.csv', (text) => text.replace('69', '68'));
    expect([input.code, input.stderr]).toEqual([2, expect.stringContaining('was changed after the run')]);
    const garbage = changed('manifest.json', () => 'null');
    expect(garbage.code).not.toBe(0);
  });
});
