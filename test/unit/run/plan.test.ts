import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cashFlowDetail, planTasks, replicationsPerPiece } from '../../../src/run/plan.ts';

describe('planTasks', () => {
  it('puts scenarios with few replications together, and cuts one with many', () => {
    expect(
      [...planTasks(10, 1_000)].map(({ firstScenario, scenarios, range }) => [
        firstScenario,
        scenarios,
        range,
      ]),
    ).toEqual([
      [0, 4, { first: 0, count: 1_000 }],
      [4, 4, { first: 0, count: 1_000 }],
      [8, 2, { first: 0, count: 1_000 }],
    ]);
    expect(
      [...planTasks(2, 5_000)].map(({ firstScenario, range }) => [firstScenario, range.first, range.count]),
    ).toEqual([
      [0, 0, 4_096],
      [0, 4_096, 904],
      [1, 0, 4_096],
      [1, 4_096, 904],
    ]);
  });

  it('covers every replication of every scenario once, in order, in pieces of bounded size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 20_000 }),
        (scenarios, replications) => {
          const seen = new Array<number>(scenarios).fill(0);
          let last = 0;
          for (const { firstScenario, scenarios: group, range } of planTasks(scenarios, replications)) {
            expect(firstScenario).toBeGreaterThanOrEqual(last);
            expect(range.count * group).toBeLessThanOrEqual(Math.max(replicationsPerPiece, range.count));
            expect(range.count).toBeLessThanOrEqual(replicationsPerPiece);
            last = firstScenario;
            for (let index = firstScenario; index < firstScenario + group; index++) {
              expect(range.first).toBe(seen[index]);
              seen[index] = range.first + range.count;
            }
          }
          expect(seen).toEqual(new Array(scenarios).fill(replications));
        },
      ),
      { numRuns: 100, seed: 1 },
    );
  });

  it('is lazy: a large set needs no list of tasks', () => {
    const tasks = planTasks(1e9, 1);
    expect(tasks.next().value).toMatchObject({ firstScenario: 0, scenarios: replicationsPerPiece });
  });
});

describe('cashFlowDetail', () => {
  it('keeps paths whole up to a size', () => {
    expect([cashFlowDetail(10, false), cashFlowDetail(16_384, true), cashFlowDetail(16_385, true)]).toEqual([
      'none',
      'runs',
      'sketch',
    ]);
  });
});
