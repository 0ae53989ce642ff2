import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detailOf, planTasks, replicationsPerPiece } from '../../../src/run/plan.ts';

describe('planTasks', () => {
  const planned = (...plan: Parameters<typeof planTasks>) =>
    [...planTasks(...plan)].map(({ firstScenario, scenarios, range }) => [
      firstScenario,
      scenarios,
      range.first,
      range.count,
    ]);

  it('puts scenarios of a set together, but leaves tasks for many workers', () => {
    expect(planned(100, 1_000).slice(0, 2)).toEqual([
      [0, 6, 0, 1_000],
      [6, 6, 0, 1_000],
    ]);
    expect(planned(1_000, 10_000).slice(0, 2)).toEqual([
      [0, 2, 0, 10_000],
      [2, 2, 0, 10_000],
    ]);
    expect(planned(10, 1_000)).toHaveLength(10);
    expect(planned(10_000, 100)[0]).toEqual([0, 16, 0, 100]);
  });

  it('cuts a scenario with many replications into an even number of pieces of whole blocks', () => {
    expect(planned(1, 10_000)).toEqual([
      [0, 1, 0, 2_560],
      [0, 1, 2_560, 2_560],
      [0, 1, 5_120, 2_560],
      [0, 1, 7_680, 2_320],
    ]);
  });

  it('keeps tasks small where cash is kept by period', () => {
    expect(planned(1_000, 10_000, true)[0]).toEqual([0, 1, 0, 2_560]);
    expect(planned(1_000, 1_000, true)[0]).toEqual([0, 4, 0, 1_000]);
  });

  it('covers every replication of every scenario once, in order, in pieces of bounded size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 40_000 }),
        fc.boolean(),
        (scenarios, replications, withPaths) => {
          const seen = new Array<number>(scenarios).fill(0);
          let last = 0;
          for (const { firstScenario, scenarios: group, range } of planTasks(
            scenarios,
            replications,
            withPaths,
          )) {
            expect(firstScenario).toBeGreaterThanOrEqual(last);
            expect(range.count * group).toBeLessThanOrEqual(withPaths ? replicationsPerPiece : 20_480);
            expect(range.count).toBeLessThanOrEqual(withPaths ? replicationsPerPiece : 16_384);
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
    expect(tasks.next().value).toMatchObject({ firstScenario: 0, scenarios: 16 });
  });
});

describe('detailOf', () => {
  const upTo = (end: number) => detailOf({ first: end - 10, count: 10 }, true);

  it('keeps paths, metrics and the npv whole, each up to a size', () => {
    expect(upTo(16_384)).toEqual({ cashFlow: 'runs', metrics: 'runs', npv: 'runs' });
    expect(upTo(16_385)).toEqual({ cashFlow: 'sketch', metrics: 'runs', npv: 'runs' });
    expect(upTo(65_537)).toEqual({ cashFlow: 'sketch', metrics: 'sketch', npv: 'runs' });
    expect(upTo(262_145)).toEqual({ cashFlow: 'sketch', metrics: 'sketch', npv: 'sketch' });
  });

  it('keeps no paths where none are asked for', () => {
    expect(detailOf({ first: 0, count: 10 }, false).cashFlow).toBe('none');
  });
});
