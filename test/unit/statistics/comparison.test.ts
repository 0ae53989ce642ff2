import { describe, expect, it } from 'vitest';
import { compareStrategies } from '../../../src/statistics/comparison.ts';
import { pairedColumns } from '../../../src/statistics/paired-columns.ts';
import { mergePaired, pairedBuffers, summarisePaired } from '../../../src/statistics/paired-summary.ts';
import { quantile } from '../../../src/statistics/quantile.ts';
import { recommend } from '../../../src/statistics/recommendation.ts';

const base = Float64Array.of(10, 20, 30, 40);
const alternative = Float64Array.of(12, 20, 29, 45);
const third = Float64Array.of(0, 20, 50, 0);

describe('pairedColumns', () => {
  it('pairs replication by replication', () => {
    const columns = pairedColumns([base, alternative, third]);
    expect(columns.differences).toEqual([
      Float64Array.of(2, 0, -1, 5),
      Float64Array.of(-10, 0, 20, -40),
      Float64Array.of(-12, 0, 21, -45),
    ]);
    expect(columns.wins).toEqual([Float64Array.of(1, 0.5, 0, 1), Float64Array.of(0, 0.5, 1, 0)]);
    expect(columns.best).toEqual([
      Float64Array.of(0, 1 / 3, 0, 0),
      Float64Array.of(1, 1 / 3, 0, 1),
      Float64Array.of(0, 1 / 3, 1, 0),
    ]);
    expect(columns.regret).toEqual([
      Float64Array.of(2, 0, 20, 5),
      Float64Array.of(0, 0, 21, 0),
      Float64Array.of(12, 0, 0, 45),
    ]);
  });

  it('empties a replication in which any is NaN', () => {
    const columns = pairedColumns([
      Float64Array.of(1, 2),
      Float64Array.of(Number.NaN, 3),
      Float64Array.of(0, 0),
    ]);
    for (const kind of [columns.differences, columns.wins, columns.best, columns.regret]) {
      for (const column of kind) expect([...column].map(Number.isNaN)).toEqual([true, false]);
    }
  });
});

describe('compareStrategies', () => {
  const paired = summarisePaired([base, alternative, third], 'runs');

  it('sets each against the baseline and among all', () => {
    const { alternatives, strategies } = compareStrategies(paired);
    expect(alternatives.map(({ strategy, mean }) => [strategy, mean])).toEqual([
      [1, 1.5],
      [2, -7.5],
    ]);
    expect(alternatives[0]?.winning?.estimate).toBe(0.625);
    expect(alternatives[0]?.interval?.estimate).toBe(1.5);
    expect(alternatives[0]?.difference === undefined ? 0 : quantile(alternatives[0].difference, 0.5)).toBe(1);
    expect(strategies.map(({ expectedRegret }) => expectedRegret)).toEqual([6.75, 5.25, 14.25]);
    const shares = strategies.map(({ best }) => best?.estimate ?? 0);
    expect(shares[1]).toBeCloseTo((2 + 1 / 3) / 4, 15);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 14);
  });

  it('is undefined where one replication cannot say', () => {
    const one = compareStrategies(summarisePaired([Float64Array.of(1), Float64Array.of(2)]));
    expect(one.alternatives[0]?.mean).toBe(1);
    expect(one.alternatives[0]?.standardError).toBeUndefined();
    expect(one.alternatives[0]?.interval).toBeUndefined();
    expect(one.recommendation).toEqual({ strategy: 1, certainty: undefined, rival: 0 });
  });

  it('merges to the whole', () => {
    const parts = [
      [0, 1],
      [1, 4],
    ].map(([from, to]) =>
      summarisePaired([base.slice(from, to), alternative.slice(from, to), third.slice(from, to)]),
    );
    const [first, second] = parts;
    if (first === undefined || second === undefined) throw new Error('no parts');
    expect(mergePaired(first, second)).toEqual(summarisePaired([base, alternative, third]));
    expect(pairedBuffers(paired)).toHaveLength(2);
    expect(pairedBuffers(first)).toHaveLength(0);
  });
});

describe('recommend', () => {
  const noise = Float64Array.from({ length: 4000 }, (_, i) => ((i * 7919) % 4000) / 2000 - 1);
  const shifted = (by: number) => noise.map((x, i) => 100 + by + (i % 2 === 0 ? x : -x));

  it('is as sure as the paired difference is far from 0', () => {
    const paired = summarisePaired([shifted(0), noise.map((x) => 100.02 + x)]);
    const found = recommend(paired);
    expect(found?.strategy).toBe(1);
    // The differences are 0.02 + (0 or 2x): Φ(mean/se), all but normal at this size.
    const z = 0.02 / Math.sqrt(2 / 3 / 4000);
    expect(z).toBeGreaterThan(1.4);
    expect(found?.certainty).toBeGreaterThan(0.93);
    expect(found?.certainty).toBeLessThan(0.95);
    expect(found?.rival).toBe(0);
  });

  it('adds up the doubts about all others', () => {
    const paired = summarisePaired([shifted(0), noise.map((x) => 100.02 + x), shifted(-0.001)]);
    const found = recommend(paired);
    expect(found?.strategy).toBe(1);
    expect(found?.certainty).toBeLessThan(0.9);
    expect(found?.certainty).toBeGreaterThan(0.85);
  });

  it('knows ties, certainties and a strategy alone', () => {
    expect(recommend(summarisePaired([base, base]))).toEqual({ strategy: 0, certainty: 0.5, rival: 1 });
    expect(recommend(summarisePaired([base, base, base]))?.certainty).toBe(0);
    expect(recommend(summarisePaired([base, base.map((x) => x + 1)]))?.certainty).toBe(1);
    expect(recommend(summarisePaired([base]))).toEqual({ strategy: 0, certainty: 1, rival: undefined });
    expect(recommend(summarisePaired([new Float64Array(0)]))).toBeUndefined();
  });
});
