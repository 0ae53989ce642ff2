import { describe, expect, it } from 'vitest';
import { mergeColumns, summariseColumn } from '../../src/statistics/column-summary.ts';
import { mean, standardDeviation } from '../../src/statistics/moments.ts';
import { readReference } from './read-reference.ts';

interface NistSet {
  readonly name: string;
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
  readonly values?: readonly number[];
  readonly digits?: string;
}

const { sets } = readReference<{ sets: readonly NistSet[] }>('nist-strd-univariate.json');

/** NumAcc2 to 4: b.2, then b.1 and b.3 by turns, 1,001 numbers in all; `scale` times as much. */
const numAcc = (base: number, scale: number) =>
  Float64Array.from(
    { length: 1001 },
    (_, i) => (base * 10 + (i === 0 ? 2 : i % 2 === 1 ? 1 : 3)) / (10 / scale),
  );

/** log10 of the relative error, as NIST counts digits. */
const digits = (found: number | undefined, certified: number) =>
  found === certified ? 16 : -Math.log10(Math.abs((found ?? Number.NaN) - certified) / certified);

describe('NIST StRD univariate: certified mean and standard deviation', () => {
  for (const { name, n, mean: certifiedMean, sd, values, digits: text } of sets) {
    it(`${name} to 12 digits, in one piece and in seven`, () => {
      const column = Float64Array.from(values ?? Array.from(text ?? '', Number));
      expect(column).toHaveLength(n);
      const whole = summariseColumn(column);
      expect(digits(Math.abs(mean(whole) ?? 0), Math.abs(certifiedMean))).toBeGreaterThan(12);
      expect(digits(standardDeviation(whole), sd)).toBeGreaterThan(12);
      const size = Math.ceil(n / 7);
      const merged = Array.from({ length: 7 }, (_, i) =>
        summariseColumn(column.slice(i * size, (i + 1) * size)),
      ).reduce(mergeColumns);
      expect(mean(merged)).toBe(mean(whole));
      expect(standardDeviation(merged)).toBe(standardDeviation(whole));
    });
  }

  it('NumAcc1 exactly', () => {
    const summary = summariseColumn(Float64Array.of(10000001, 10000003, 10000002));
    expect(mean(summary)).toBe(10000002);
    expect(standardDeviation(summary)).toBe(1);
  });

  // The decimals of NumAcc3 and 4 are no doubles, and reading them already moves the standard deviation in its ninth digit:
  // so to 12 digits against that of the doubles (exact rationals), and to those that reading leaves against the certified.
  it.each([
    ['NumAcc2', 1, 1.2, 0.1, 12],
    ['NumAcc3', 1000000, 1000000.2, 0.1000000000349246, 9],
    ['NumAcc4', 10000000, 10000000.2, 0.1000000005587935, 8],
  ] as const)('%s', (_, base, certifiedMean, ofDoubles, left) => {
    const summary = summariseColumn(numAcc(base, 1));
    expect(digits(mean(summary), certifiedMean)).toBeGreaterThan(12);
    expect(digits(standardDeviation(summary), ofDoubles)).toBeGreaterThan(12);
    expect(digits(standardDeviation(summary), 0.1)).toBeGreaterThan(left);
  });

  it.each([
    ['NumAcc2', 1],
    ['NumAcc3', 1000000],
    ['NumAcc4', 10000000],
  ] as const)('%s times ten, which doubles hold, exactly', (_, base) => {
    const summary = summariseColumn(numAcc(base, 10));
    expect(mean(summary)).toBe(base * 10 + 2);
    expect(standardDeviation(summary)).toBe(1);
  });
});
