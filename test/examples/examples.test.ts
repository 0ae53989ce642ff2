import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { remarksOn, repairsOf } from '../../src/experiment/warnings.ts';
import { type Columns, simulateColumns } from '../../src/model/columns.ts';
import { metricNames } from '../../src/model/replay/metrics.ts';
import { rootKey } from '../../src/random/seed.ts';
import type { Scenario } from '../../src/scenario/fields/scenario.ts';
import { openScenario, readScenario } from '../../src/scenario/read/scenario.ts';
import { readSet } from '../../src/scenario/read/set.ts';

const folder = fileURLToPath(new URL('../../scenarios/', import.meta.url));
const key = rootKey('1');

/** What the head of each file says: the strategy with the highest mean NPV, or those that are too close to call. */
const verdicts: Readonly<Record<string, readonly string[]>> = {
  'b2b-sensor.yaml': ['staged'],
  'connected-device.yaml': ['staged'],
  'drink-lid.yaml': ['early'],
  'ebike-rack.yaml': ['staged'],
  'kitchen-gadget.yaml': ['early'],
  'medical-accessory.yaml': ['early', 'staged'],
  'metal-part.yaml': ['early', 'staged'],
  'printed-eyewear.yaml': ['staged'],
  'seasonal-toy.yaml': ['early'],
  'template.yaml': ['early', 'staged'],
  'mistakes/forecast-optimistic.yaml': ['staged'],
  'mistakes/forecast-sober.yaml': ['early', 'staged'],
  'mistakes/scaling-before-demand.yaml': ['prove-first'],
  'mistakes/too-little-validation.yaml': ['two-rounds'],
  'mistakes/unit-price-only.yaml': ['cheapest-in-all'],
  'mistakes/wrong-process-for-the-stage.yaml': ['in-step'],
};

/** Metrics that a future may be without: there is no unit cost where nothing was made. */
const mayBeMissing: readonly string[] = ['unit_cost'];
const replications = 400;

describe('the table of verdicts', () => {
  it('names every scenario there is', () => {
    expect(Object.keys(verdicts).toSorted()).toEqual(scenarioFiles().toSorted());
  });
});

describe.each(Object.entries(verdicts))('scenarios/%s', (name, best) => {
  const scenario = readScenario(openScenario(join(folder, name)));
  const columns = simulateColumns(scenario, key, { first: 0, count: replications }, false);

  it('is called what its file is called, and has nothing in it without effect', () => {
    if (name !== 'template.yaml') expect(name).toBe(`${name.replace(/[^/]*$/, '')}${scenario.name}.yaml`);
    expect(remarksOn(scenario)).toEqual([]);
    expect(repairsOf(scenario)).toEqual([]);
  });

  it('gives finite metrics, from draws that hardly ever leave their domain', () => {
    for (const { metrics } of columns.strategies) {
      for (const metric of metricNames) {
        const wrong = metrics[metric].findIndex((value) => !isSound(value, metric));
        expect(wrong, `${metric} in replication ${wrong}`).toBe(-1);
      }
    }
    expect(Math.max(...columns.clamped)).toBeLessThanOrEqual(2);
  });

  it('has the verdict that its head tells', () => {
    const means = meansOf(scenario, columns);
    const greatest = Math.max(...Object.values(means));
    const winner = Object.keys(means).find((strategy) => means[strategy] === greatest);
    expect(best).toContain(winner);
  });
});

describe('an example', () => {
  const examples = Object.keys(verdicts).filter((name) => !name.startsWith('mistakes/'));

  it.each(examples)('is a product with a chance: %s', (name) => {
    const scenario = readScenario(openScenario(join(folder, name)));
    const { strategies } = simulateColumns(scenario, key, { first: 0, count: replications }, false);
    const chances = strategies.map(
      ({ metrics }) => metrics.npv.filter((value) => value > 0).length / replications,
    );
    expect(Math.max(...chances)).toBeGreaterThan(1 / 3);
  });
});

describe('scenarios/sets', () => {
  const base = openScenario(join(folder, 'connected-device.yaml'));

  it.each([
    ['connected-device.csv', 60],
    ['connected-device-2048.csv', 2048],
  ])('%s is valid, and rows spread over it run', (name, count) => {
    const { rows } = readSet(join(folder, 'sets', name), base);
    expect(rows.length).toBe(count);
    for (let row = 0; row < count; row += Math.floor(count / 10)) {
      const scenario = readScenario(base, rows[row]?.overrides);
      const { strategies } = simulateColumns(scenario, key, { first: 0, count: 10 }, false);
      expect(strategies.every(({ metrics }) => metrics.npv.every(Number.isFinite))).toBe(true);
    }
  });

  it('has rows for either strategy', () => {
    const { rows } = readSet(join(folder, 'sets/connected-device.csv'), base);
    const winners = rows.map(({ overrides }) => {
      const scenario = readScenario(base, overrides);
      const means = meansOf(scenario, simulateColumns(scenario, key, { first: 0, count: 50 }, false));
      return (means['early'] ?? 0) > (means['staged'] ?? 0) ? 'early' : 'staged';
    });
    for (const strategy of ['early', 'staged']) {
      expect(winners.filter((winner) => winner === strategy).length).toBeGreaterThanOrEqual(10);
    }
  });
});

function scenarioFiles(): readonly string[] {
  return ['', 'mistakes/'].flatMap((part) =>
    readdirSync(join(folder, part))
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => `${part}${file}`),
  );
}

function isSound(value: number, metric: string): boolean {
  return Number.isFinite(value) || (Number.isNaN(value) && mayBeMissing.includes(metric));
}

function meansOf(scenario: Scenario, { strategies }: Columns): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.keys(scenario.strategies).map((name, index) => {
      const npv = strategies[index]?.metrics.npv ?? new Float64Array([Number.NaN]);
      return [name, npv.reduce((sum, value) => sum + value, 0) / npv.length];
    }),
  );
}
