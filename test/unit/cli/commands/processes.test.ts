import { parse } from 'csv-parse/sync';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { processesCommand } from '../../../../src/cli/commands/processes.ts';
import { InputError } from '../../../../src/errors.ts';
import { processNames } from '../../../../src/scenario/catalogue/index.ts';

afterEach(() => vi.restoreAllMocks());

async function output(...args: readonly string[]): Promise<string> {
  let written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
  await processesCommand().parseAsync([...args], { from: 'user' });
  vi.restoreAllMocks();
  return written;
}

async function problems(...args: readonly string[]): Promise<readonly (string | undefined)[][]> {
  const error = await output(...args).catch((thrown: unknown) => thrown);
  if (!(error instanceof InputError)) throw new Error('no InputError was thrown');
  return error.problems.map(({ path, nearest }) => (nearest === undefined ? [path] : [path, nearest]));
}

describe('shortrun processes', () => {
  it('lists the catalogue', async () => {
    const text = await output();
    for (const name of processNames) expect(text).toContain(name);
    expect(text).not.toContain('\u001b[');
  });

  it('shows one process with the source of every figure', async () => {
    const text = await output('injection-molding');
    expect(text).toContain('toolingLead: 4 to 20 weeks');
    expect(text).toContain('vendor figure: 8–16 weeks; 12–20; 30 days in China');
    expect(text).toContain('engineering judgement: ');
    expect(JSON.parse(await output('injection-molding', '--json'))).toMatchObject({
      name: 'injection-molding',
    });
  });

  it('lists the catalogue as CSV and JSON', async () => {
    const csv = await output('--csv');
    const rows = parse(csv, { columns: true }) as readonly {
      process: string;
      field: string;
      source: string;
    }[];
    expect(csv).toMatch(/^process,field,value,evidence,source\r\n/);
    expect(new Set(rows.map(({ process: name }) => name)).size).toBe(7);
    expect(JSON.parse(await output('--json'))).toHaveLength(7);
  });

  it('ranks, with reasons and break-evens', async () => {
    const text = await output('--quantity', '50,5000', '--material', 'abs', '--revisions', '2');
    expect(text).toContain('in abs, 2 design revisions expected');
    expect(text).toContain('5,000 units');
    expect(text).toContain('Break-even between neighbours');
    expect(text).toContain('die-casting: cannot be made in abs');
  });

  it('says so where nothing suits', async () => {
    expect(await output('--quantity', '50', '--tolerance', '0.001')).toContain(
      'No process of the catalogue suits.',
    );
  });

  it('ranks as CSV and JSON', async () => {
    const csv = await output('-q', '50 to 500', '-m', 'metal', '--csv');
    const rows = parse(csv, { columns: true }) as readonly Readonly<Record<string, string>>[];
    expect(rows).toHaveLength(4 * 7);
    for (const { rank, total_cost_mean: total, reasons } of rows) {
      if (rank === '') expect(reasons).not.toBe('');
      else expect(Number(total)).toBeGreaterThan(0);
    }
    const json = JSON.parse(await output('-q', '50', '-m', 'metal', '--json'));
    expect(json).toMatchObject({ currency: 'USD', need: { quantities: [50], material: 'metal' } });
  });

  it('names the options that are wrong, all of them at once', async () => {
    expect(await problems('-q', 'x', '-m', 'alumnium', '-f', 'clearr')).toEqual([
      ['--quantity'],
      ['--material', 'aluminium'],
      ['--finish', 'clear'],
    ]);
    expect(await problems('--material', 'abs', '--revisions', '1')).toEqual([
      ['--material'],
      ['--revisions'],
    ]);
    expect(await problems('cnc-machining', '-q', '5', '--json', '--csv')).toEqual([
      ['--csv'],
      ['--quantity'],
    ]);
    expect(await problems('cnc-machinig')).toEqual([[undefined, 'cnc-machining']]);
  });
});
