import { describe, expect, it } from 'vitest';
import { explain } from '../../src/experiment/explain.ts';
import { readPlain } from '../arbitraries/read-plain.ts';

/** The books of the only strategy of a scenario in which nothing is random. */
function booksOf(scenario: object) {
  const [only] = explain(readPlain(scenario), 'any', 0).ledgers;
  if (only === undefined) throw new Error('the scenario has a strategy');
  const periods = only.ledger.lines.filter(({ kind }) => kind === 'period');
  return { ...only.ledger, periods };
}

function close(actual: number | undefined, expected: number) {
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(
    1e-9 * Math.max(1, Math.abs(expected)),
  );
}

const geometric = (ratio: number, from: number, to: number) =>
  (ratio ** from - ratio ** (to + 1)) / (1 - ratio);

describe('a level demand that one order serves to the end', () => {
  // 1,000 units are ordered in period 0, arrive in period 1 and are sold at 100 a period until period 10, the last.
  const books = booksOf({
    calendar: { horizon: '11 weeks' },
    market: {
      model: 'level',
      counting: 'expected',
      level: '100 /week',
      price: 40,
      priceErosion: 0.3,
      paymentDelay: '2 weeks',
    },
    plan: { demand: '100 /week', cv: 0 },
    design: { warranty: 1.5 },
    finance: { openingCash: 100_000, burn: '700 /week', discountRate: 0.12, holdingRate: 0.2, salvage: 0.5 },
    processes: {
      press: {
        scale: 'mass',
        tooling: 5_000,
        toolingDeposit: 0.4,
        material: 9,
        setup: 200,
        batch: 100,
        deposit: 0.3,
      },
    },
    strategies: { only: { initialOrder: 1_000, stages: [{ process: 'press', cover: '0 weeks' }] } },
  });

  it('has the net present value of its geometric series', () => {
    const discount = 1.12 ** (-1 / 52);
    const erosion = 0.7 ** (1 / 52);
    const spend = 1_000 * 9 + 10 * 200;
    // Sales of periods 1 to 8 are paid two periods later; those of 9 and 10 are settled at the end, in period 11.
    const paidInTime = 4_000 * discount ** 2 * geometric(discount * erosion, 1, 8);
    const settled = 4_000 * (erosion ** 9 + erosion ** 10) * discount ** 11;
    const production = 0.3 * spend + 0.7 * spend * discount;
    // The tool is ordered and ready in period 0, so deposit and balance are paid at once.
    const tooling = 5_000;
    const burn = 700 * geometric(discount, 0, 10);
    const warranty = 150 * geometric(discount, 1, 10);
    let holding = 0;
    for (let t = 1; t <= 10; t++) holding += (0.2 / 52) * 100 * (10 - t) * (9 + 2) * discount ** t;
    close(books.metrics.npv, paidInTime + settled - production - tooling - burn - warranty - holding);
  });

  it('has the counts that follow', () => {
    const { metrics } = books;
    close(metrics.units_sold, 1_000);
    close(metrics.units_made, 1_000);
    close(metrics.ending_inventory, 0);
    close(metrics.unit_cost, 11);
    expect([metrics.launch_period, metrics.scaled_period, metrics.ever_scaled]).toEqual([1, 0, 1]);
    expect(metrics.orders_waiting).toBe(0);
    // Stock at the end of period 1, and the tool.
    close(metrics.peak_capital_tied, 900 * 11 + 5_000);
  });
});

