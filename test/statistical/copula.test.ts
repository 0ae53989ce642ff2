import { describe, expect, it } from 'vitest';
import { exp } from '../../src/math/exp.ts';
import { log } from '../../src/math/log.ts';
import { normalCdf, normalQuantile } from '../../src/math/normal.ts';
import { buildCopula } from '../../src/model/copula/copula.ts';
import { correlate } from '../../src/model/copula/correlate.ts';
import { rootKey } from '../../src/random/seed.ts';
import { createStream } from '../../src/random/stream.ts';

/*
 * N = 20,000 draws. The statistic is the sample's Spearman correlation on Fisher's scale, atanh(r), less that of what was asked,
 * over its standard error sqrt((1 + rho²/2)/(N − 3)) (Bonett & Wright 2000, DOI 10.1007/BF02294183). The critical value is
 * 5 standard errors, two-sided 5.7e-7 for each of 12 correlations: 7e-6 in all. The uniforms after the copula are tested
 * by Kolmogorov–Smirnov at 2.69/√N, 1e-6 for each of 4: 4e-6. Fixed seeds.
 */
const N = 20_000;
const critical = 5;

const marginals: readonly ((u: number) => number)[] = [
  (u) => exp(2 * normalQuantile(u)),
  (u) => -log(1 - u),
  (u) => (u < 0.2 ? Math.sqrt(0.2 * u) : 1 - Math.sqrt(0.8 * (1 - u))),
  (u) => (u < 0.3 ? u : 100 + u * u * u),
];

function sample(size: number, correlations: Parameters<typeof buildCopula>[1], seed: string): Float64Array[] {
  const { factor } = buildCopula(size, correlations);
  const streams = Array.from({ length: size }, (_, i) => createStream(rootKey(seed), `input ${i}`));
  const columns = streams.map(() => new Float64Array(N));
  const scores = new Float64Array(size);
  for (let row = 0; row < N; row++) {
    streams.forEach((stream, i) => {
      scores[i] = normalQuantile(stream.uniform(row, 0));
    });
    correlate(factor, size, scores, scores);
    columns.forEach((column, i) => {
      column[row] = normalCdf(scores[i] ?? 0);
    });
  }
  return columns;
}

function ranks(values: Float64Array): Float64Array {
  const order = Uint32Array.from({ length: values.length }, (_, i) => i).sort(
    (a, b) => (values[a] ?? 0) - (values[b] ?? 0),
  );
  const result = new Float64Array(values.length);
  order.forEach((place, rank) => {
    result[place] = rank;
  });
  return result;
}

function spearman(a: Float64Array, b: Float64Array): number {
  const [x, y] = [ranks(a), ranks(b)];
  const squares = x.reduce((sum, rank, i) => sum + (rank - (y[i] ?? 0)) ** 2, 0);
  return 1 - (6 * squares) / (N * (N * N - 1));
}

function standardErrors(r: number, rho: number): number {
  return (Math.atanh(r) - Math.atanh(rho)) / Math.sqrt((1 + (rho * rho) / 2) / (N - 3));
}

describe('the copula', () => {
  it.each([-0.9, -0.5, 0.1, 0.3, 0.7, 0.95])('gives rank correlation %f between any two marginals', (rho) => {
    const [a, b] = sample(2, [{ first: 0, second: 1, rho }], `pair ${rho}`);
    const [lognormal, mixed] = [marginals[0], marginals[3]];
    if (!a || !b || !lognormal || !mixed) throw new Error('a column is missing');
    const r = spearman(a.map(lognormal), b.map(mixed));
    expect(Math.abs(standardErrors(r, rho))).toBeLessThan(critical);
  });

  it('gives a whole matrix, and leaves every marginal uniform', () => {
    const asked = [
      { first: 0, second: 1, rho: 0.6 },
      { first: 1, second: 2, rho: -0.4 },
      { first: 2, second: 3, rho: 0.2 },
    ];
    const columns = sample(4, asked, 'matrix');
    const drawn = columns.map((column, i) => column.map(marginals[i] ?? Number));
    for (let first = 0; first < 4; first++) {
      for (let second = first + 1; second < 4; second++) {
        const rho = asked.find((each) => each.first === first && each.second === second)?.rho ?? 0;
        const r = spearman(drawn[first] ?? new Float64Array(), drawn[second] ?? new Float64Array());
        expect(Math.abs(standardErrors(r, rho)), `${first} ${second}`).toBeLessThan(critical);
      }
    }
    for (const column of columns) {
      const gaps = column.toSorted().map((u, i) => Math.max(u - i / N, (i + 1) / N - u));
      expect(Math.max(...gaps)).toBeLessThan(2.69 / Math.sqrt(N));
    }
  });
});
