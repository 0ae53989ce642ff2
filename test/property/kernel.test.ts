import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Columns, simulateColumns } from '../../src/model/columns.ts';
import { createKernel } from '../../src/model/kernel/kernel.ts';
import type { Key } from '../../src/random/seed.ts';
import { readPlain } from '../arbitraries/read-plain.ts';
import { scenario as anyScenario } from '../arbitraries/scenario.ts';

const kernel = createKernel();
const uint32 = fc.integer({ min: 0, max: 0xffffffff });
const anyKey: fc.Arbitrary<Key> = fc.record({ low: uint32, high: uint32 });
const anyFirst = fc.integer({ min: 0, max: 0xfffffff });

describe('the kernel', () => {
  it('makes the same bits as the replay of any scenario: every metric, draw and path', () => {
    fc.assert(
      fc.property(
        anyScenario,
        anyKey,
        anyFirst,
        fc.integer({ min: 1, max: 9 }),
        (plain, key, first, count) => {
          const scenario = readPlain(plain);
          const range = { first, count };
          const [fast] = kernel.simulate([scenario], key, range, true);
          expectSame(fast, simulateColumns(scenario, key, range, true));
        },
      ),
      { numRuns: 2_000, seed: 20261122 },
    );
  }, 120_000);

  it('makes the same bits of several scenarios at once, over more than a block', () => {
    fc.assert(
      fc.property(
        fc.array(anyScenario, { minLength: 2, maxLength: 4 }),
        anyKey,
        fc.integer({ min: 60, max: 140 }),
        (plains, key, count) => {
          const scenarios = plains.map(readPlain);
          const range = { first: 7, count };
          const fast = kernel.simulate(scenarios, key, range, false);
          scenarios.forEach((scenario, index) => {
            expectSame(fast[index], simulateColumns(scenario, key, range, false));
          });
        },
      ),
      { numRuns: 50, seed: 20261122 },
    );
  }, 120_000);
});

function expectSame(fast: Columns | undefined, plain: Columns): void {
  expect(fast?.inputs).toEqual(plain.inputs);
  expect(fast?.clamped).toEqual(plain.clamped);
  plain.strategies.forEach((strategy, index) => {
    expect(fast?.strategies[index]?.metrics).toEqual(strategy.metrics);
    expect(fast?.strategies[index]?.paths).toEqual(strategy.paths);
  });
}
