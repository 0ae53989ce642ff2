import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/math/normal.ts';
import { simulateColumns } from '../../src/model/columns.ts';
import { replay } from '../../src/model/replay/replay.ts';
import { prepareReplications } from '../../src/model/replications.ts';
import { rootKey } from '../../src/random/seed.ts';
import { readPlain } from '../arbitraries/read-plain.ts';

/**
 * Two periods: in the first one the only order is placed, in the second it arrives and is sold, and nothing that is
 * ordered then would arrive in time. What is left is sold for its salvage. So the net present value is the profit of a
 * newsvendor who orders q at a cost c, sells at p, and gets s for what is left:
 *
 *   p·min(q, D) − c·q + s·max(0, q − D), so E = (p − s)·E min(q, D) − (c − s)·q.
 */
const price = 50;
const cost = 18;
const salvage = 10;

function newsvendor(market: object, quantities: readonly number[]) {
  return readPlain({
    calendar: { horizon: '2 weeks' },
    market: { price, ...market },
    plan: { demand: '1 /week' },
    finance: { openingCash: 1_000_000, salvage: salvage / cost },
    processes: { press: { scale: 'short-run', material: cost, lead: '1 week' } },
    strategies: Object.fromEntries(
      quantities.map((quantity) => [
        `q${quantity}`,
        { initialOrder: quantity, stages: [{ process: 'press' }] },
      ]),
    ),
  });
}

const profit = (q: number, sold: number) => (price - salvage) * sold - (cost - salvage) * q;
/** (p − c) / (p − s): order the smallest q whose probability to suffice reaches it. */
const criticalRatio = (price - cost) / (price - salvage);

describe('the Poisson newsvendor', () => {
  const mean = 30;
  const mass: number[] = [Math.exp(-mean)];
  for (let k = 1; k < 200; k++) mass.push(((mass[k - 1] as number) * mean) / k);
  const cdf = (k: number) => mass.slice(0, Math.max(0, k + 1)).reduce((sum, each) => sum + each, 0);
  /** E min(q, D) = λ·F(q − 2) + q·(1 − F(q − 1)), from k·P(k) = λ·P(k − 1). */
  const expectedSales = (q: number) => mean * cdf(q - 2) + q * (1 - cdf(q - 1));
  const best = mass.findIndex((_, q) => cdf(q) >= criticalRatio);
  const quantities = [best - 8, best - 1, best, best + 1, best + 8];
  const scenario = newsvendor({ model: 'level', level: `${mean} /week` }, quantities);

  it('gives the expected profit where the uniform runs through (0, 1) evenly', () => {
    const { parameters, ladders, draw } = prepareReplications(scenario, rootKey('any'));
    const future = draw(0);
    const points = 5_000;
    const profits = ladders.map((ladder) => {
      let sum = 0;
      for (let i = 0; i < points; i++) {
        future.orders[1] = (i + 0.5) / points;
        sum += replay(parameters, ladder, future).npv;
      }
      return sum / points;
    });
    quantities.forEach((q, index) => {
      // The midpoint rule errs by less than the variation over the number of points: (p − s)·q / n.
      const bound = ((price - salvage) * q) / points;
      expect(Math.abs((profits[index] as number) - profit(q, expectedSales(q)))).toBeLessThan(bound);
    });
    expect(Math.max(...profits)).toBe(profits[quantities.indexOf(best)]);
  });

  it('gives it within sampling error from the streams, and in every replication the profit of its demand', () => {
    // N = 8,000; z-test at |z| < 4.9 for each of 5 quantities: false alarms under 5 in a million.
    const n = 8_000;
    const { strategies } = simulateColumns(scenario, rootKey('newsvendor'), { first: 0, count: n }, false);
    strategies.forEach(({ metrics }, index) => {
      const q = quantities[index] as number;
      let sum = 0;
      let squares = 0;
      for (let row = 0; row < n; row++) {
        const npv = metrics.npv[row] as number;
        const demand = (metrics.units_sold[row] as number) + (metrics.orders_waiting[row] as number);
        if (Math.abs(npv - profit(q, Math.min(q, demand))) > 1e-9 * Math.abs(npv) + 1e-9)
          expect(npv).toBe(demand);
        sum += npv;
        squares += npv * npv;
      }
      const standardError = Math.sqrt((squares / n - (sum / n) ** 2) / n);
      expect(Math.abs(sum / n - profit(q, expectedSales(q))) / standardError).toBeLessThan(4.9);
    });
  });
});

describe('the normal newsvendor', () => {
  // The critical ratio is 0.8, whose normal score and density are these (any table of the normal distribution).
  const score = 0.8416212335729143;
  const density = 0.2799619204;
  const mean = 5_000;
  const sd = 800;
  // Orders are whole: the nearest to mean + score·sd, of which the expected profit is flat.
  const best = Math.round(mean + score * sd);
  const scenario = newsvendor(
    { model: 'level', counting: 'expected', level: `normal(${mean}, ${sd}) /week` },
    [best - 400, best, best + 400],
  );
  /** (p − c)·μ − (p − s)·σ·φ(z) at the best q. */
  const expected = (price - cost) * mean - (price - salvage) * sd * density;

  it('gives the expected profit of the best order, which no other order reaches', () => {
    expect(criticalRatio).toBeCloseTo(0.8, 12);
    const { parameters, ladders, uncertain, draw } = prepareReplications(scenario, rootKey('any'));
    const future = draw(0);
    const points = 5_000;
    const profits = ladders.map((ladder) => {
      let sum = 0;
      for (let i = 0; i < points; i++) {
        uncertain[0]?.assign(mean + sd * normalQuantile((i + 0.5) / points));
        sum += replay(parameters, ladder, future).npv;
      }
      return sum / points;
    });
    expect(Math.abs((profits[1] as number) / expected - 1)).toBeLessThan(1e-4);
    expect(profits[1]).toBe(Math.max(...profits));
  });

  it('gives it within sampling error from the streams', () => {
    // N = 8,000; one z-test at |z| < 4.9: a false alarm in a million.
    const n = 8_000;
    const { strategies } = simulateColumns(scenario, rootKey('newsvendor'), { first: 0, count: n }, false);
    const npv = strategies[1]?.metrics.npv ?? new Float64Array();
    const average = npv.reduce((sum, each) => sum + each, 0) / n;
    const variance = npv.reduce((sum, each) => sum + (each - average) ** 2, 0) / (n - 1);
    expect(Math.abs(average - expected) / Math.sqrt(variance / n)).toBeLessThan(4.9);
  });
});
