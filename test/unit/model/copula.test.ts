import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCopula, type RankCorrelation } from '../../../src/model/copula/copula.ts';
import { correlate } from '../../../src/model/copula/correlate.ts';
import { pearsonOfSpearman, spearmanOfPearson } from '../../../src/model/copula/rank-correlation.ts';
import { symmetricEigen } from '../../../src/model/copula/symmetric-eigen.ts';

/** The correlation matrix that a factor stands for. */
function product(factor: Float64Array, size: number): number[][] {
  const row = (i: number) => factor.subarray(i * size, (i + 1) * size);
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => row(i).reduce((sum, x, k) => sum + x * (row(j)[k] ?? 0), 0)),
  );
}

const pairs = (size: number) =>
  Array.from({ length: size }, (_, first) =>
    Array.from({ length: first }, (_, second) => [first, second] as const),
  ).flat();

const anyCorrelations = fc.integer({ min: 2, max: 7 }).chain((size) =>
  fc.tuple(...pairs(size).map(() => fc.option(fc.double({ min: -1, max: 1, noNaN: true })))).map((rhos) => ({
    size,
    correlations: pairs(size).flatMap(([first, second], at): RankCorrelation[] => {
      const rho = rhos[at];
      return rho === null || rho === undefined ? [] : [{ first, second, rho }];
    }),
  })),
);

describe('rank correlation', () => {
  it('becomes that of normal scores, and back', () => {
    expect([-1, 0, 1].map(pearsonOfSpearman)).toEqual([-1, 0, 1]);
    expect(pearsonOfSpearman(0.5)).toBeCloseTo(2 * Math.sin(Math.PI / 12), 15);
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (rho) => {
        expect(spearmanOfPearson(pearsonOfSpearman(rho))).toBeCloseTo(rho, 14);
      }),
    );
  });
});

describe('buildCopula', () => {
  it('factors a matrix that can be had, unchanged', () => {
    const correlations = [
      { first: 0, second: 1, rho: 0.6 },
      { first: 2, second: 1, rho: -0.3 },
    ];
    const { factor, repaired } = buildCopula(3, correlations);
    expect(repaired).toBeUndefined();
    const matrix = product(factor, 3);
    expect(matrix[0]?.[1]).toBeCloseTo(pearsonOfSpearman(0.6), 15);
    expect(matrix[1]?.[2]).toBeCloseTo(pearsonOfSpearman(-0.3), 15);
    expect(matrix[0]?.[2]).toBeCloseTo(0, 15);
    expect([factor[1], factor[2], factor[5]]).toEqual([0, 0, 0]);
  });

  it('keeps perfect correlations perfect', () => {
    const { factor, repaired } = buildCopula(3, [
      { first: 0, second: 1, rho: 1 },
      { first: 1, second: 2, rho: -1 },
      { first: 0, second: 2, rho: -1 },
    ]);
    expect(repaired).toBeUndefined();
    expect([...factor]).toEqual([1, 0, 0, 1, 0, 0, -1, 0, 0]);
  });

  it('takes a singular matrix that is not all ones', () => {
    const { factor, repaired } = buildCopula(3, [
      { first: 0, second: 1, rho: 1 },
      { first: 0, second: 2, rho: 0.4 },
      { first: 1, second: 2, rho: 0.4 },
    ]);
    expect(repaired).toBeUndefined();
    expect(product(factor, 3)[2]?.[1]).toBeCloseTo(pearsonOfSpearman(0.4), 15);
  });

  it('repairs an impossible matrix and says what changed', () => {
    const { factor, repaired } = buildCopula(4, [
      { first: 0, second: 2, rho: 1 },
      { first: 2, second: 3, rho: 1 },
    ]);
    expect(repaired?.changes.map(({ first, second, asked }) => [first, second, asked])).toEqual([
      [0, 2, 1],
      [0, 3, 0],
      [2, 3, 1],
    ]);
    const used = repaired?.changes.map((change) => pearsonOfSpearman(change.used)) ?? [];
    expect(used[0]).toBeCloseTo(0.7607, 4);
    expect(used[1]).toBeCloseTo(0.1573, 4);
    expect(repaired?.largestChange).toBe(
      Math.max(...(repaired?.changes ?? []).map((c) => Math.abs(c.used - c.asked))),
    );
    expect([...factor.subarray(4, 8)]).toEqual([0, 1, 0, 0]);
  });

  it('gives a correlation matrix whatever is asked, and what was asked where that is one', () => {
    fc.assert(
      fc.property(anyCorrelations, ({ size, correlations }) => {
        const { factor, repaired } = buildCopula(size, correlations);
        const matrix = product(factor, size);
        const used = new Map(
          repaired?.changes.map((change) => [`${change.second} ${change.first}`, change.used]),
        );
        matrix.forEach((row, i) => {
          expect(row[i]).toBeCloseTo(1, 10);
        });
        for (const { first, second, rho } of correlations) {
          const expected = used.get(`${first} ${second}`) ?? rho;
          expect(matrix[first]?.[second]).toBeCloseTo(pearsonOfSpearman(expected), 5);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('refuses what is not a pair of inputs', () => {
    const wrong: RankCorrelation[][] = [
      [{ first: 0, second: 0, rho: 0.5 }],
      [{ first: 0, second: 2, rho: 0.5 }],
      [{ first: 0, second: 1, rho: 1.5 }],
      [
        { first: 0, second: 1, rho: 0.5 },
        { first: 1, second: 0, rho: 0.5 },
      ],
    ];
    for (const correlations of wrong) expect(() => buildCopula(2, correlations)).toThrow(RangeError);
    expect(buildCopula(0, []).repaired).toBeUndefined();
  });
});

describe('correlate', () => {
  it('multiplies, in place too', () => {
    const factor = Float64Array.from([1, 0, 0, 0.6, 0.8, 0, 0.5, 0.5, 0.25]);
    const scores = Float64Array.from([1, 2, 4]);
    const out = new Float64Array(3);
    correlate(factor, 3, scores, out);
    expect([...out]).toEqual([1, 0.6 + 1.6, 0.5 + 1 + 1]);
    correlate(factor, 3, scores, scores);
    expect([...scores]).toEqual([...out]);
  });
});

describe('symmetricEigen', () => {
  it('takes a matrix apart so that it can be put together', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 21, maxLength: 21 }),
        (size, numbers) => {
          const entry = (i: number, j: number) =>
            numbers[(Math.max(i, j) * (Math.max(i, j) + 1)) / 2 + Math.min(i, j)] ?? 0;
          const matrix = Float64Array.from({ length: size * size }, (_, at) =>
            entry(Math.floor(at / size), at % size),
          );
          const { values, vectors } = symmetricEigen(matrix, size);
          matrix.forEach((expected, at) => {
            const i = Math.floor(at / size);
            const j = at % size;
            const sum = values.reduce(
              (s, value, k) => s + value * (vectors[i * size + k] ?? 0) * (vectors[j * size + k] ?? 0),
              0,
            );
            expect(sum).toBeCloseTo(expected, 12);
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});
