import { describe, expect, it } from 'vitest';
import { createStream } from '../../src/random/stream.ts';

/**
 * Kolmogorov–Smirnov: N = 50,000 uniforms a case, statistic √N·sup|F_N(x) − x|, critical value √(ln(2/10⁻⁶)/2) = 2.694,
 * false-alarm rate 10⁻⁶ a case (3 cases). Correlation of neighbours: N = 50,000, statistic √N·r, critical value 4.89,
 * false-alarm rate 10⁻⁶ a case (3 cases). The keys are fixed.
 */
const count = 50_000;
const key = { low: 20260101, high: 7 };

const cases: Readonly<Record<string, () => Float64Array>> = {
  'of one replication': () => {
    const out = new Float64Array(count);
    createStream(key, 'orders').fill(5, out);
    return out;
  },
  'of index 0 of successive replications': () => {
    const stream = createStream(key, 'market.size');
    return Float64Array.from({ length: count }, (_, replication) => stream.uniform(replication, 0));
  },
  'of streams of similar names': () =>
    Float64Array.from({ length: count }, (_, i) => createStream(key, `processes.p${i}.setup`).uniform(0, 0)),
};

describe('uniforms', () => {
  for (const [name, draw] of Object.entries(cases)) {
    it(`${name} are uniform and uncorrelated`, () => {
      const u = draw();
      expect(neighbourStatistic(u)).toBeLessThan(4.89);
      expect(kolmogorovStatistic(u)).toBeLessThan(2.694);
    });
  }
});

function kolmogorovStatistic(u: Float64Array): number {
  const sorted = u.slice().sort();
  const n = sorted.length;
  let most = 0;
  sorted.forEach((x, i) => {
    most = Math.max(most, x - i / n, (i + 1) / n - x);
  });
  return Math.sqrt(n) * most;
}

function neighbourStatistic(u: Float64Array): number {
  let sum = 0;
  for (let i = 1; i < u.length; i++) sum += ((u[i] as number) - 0.5) * ((u[i - 1] as number) - 0.5);
  return Math.abs((12 * sum) / Math.sqrt(u.length - 1));
}
