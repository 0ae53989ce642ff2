import { describe, expect, it } from 'vitest';
import { incompleteGamma } from '../../src/model/distributions/incomplete.ts';
import type { Distribution } from '../../src/model/distributions/index.ts';
import type { ContinuousLaw, DiscreteLaw, Law } from '../../src/model/distributions/law.ts';
import { lawOf } from '../../src/model/distributions/law-of.ts';
import { rootKey } from '../../src/random/seed.ts';
import { createStream } from '../../src/random/stream.ts';
import { continuous, discrete, mixed } from '../unit/model/distributions/examples.ts';

/*
 * N = 20,000 draws of each distribution, from the stream of its own name under one fixed seed.
 * - Continuous and mixed: Kolmogorov–Smirnov, the greatest distance of the empirical from the distribution function,
 *   against 2.90/√N: 1e-7 each by its limit distribution (less where there are atoms), for 34.
 * - Discrete: Pearson's χ² over cells of 20 or more expected draws, against its p-value of 1e-7, for 10.
 * - Mean: within 5.5 standard errors, two-sided 4e-8 each, wherever the variance is finite, for 42.
 * - Variance: within 6 standard errors by the fourth moment of the sample, nominally 2e-9 each, where it has light tails.
 * In all below 1e-5.
 */
const N = 20_000;
const ksCritical = 2.9 / Math.sqrt(N);
const pCritical = 1e-7;
const key = rootKey('distributions');

function sample(distribution: Distribution, law: Law): Float64Array {
  const stream = createStream(key, JSON.stringify(distribution));
  const quantile = law.quantile();
  return Float64Array.from({ length: N }, (_, index) => quantile(stream.uniform(0, index))).sort();
}

/** The greatest distance of the two step functions, on both sides of every draw. */
function distance(draws: Float64Array, law: Exclude<Law, DiscreteLaw>): number {
  const below = (x: number) => (law.kind === 'continuous' ? law.cdf(x) : law.cdfBelow(x));
  let worst = 0;
  for (let first = 0; first < N; ) {
    const x = draws[first] as number;
    let next = first;
    while (next < N && draws[next] === x) next += 1;
    worst = Math.max(worst, Math.abs(below(x) - first / N), Math.abs(law.cdf(x) - next / N));
    first = next;
  }
  return worst;
}

function pearson(
  draws: Float64Array,
  law: DiscreteLaw,
): { readonly statistic: number; readonly cells: number } {
  let [statistic, cells, from, reached] = [0, 0, 0, 0];
  for (let index = 0; index < N; index += 1) {
    const x = draws[index] as number;
    if (draws[index + 1] === x) continue;
    const share = index + 1 < N ? law.cdf(x) : 1;
    const expected = N * (share - reached);
    // The last cell takes in what is left of the upper tail.
    if (expected < 20 || (index + 1 < N && N * (1 - share) < 20)) continue;
    statistic += (index + 1 - from - expected) ** 2 / expected;
    [cells, from, reached] = [cells + 1, index + 1, share];
  }
  return { statistic, cells };
}

function hasLightTails({ type }: Distribution): boolean {
  return type !== 'studentt' && type !== 'metalog';
}

function checkMoments(draws: Float64Array, distribution: Distribution, law: Law): void {
  const [mean, variance] = [law.mean(), law.variance()];
  if (!Number.isFinite(variance) || variance === 0) return;
  const average = draws.reduce((sum, x) => sum + x, 0) / N;
  expect(Math.abs(average - mean) / Math.sqrt(variance / N)).toBeLessThan(5.5);
  if (!hasLightTails(distribution)) return;
  const second = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / N;
  const fourth = draws.reduce((sum, x) => sum + (x - mean) ** 4, 0) / N;
  expect(Math.abs(second - variance) / Math.sqrt((fourth - second * second) / N)).toBeLessThan(6);
}

const cases = (each: readonly Distribution[]) => each.map((it) => [JSON.stringify(it), it] as const);

describe('draws', () => {
  it.each(cases([...continuous, ...mixed]))('of %s follow it', (_, distribution) => {
    const law = lawOf(distribution) as ContinuousLaw;
    const draws = sample(distribution, law);
    expect(distance(draws, law)).toBeLessThan(ksCritical);
    checkMoments(draws, distribution, law);
  });

  it.each(cases(discrete.slice(1)))('of %s follow it', (_, distribution) => {
    const law = lawOf(distribution) as DiscreteLaw;
    const draws = sample(distribution, law);
    const { statistic, cells } = pearson(draws, law);
    expect(cells).toBeGreaterThan(1);
    expect(incompleteGamma(statistic / 2, (cells - 1) / 2, true)).toBeGreaterThan(pCritical);
    checkMoments(draws, distribution, law);
  });

  it('that are not uniform are found out', () => {
    const law = lawOf({ type: 'normal', mean: 0, sd: 1 }) as ContinuousLaw;
    const wider = sample({ type: 'normal', mean: 0, sd: 1.1 }, lawOf({ type: 'normal', mean: 0, sd: 1.1 }));
    expect(distance(wider, law)).toBeGreaterThan(ksCritical);
    const counts = lawOf({ type: 'poisson', mean: 4.5 }) as DiscreteLaw;
    const more = sample({ type: 'poisson', mean: 4.7 }, lawOf({ type: 'poisson', mean: 4.7 }));
    const { statistic, cells } = pearson(more, counts);
    expect(incompleteGamma(statistic / 2, (cells - 1) / 2, true)).toBeLessThan(pCritical);
  });
});
