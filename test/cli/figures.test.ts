import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Columns, simulateColumns } from '../../src/model/columns.ts';
import { metricNames } from '../../src/model/replay/metrics.ts';
import { rootKey } from '../../src/random/seed.ts';
import { openScenario, readScenario } from '../../src/scenario/read/scenario.ts';
import { folderWith, lamp, shortrun } from './shortrun.ts';

/** So many that 5% of them is a whole number. */
const n = 120;
const folder = folderWith({ 'lamp.yaml': lamp });
let columns: Columns;

type Row = Readonly<Record<string, string>>;
const read = (file: string) =>
  parse(readFileSync(join(folder, 'out', file)), { columns: true }) as readonly Row[];

function close(actual: string | undefined, expected: number) {
  if (actual === '') expect(expected).toBeNaN();
  else
    expect(Math.abs(Number(actual) - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
const sd = (values: readonly number[]) =>
  Math.sqrt(sum(values.map((value) => (value - mean(values)) ** 2)) / (values.length - 1));

/** The usual sample quantile (type 7), written out. */
function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
  return low + (place - Math.floor(place)) * (high - low);
}

describe('the figures of the result files', () => {
  beforeAll(() => {
    const { code } = shortrun(folder, [
      'run',
      'lamp.yaml',
      '-n',
      `${n}`,
      '--out',
      'out',
      '--quiet',
      '--workers',
      '1',
    ]);
    expect(code).toBe(0);
    const scenario = readScenario(openScenario(join(folder, 'lamp.yaml')));
    columns = simulateColumns(scenario, rootKey('1'), { first: 0, count: n }, true);
  });

  it('in summary.csv are those of the replications', () => {
    const rows = read('summary.csv');
    columns.strategies.forEach(({ metrics }, index) => {
      const row = rows[index] ?? {};
      for (const name of metricNames) {
        const values = [...metrics[name]].filter((value) => !Number.isNaN(value));
        close(row[`${name}_mean`], mean(values));
        close(row[`${name}_sd`], sd(values));
        close(row[`${name}_se`], sd(values) / Math.sqrt(values.length));
        for (const percent of [5, 10, 25, 50, 75, 90, 95]) {
          close(row[`${name}_p${percent}`], quantile(values, percent / 100));
        }
      }
      const npv = [...metrics.npv];
      close(row['npv_cvar5'], mean(npv.toSorted((a, b) => a - b).slice(0, n / 20)));
      close(row['probability_loss'], npv.filter((value) => value < 0).length / n);
      close(row['probability_insolvent'], mean([...metrics.insolvent]));
      close(row['probability_stopped'], mean([...metrics.stopped]));
      close(row['probability_scaled'], mean([...metrics.ever_scaled]));
    });
  });

  it('in comparison.csv are those of the same futures, paired', () => {
    const [baseline, other] = read('comparison.csv');
    const [early = [], staged = []] = columns.strategies.map(({ metrics }) => [...metrics.npv]);
    const differences = staged.map((value, row) => value - (early[row] ?? Number.NaN));
    expect([baseline?.['npv_difference_mean'], baseline?.['probability_wins']]).toEqual(['', '']);
    close(other?.['npv_difference_mean'], mean(differences));
    close(other?.['npv_difference_se'], sd(differences) / Math.sqrt(n));
    close(
      other?.['probability_wins'],
      mean(differences.map((each) => (each > 0 ? 1 : each === 0 ? 0.5 : 0))),
    );
    close(baseline?.['expected_regret'], mean(differences.map((each) => Math.max(0, each))));
    close(other?.['expected_regret'], mean(differences.map((each) => Math.max(0, -each))));
    expect(other?.['recommended']).toBe(mean(differences) > 0 ? 'staged' : 'early');
    const [low, high] = [Number(other?.['npv_difference_low']), Number(other?.['npv_difference_high'])];
    expect(low < mean(differences) && mean(differences) < high).toBe(true);
  });

  it('in cashflow.csv are those of each period', () => {
    const rows = read('cashflow.csv');
    columns.strategies.forEach(({ paths }, index) => {
      if (paths === undefined) throw new Error('paths were asked for');
      for (let t = 0; t < paths.periods; t++) {
        const row = rows[index * paths.periods + t] ?? {};
        expect(row['period']).toBe(String(t));
        const at = (all: Float64Array) =>
          Array.from({ length: n }, (_, path) => all[path * paths.periods + t] ?? Number.NaN);
        close(row['closing_cash_mean'], mean(at(paths.closingCash)));
        close(row['closing_cash_p95'], quantile(at(paths.closingCash), 0.95));
        close(row['cumulative_npv_p25'], quantile(at(paths.cumulativeCashFlow), 0.25));
        close(row['share_insolvent'], mean([...paths.insolventFrom].map((from) => (from <= t ? 1 : 0))));
        close(row['share_scaled'], mean([...paths.scaledFrom].map((from) => (from <= t ? 1 : 0))));
      }
    });
  });

  it('in inputs.csv are those of the draws, and of what is certain', () => {
    const rows = new Map(read('inputs.csv').map((row) => [row['field'], row]));
    expect(rows.get('market.price')).toMatchObject({
      as_written: '89',
      unit: 'currency',
      mean: '89',
      p95: '89',
      clamped_share: '0',
    });
    expect(rows.get('processes.cnc.lead')).toMatchObject({ as_written: '1 week', unit: 'weeks', mean: '1' });
    expect(rows.get('processes.cnc.capacity')).toMatchObject({ as_written: 'unlimited', mean: '' });
    const uncertain = [
      'market.size',
      'market.imitation',
      'plan.demand',
      'design.issues',
      'processes.mould.tooling',
    ];
    uncertain.forEach((field, index) => {
      const draws = [...(columns.inputs[index] ?? [])];
      close(rows.get(field)?.['mean'], mean(draws));
      close(rows.get(field)?.['p5'], quantile(draws, 0.05));
      close(rows.get(field)?.['p95'], quantile(draws, 0.95));
    });
    expect(columns.inputs).toHaveLength(uncertain.length);
  });
});
