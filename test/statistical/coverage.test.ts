import { describe, expect, it } from 'vitest';
import { exp } from '../../src/math/exp.ts';
import { log } from '../../src/math/log.ts';
import { normalCdf, normalQuantile } from '../../src/math/normal.ts';
import { summariseColumn } from '../../src/statistics/column-summary.ts';
import { cvarInterval } from '../../src/statistics/cvar-interval.ts';
import { differenceInterval } from '../../src/statistics/difference-interval.ts';
import { distributionSteps } from '../../src/statistics/distribution-steps.ts';
import { dominance } from '../../src/statistics/dominance.ts';
import type { Interval } from '../../src/statistics/interval.ts';
import { meanInterval } from '../../src/statistics/mean-interval.ts';
import { summarisePair } from '../../src/statistics/pair-moments.ts';
import { proportionInterval } from '../../src/statistics/proportion-interval.ts';
import { quantileInterval } from '../../src/statistics/quantile-interval.ts';
import { ratioInterval } from '../../src/statistics/ratio-interval.ts';

// Each case repeats an experiment of n replications REPEATS times and counts how often the nominal 95% interval holds the
// true value. The count is binomial; it must lie in 94–96%, that is within 5.5 standard errors (0.182%) of 95% either way.
// Were the coverage 95%, one case would fail with probability 4e-8 (two-sided normal) and the 32 below with 1.3e-6. A
// quantile's is up to 0.5% above 95%, as ranks are whole numbers; seeds are fixed, so a pass stays a pass.
const REPEATS = 14_400;
const LOW = 0.94;
const HIGH = 0.96;

type Uniform = () => number;
type Draw = (uniform: Uniform) => number;