describe('a level demand that is forecast rightly', () => {
  // Whatever is sold is ordered again: stock and what is on order always cover lead time and cover.
  const lead = 3;
  const cover = 2;
  const demand = 50;
  const books = booksOf({
    calendar: { horizon: '30 weeks' },
    market: { model: 'level', counting: 'expected', level: `${demand} /week`, price: 40 },
    plan: { demand: `${demand} /week`, cv: 0 },
    finance: { openingCash: 100_000, terminal: '4 weeks' },
    processes: {
      press: {
        scale: 'mass',
        material: 10,
        conversion: 20,
        learning: 0.8,
        learningReference: 125,
        yield: 0.8,
        lead: `${lead} weeks`,
      },
    },
    strategies: { only: { initialOrder: 250, stages: [{ process: 'press', cover: `${cover} weeks` }] } },
  });

  it('orders up to the demand of lead time and cover', () => {
    // 250 paid for are 200 good. At launch 50 are sold, so (3 + 2)·50 − 150 = 100 good are wanted; later 50 a period.
    const ordered = books.periods.map((line) => line.ordered);
    expect(ordered.slice(0, 4)).toEqual([250, 0, 0, 125]);
    // 62.5 paid units are wanted, and only whole ones can be had: what is too much is not wanted the next time.
    let position = 250;
    for (let t = 4; t < 27; t++) {
      position -= demand;
      const wanted = Math.ceil((250 - position) / 0.8 - 1e-9);
      expect(ordered[t]).toBe(wanted);
      position += 0.8 * wanted;
    }
    expect(ordered.slice(27)).toEqual([0, 0, 0]);
  });

  it('pays for each order what learning has left of the conversion cost', () => {
    // Doubled from 125 to 250: conversion is 0.8 of what it was; the first order is all at the full cost.
    let paidFor = 0;
    let spend = 0;
    for (const { ordered } of books.periods) {
      const conversion = 20 * Math.max(1, paidFor / 125) ** Math.log2(0.8);
      spend += ordered * (10 + conversion);
      paidFor += ordered;
    }
    close(books.metrics.production_spend, spend);
    close(books.periods[lead]?.unitCost, (10 + 20 * 0.8) / 0.8);
  });

  it('values the time beyond the horizon at the margin of the last period', () => {
    const [before, last] = [books.periods.at(-1), books.lines.at(-1)];
    close(last?.terminal, 4 * demand * (40 - (before?.unitCost ?? 0)));
    close(books.metrics.npv, books.metrics.ending_cash - 100_000 + (last?.terminal ?? 0));
  });
});

describe('a Bass diffusion without chance', () => {
  const size = 10_000;
  const [p, q] = [0.05 / 12, 0.6 / 12];
  const scenario = (market: object) => ({
    calendar: { period: 'month', horizon: '60 months' },
    market: {
      model: 'bass',
      counting: 'expected',
      size,
      innovation: '0.05 /year',
      imitation: '0.6 /year',
      price: 100,
      ...market,
    },
    plan: { demand: '40 /month' },
    finance: { openingCash: 1_000_000 },
    processes: { press: { scale: 'mass', material: 10 } },
    strategies: { only: { initialOrder: size, stages: [{ process: 'press' }] } },
  });

  it('follows the recurrence, and Bass’s closed form as far as months allow', () => {
    const books = booksOf(scenario({}));
    let sold = 0;
    for (const line of books.periods.slice(1)) {
      const orders = (p + (q * sold) / size) * (size - sold);
      close(line.orders, orders);
      sold += orders;
    }
    close(books.metrics.units_sold, sold);
    // F(t) = (1 − e^−(p+q)t) / (1 + (q/p)·e^−(p+q)t), Bass (1969), Management Science 15(5), equation 5.
    const decay = Math.exp(-(p + q) * 59);
    const adopted = (size * (1 - decay)) / (1 + (q / p) * decay);
    expect(Math.abs(sold / adopted - 1)).toBeLessThan(0.03);
  });

  it('loses its buyers to the competitor, and waiting orders to impatience', () => {
    const books = booksOf({
      ...scenario({ competitor: { arrives: '10 months', share: 0.4 }, cancel: '0.1 /month' }),
      // No second order in time: from some period on what is ordered waits.
      strategies: { only: { initialOrder: 1_500, stages: [{ process: 'press', stepUp: 0 }] } },
      processes: {
        press: { scale: 'mass', material: 10, lead: '1 month', capacity: '1500 /month', minimumOrder: 1_500 },
      },
    });
    let [stock, waiting, ordered, lost, sold, cancelled] = [0, 0, 0, 0, 0, 0];
    for (const line of books.periods) {
      stock += line.arrived;
      if (line.period === 0) continue;
      const demand = (p + (q * sold) / size) * (size - ordered - lost);
      const share = line.period >= 10 ? 0.4 : 0;
      lost += share * demand;
      const orders = (1 - share) * demand;
      ordered += orders;
      const shipped = Math.min(stock, waiting + orders);
      stock -= shipped;
      waiting = 0.9 * (waiting + orders - shipped);
      cancelled += line.cancelled;
      sold += shipped;
      close(line.orders, orders);
      close(line.shipped, shipped);
      close(line.waiting, waiting);
    }
    close(books.metrics.units_sold + books.metrics.orders_waiting + books.metrics.orders_lost, ordered);
    close(books.metrics.orders_lost, cancelled);
  });
});
