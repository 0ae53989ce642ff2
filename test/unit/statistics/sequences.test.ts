import { describe, expect, it } from 'vitest';
import { summariseColumn } from '../../../src/statistics/column-summary.ts';
import { meanSequence, sequentialDoubt } from '../../../src/statistics/confidence-sequence.ts';
import { meanInterval } from '../../../src/statistics/mean-interval.ts';
import {
  degreesOfFreedom,
  mergeMoments,
  momentsOf,
  standardError,
  withBlocks,
} from '../../../src/statistics/moments.ts';
import { mergePaired, summarisePaired } from '../../../src/statistics/paired-summary.ts';
import { decideSequentially } from '../../../src/statistics/sequential-decision.ts';
import { shareInterval } from '../../../src/statistics/share-interval.ts';
import { shareSequence } from '../../../src/statistics/share-sequence.ts';

const column = (n: number, of: (i: number) => number) => Float64Array.from({ length: n }, (_, i) => of(i));
/** Mean 1, standard deviation about 1. */
const wave = (n: number) => column(n, (i) => (i % 2 === 0 ? 0 : 2));

describe('meanSequence', () => {
  it('says nothing before 256 replications', () => {
    expect(meanSequence(momentsOf(wave(255)))).toBeUndefined();
    expect(sequentialDoubt(momentsOf(wave(255)))).toBe(1);
  });

  it('is the normal mixture: 3.04 standard errors where it is tuned, more elsewhere', () => {
    const errors = (n: number) => {
      const moments = momentsOf(wave(n));
      return (meanSequence(moments)?.halfWidth ?? 0) / (standardError(moments) ?? 1);
    };
    expect(errors(2048)).toBeCloseTo(3.036, 2);
    for (const n of [256, 512, 8192, 65_536]) expect(errors(n)).toBeGreaterThan(errors(2048));
    expect(errors(65_536)).toBeLessThan(3.5);
  });
});

describe('sequentialDoubt', () => {
  it('falls as the lead grows, and is 0 where all differences are one gain', () => {
    const doubt = (lead: number) => sequentialDoubt(momentsOf(wave(512).map((x) => x - 1 + lead)));
    expect(doubt(-0.1)).toBe(1);
    expect(doubt(0.2)).toBeLessThan(doubt(0.1));
    expect(doubt(0.2)).toBeLessThan(0.01);
    expect(doubt(100)).toBe(0);
    expect(sequentialDoubt(momentsOf(column(256, () => 3)))).toBe(0);
  });
});

describe('shareSequence', () => {
  it('holds at the ends, and is wider than an interval of one look', () => {
    expect(shareSequence(0, 0)).toBeUndefined();
    expect(shareSequence(0, 100)).toMatchObject({ estimate: 0, low: 0 });
    expect(shareSequence(100, 100)?.high).toBe(1);
    const found = shareSequence(300, 1000);
    expect(found?.low).toBeLessThan(0.3);
    expect(found?.halfWidth).toBeGreaterThan(
      shareInterval(momentsOf(column(1000, (i) => Number(i < 300))))?.halfWidth ?? 1,
    );
  });

  it('solves its equation: at its low end the mixture likelihood ratio is 1/α', () => {
    // B(k + ½, n − k + ½)/B(½, ½) for n = 4, k = 4 is (1/2·3/2·5/2·7/2)/4! = 35/128.
    const low = shareSequence(4, 4, 0.95)?.low ?? 0;
    expect(35 / 128 / low / low / low / low).toBeCloseTo(20, 9);
  });
});

describe('decideSequentially', () => {
  const paired = (leads: readonly number[]) =>
    summarisePaired(leads.map((lead) => column(512, (i) => (i % 7) + lead + ((i * lead) % 3) / 10)));

  it('names the highest mean, sure or not', () => {
    expect(decideSequentially(paired([0, 3, 1]))).toMatchObject({ strategy: 1, certainty: 1 });
    expect(decideSequentially(paired([5, 3, 1]))).toMatchObject({ strategy: 0, certainty: 1 });
    expect(decideSequentially(paired([1])).certainty).toBe(1);
  });

  it('is sure of two equal ones only within the indifference', () => {
    const noisy = summarisePaired([wave(512), wave(512).reverse()]);
    const { certainty, certaintyWithin } = decideSequentially(noisy, 1);
    expect(certainty).toBe(0);
    expect(certaintyWithin).toBeGreaterThan(0.99);
  });
});

describe('blocks', () => {
  it('give the standard error of their means, merged as in one piece', () => {
    const values = column(256, (i) => ((i * 37) % 101) / 7);
    const whole = withBlocks(momentsOf(values), values, 64);
    const parts = [values.subarray(0, 128), values.subarray(128)].map((part) =>
      withBlocks(momentsOf(part), part, 64),
    );
    expect(parts.reduce(mergeMoments)).toEqual(whole);
    const means = [0, 64, 128, 192].map(
      (from) => values.subarray(from, from + 64).reduce((a, b) => a + b) / 64,
    );
    expect(standardError(whole)).toBe(standardError(momentsOf(Float64Array.from(means))));
    expect(degreesOfFreedom(whole)).toBe(3);
    expect(meanInterval(whole)?.halfWidth).toBeCloseTo(3.182446 * (standardError(whole) ?? 0), 5);
  });

  it('are dropped where a value is missing or a block is not whole', () => {
    const holed = column(128, (i) => (i === 5 ? Number.NaN : i));
    expect(summariseColumn(holed, 'none', 64).blocks).toBeUndefined();
    expect(
      summariseColumn(
        column(100, (i) => i),
        'none',
        64,
      ).blocks,
    ).toBeUndefined();
    const good = summariseColumn(
      column(64, (i) => i),
      'none',
      64,
    );
    expect(mergeMoments(good, summariseColumn(holed, 'none', 64)).blocks).toBeUndefined();
  });

  it('reach every paired column', () => {
    const [a, b] = [column(128, (i) => i), column(128, (i) => 127 - i)] as const;
    const paired = summarisePaired([a, b], 'none', 64);
    expect(paired.best[0]?.blocks?.count).toBe(2);
    expect(mergePaired(paired, paired).differences[0]?.blocks?.count).toBe(4);
  });
});
