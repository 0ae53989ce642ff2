import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { setCommand } from '../../../src/cli/commands/set.ts';
import { writeWholeFile } from '../../../src/cli/whole-file.ts';
import { openScenario } from '../../../src/scenario/read/scenario.ts';
import { readSet } from '../../../src/scenario/read/set.ts';

const folder = mkdtempSync(join(tmpdir(), 'shortrun-set-'));
const base = join(folder, 'base.yaml');
writeFileSync(
  base,
  `
calendar: { horizon: 2 years }
market: { model: level, price: 99, level: 500 /month }
plan: { demand: 500 /month }
finance: { openingCash: 250000 }
processes:
  cnc: { scale: short-run, material: 20, lead: 2 weeks }
strategies:
  staged: { initialOrder: 100, stages: [{ process: cnc }] }
`,
);

const set = (...options: string[]) => setCommand().parseAsync([base, ...options], { from: 'user' });

afterEach(() => {
  vi.restoreAllMocks();
});

describe('shortrun set', () => {
  it('writes a file that reads back as a set of the scenario', async () => {
    const screen = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const out = join(folder, 'grid.csv');
    await set(
      '--vary',
      'plan.demand=200..800:3 /month',
      '--vary',
      'processes.cnc.lead=2,4 weeks',
      '--out',
      out,
    );
    expect(screen.mock.calls.join('')).toContain('6 scenarios, 2 fields vary');
    const { rows } = readSet(out, openScenario(base));
    expect(rows.map(({ name }) => name)).toEqual(Array.from({ length: 6 }, (_, i) => `grid-000${i + 1}`));
    expect(rows[5]?.overrides.map(({ field, text }) => [field, text])).toEqual([
      ['plan.demand', '800 /month'],
      ['processes.cnc.lead', '4 weeks'],
    ]);
  });

  it('is the same for the same seed only', async () => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const write = async (name: string, seed: string) => {
      const out = join(folder, name);
      await set('-d', 'lhs', '-n', '20', '-v', 'market.price=50..150', '--seed', seed, '--out', out);
      return readFileSync(out, 'utf8');
    };
    const first = await write('1.csv', 'a');
    expect(await write('2.csv', 'a')).toBe(first);
    expect(await write('3.csv', 'b')).not.toBe(first);
  });

  it('refuses to overwrite without --force, and a folder that is not there', async () => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const out = join(folder, 'kept.csv');
    writeFileSync(out, 'mine');
    const vary = ['--vary', 'market.price=50..150:2'];
    await expect(set(...vary, '--out', out)).rejects.toThrow('--force');
    expect(readFileSync(out, 'utf8')).toBe('mine');
    await set(...vary, '--out', out, '--force');
    expect(readFileSync(out, 'utf8')).toContain('grid-0002,150\r\n');
    await expect(set(...vary, '--out', join(folder, 'no', 'x.csv'))).rejects.toThrow('folder does not exist');
  });

  it('names every wrong option at once, with the nearest field', async () => {
    const asked = set('--design', 'latin', '--vary', 'market.prise=1..2', '--vary', 'plan.cv=2..1');
    await expect(asked).rejects.toMatchObject({
      exitCode: 2,
      problems: [
        { path: '--design' },
        { path: '--vary', value: '"market.prise"', nearest: 'market.price' },
        { path: '--vary', rule: 'low must be less than high' },
      ],
    });
  });
});

describe('writeWholeFile', () => {
  it('leaves nothing behind where the content cannot be made', () => {
    const file = join(folder, 'half.csv');
    function* pieces() {
      yield 'begin';
      throw new Error('no more');
    }
    expect(() => writeWholeFile(file, pieces(), { option: '--out', overwrite: false })).toThrow('no more');
    expect(existsSync(file)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
