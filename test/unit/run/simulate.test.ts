import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Columns, simulateColumns } from '../../../src/model/columns.ts';
import { rootKey } from '../../../src/random/seed.ts';
import { simulateAll } from '../../../src/run/simulate.ts';
import type { Scenario } from '../../../src/scenario/fields/scenario.ts';
import { mean } from '../../../src/statistics/moments.ts';
import type { ScenarioSummary } from '../../../src/statistics/scenario-summary.ts';
import { readPlain } from '../../arbitraries/read-plain.ts';
import { scenario } from '../../arbitraries/scenario.ts';

const scenarios = fc.sample(scenario, { seed: 31, numRuns: 5 }).map(readPlain);
const list = (all: readonly Scenario[]) => ({
  count: all.length,
  at: (index: number) => all[index] as Scenario,
});

async function summaries(
  all: readonly Scenario[],
  options: { replications: number; workers: number; seed?: string; cashFlow?: boolean },
) {
  const found: ScenarioSummary[] = [];
  const results = simulateAll(list(all), { seed: 'a', cashFlow: false, ...options });
  for await (const [index, , summary] of results) {
    expect(index).toBe(found.length);
    found.push(summary);
  }
  return found;
}

describe('simulateAll', () => {
  it('gives the same with one and with three workers, in pieces of a scenario', async () => {
    const all = scenarios.slice(0, 2);
    const one = await summaries(all, { replications: 4_200, workers: 1, cashFlow: true });
    const three = await summaries(all, { replications: 4_200, workers: 3, cashFlow: true });
    expect(one).toHaveLength(2);
    expect(isDeepStrictEqual(three, one)).toBe(true);
  });

  it('gives a scenario the same whatever stands beside it', async () => {
    const together = await summaries(scenarios, { replications: 100, workers: 1 });
    const reversed = await summaries(scenarios.toReversed(), { replications: 100, workers: 1 });
    expect(isDeepStrictEqual(reversed.toReversed(), together)).toBe(true);
    const [alone] = await summaries(scenarios.slice(3, 4), { replications: 100, workers: 1 });
    expect(isDeepStrictEqual(alone, together[3])).toBe(true);
    const [other] = await summaries(scenarios.slice(3, 4), { replications: 100, workers: 1, seed: 'b' });
    expect(isDeepStrictEqual(other, together[3])).toBe(false);
  });

  it('gives what the replay gives, replication by replication', async () => {
    const replications = 500;
    const [only] = scenarios as [Scenario];
    const [summary] = await summaries([only], { replications, workers: 1 });
    const columns: Columns = simulateColumns(only, rootKey('a'), { first: 0, count: replications }, false);
    columns.strategies.forEach(({ metrics }, index) => {
      const column = summary?.strategies[index]?.metrics['npv'];
      expect(column?.count).toBe(replications);
      const plain = metrics.npv.reduce((sum, value) => sum + value, 0) / replications;
      expect(
        Math.abs((column === undefined ? Number.NaN : (mean(column) ?? Number.NaN)) - plain),
      ).toBeLessThan(1e-9 * Math.max(1, Math.abs(plain)));
    });
    expect(summary?.clamped).toEqual(columns.clamped);
  });

  it('tells its progress, from nothing to all', async () => {
    const told: [number, number][] = [];
    const results = simulateAll(list(scenarios.slice(0, 2)), {
      replications: 5_000,
      workers: 1,
      seed: 'a',
      cashFlow: false,
      onProgress: (done, total) => told.push([done, total]),
    });
    for await (const _ of results);
    expect(told[0]).toEqual([0, 10_000]);
    expect(told.at(-1)).toEqual([10_000, 10_000]);
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).toSorted((a, b) => a - b));
  });

  it('ends its workers when the reader stops early, and passes on what a scenario throws', async () => {
    for await (const [index] of simulateAll(list(scenarios), {
      replications: 10,
      workers: 1,
      seed: 'a',
      cashFlow: false,
    })) {
      if (index === 0) break;
    }
    const broken = {
      count: 2,
      at: () => {
        throw new RangeError('no such row');
      },
    };
    const results = simulateAll(broken, { replications: 10, workers: 1, seed: 'a', cashFlow: false });
    await expect(results.next()).rejects.toThrow('no such row');
  });
});