/** A 32-bit mixer over a counter (mulberry32 by T. Ettinger, public domain), of nothing that is under test. */
function uniforms(seed: number): Uniform {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return (((bits ^ (bits >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
}

/** How often each of the intervals that one experiment gives holds its truth. */
function coverages(
  truths: readonly number[],
  make: (uniform: Uniform) => readonly (Interval | undefined)[],
): number[] {
  const uniform = uniforms(1);
  const held = truths.map(() => 0);
  for (let i = 0; i < REPEATS; i++) {
    make(uniform).forEach((found, k) => {
      const truth = truths[k] ?? Number.NaN;
      if (found === undefined) throw new Error('no interval');
      if (found.low <= truth && truth <= found.high) held[k] = (held[k] ?? 0) + 1;
    });
  }
  return held.map((times) => times / REPEATS);
}

const coverage = (truth: number, make: (uniform: Uniform) => Interval | undefined) =>
  coverages([truth], (uniform) => [make(uniform)])[0] ?? Number.NaN;

function sample(uniform: Uniform, n: number, draw: Draw): Float64Array {
  const values = new Float64Array(n);
  for (let i = 0; i < n; i++) values[i] = draw(uniform);
  return values;
}

/** Box and Muller, one of the two: a sampler that is not the project's own. */
const normal: Draw = (uniform) => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
const exponential: Draw = (uniform) => -Math.log(uniform());
const lognormal: Draw = (uniform) => Math.exp(0.5 * normal(uniform));
const bernoulli =
  (p: number): Draw =>
  (uniform) =>
    uniform() < p ? 1 : 0;

/** The inverse of a Poisson distribution function, from a table. */
function poisson(rate: number): Draw {
  const table: number[] = [];
  for (let k = 0, term = exp(-rate), sum = 0; k < 60; k++) {
    sum += term;
    table.push(sum);
    term *= rate / (k + 1);
  }
  return (uniform) => {
    const u = uniform();
    let k = 0;
    while (k < 59 && (table[k] as number) < u) k++;
    return k;
  };
}

function expectNominal(found: number): void {
  expect(found).toBeGreaterThanOrEqual(LOW);
  expect(found).toBeLessThanOrEqual(HIGH);
}

describe('the intervals of mean, quantiles and CVaR hold them 94–96% of the time, n = 1000', () => {
  // Quantiles go by that of the normal, z(p). Means of the lowest 5%: normal −φ(z)/0.05; exponential loss −(1 − ln 0.05);
  // lognormal of sigma s: gain e^(s²/2)·Φ(z − s)/0.05, loss −e^(s²/2)·Φ(z + s)/0.05; z = z(0.05).
  const ps = [0.05, 0.5, 0.95];
  const z = normalQuantile(0.05);
  it.each([
    ['normal', normal, normalQuantile, 0, -exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / 0.05],
    ['exponential loss', (u: Uniform) => -exponential(u), log, -1, -(1 - log(0.05))],
    [
      'lognormal gain',
      lognormal,
      (p: number) => exp(0.5 * normalQuantile(p)),
      exp(0.125),
      (exp(0.125) * normalCdf(z - 0.5)) / 0.05,
    ],
    [
      'lognormal loss',
      (u: Uniform) => -lognormal(u),
      (p: number) => -exp(0.5 * normalQuantile(1 - p)),
      -exp(0.125),
      (-exp(0.125) * normalCdf(z + 0.5)) / 0.05,
    ],
  ] as const)('%s', (_, draw, quantile, mean, cvar) => {
    const found = coverages([mean, ...ps.map(quantile), cvar], (uniform) => {
      const summary = summariseColumn(sample(uniform, 1000, draw));
      return [meanInterval(summary), ...ps.map((p) => quantileInterval(summary, p)), cvarInterval(summary)];
    });
    found.forEach(expectNominal);
  });
});

describe('the mean’s interval holds it 94–96% of the time, of few or discrete values', () => {
  it.each([
    ['normal', 10, normal, 0],
    ['normal', 2, normal, 0],
    ['exponential', 250, exponential, 1],
    ['lognormal of sigma 0.5', 250, lognormal, exp(0.125)],
    ['Poisson of 0.7', 250, poisson(0.7), 0.7],
    ['Bernoulli of 0.1', 500, bernoulli(0.1), 0.1],
  ] as const)('%s, n = %d', (_, n, draw, truth) => {
    const found = coverage(truth, (uniform) =>
      meanInterval(summariseColumn(sample(uniform, n, draw), 'none')),
    );
    expectNominal(found);
  });
});

describe('the quantile’s interval', () => {
  it('holds p25 of 400 lognormals 94–96% of the time', () => {
    const truth = exp(0.5 * normalQuantile(0.25));
    expectNominal(
      coverage(truth, (uniform) => quantileInterval(summariseColumn(sample(uniform, 400, lognormal)), 0.25)),
    );
  });

  it('holds that of a Poisson, which is discrete, at least as often, for any small n', () => {
    for (const [n, p, truth] of [
      [20, 0.5, 3],
      [80, 0.95, 6],
    ] as const) {
      const found = coverage(truth, (uniform) =>
        quantileInterval(summariseColumn(sample(uniform, n, poisson(3))), p),
      );
      expect(found).toBeGreaterThan(LOW);
    }
  });
});

describe('the interval of a ratio of means holds it 94–96% of the time', () => {
  it.each([
    ['correlated lognormals', 100, 0.8],
    ['independent lognormals', 100, 0],
  ] as const)('%s, n = %d', (_, n, correlation) => {
    const rest = Math.sqrt(1 - correlation * correlation);
    expectNominal(
      coverage(3, (uniform) => {
        const xs = new Float64Array(n);
        const ys = new Float64Array(n);
        for (let i = 0; i < n; i++) {
          const first = normal(uniform);
          const second = correlation * first + rest * normal(uniform);
          xs[i] = Math.exp(0.5 * first);
          ys[i] = 3 * Math.exp(0.5 * second);
        }
        return ratioInterval(summarisePair(xs, ys));
      }),
    );
  });
});

describe('the interval of a paired difference holds it 94–96% of the time', () => {
  it('of two profits on the same exponential demand, n = 250', () => {
    // min(x, 1) has mean 1 − 1/e, min(x, 2) has 1 − 1/e²: two order quantities, one future.
    const truth = exp(-1) - exp(-2);
    expectNominal(
      coverage(truth, (uniform) => {
        const demand = sample(uniform, 250, exponential);
        return differenceInterval(
          demand.map((x) => Math.min(x, 2)),
          demand.map((x) => Math.min(x, 1)),
        );
      }),
    );
  });
});

describe('the probability’s interval (Wilson), by its exact coverage', () => {
  // No sampling, so no false alarms: Σ over the counts whose interval holds p of their binomial probability. A discrete
  // count makes it swing with p, so what is asked is 94–96% on the mean over p, and 91% everywhere.
  it.each([
    ['common', 100, 0.02, 0.5],
    ['common', 1000, 0.01, 0.5],
    ['rare', 1000, 0.0005, 0.01],
    ['rare', 8192, 0.0001, 0.002],
    ['nearly certain', 1000, 0.99, 0.9995],
  ] as const)('%s, n = %d, p from %f to %f', (_, n, from, to) => {
    const intervals = Array.from({ length: n + 1 }, (_, k) => proportionInterval(k, n));
    const found = Array.from({ length: 200 }, (_, i) =>
      exactCoverage(n, from + ((to - from) * (i + 0.5)) / 200, intervals),
    );
    const average = found.reduce((sum, share) => sum + share, 0) / found.length;
    expect(average).toBeGreaterThanOrEqual(LOW);
    expect(average).toBeLessThanOrEqual(HIGH);
    expect(Math.min(...found)).toBeGreaterThan(0.91);
  });

  it('covers a chance of 1 in n as well as any', () => {
    for (const n of [50, 1000, 8192]) {
      const intervals = Array.from({ length: n + 1 }, (_, k) => proportionInterval(k, n));
      for (let rate = 0.05; rate < 10; rate += 0.05) {
        expect(exactCoverage(n, rate / n, intervals)).toBeGreaterThan(0.91);
      }
    }
  });
});

describe('a dominance that is true', () => {
  it('is refuted in far fewer than 5% of samples, either order', () => {
    // Two columns of one distribution dominate each other. Promised is at most 5%, 100 of 2,000 samples; the band is so
    // conservative that none is seen. More than 40 would be a 4e-9 event even at a true rate of 0.7% (Poisson of 14).
    const uniform = uniforms(5);
    let refuted = 0;
    for (let i = 0; i < 2000; i++) {
      const [a, b] = [0, 1].map(() => distributionSteps(summariseColumn(sample(uniform, 200, normal))));
      const found = a === undefined || b === undefined ? undefined : dominance(a, b);
      if (found === undefined) throw new Error('no dominance');
      if (found.first.verdict === 'refuted' || found.second.verdict === 'refuted') refuted++;
    }
    expect(refuted).toBeLessThanOrEqual(40);
  });
});

/** By the recurrence of the binomial from k = 0, in logarithms only for its first term. */
function exactCoverage(n: number, p: number, intervals: readonly (Interval | undefined)[]): number {
  const mirrored = p > 0.5;
  const q = mirrored ? 1 - p : p;
  let weight = exp(n * log(1 - q));
  let held = 0;
  for (let k = 0; k <= n; k++) {
    const found = intervals[mirrored ? n - k : k];
    if (found !== undefined && found.low <= p && p <= found.high) held += weight;
    weight *= ((n - k) / (k + 1)) * (q / (1 - q));
  }
  return held;
}
