import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accounts } from '../../src/model/replay/accounts.ts';
import { type Ledger, type LedgerLine, ledgerOf } from '../../src/model/replay/ledger.ts';
import { prepareReplications } from '../../src/model/replications.ts';
import { rootKey } from '../../src/random/seed.ts';
import { readPlain } from '../arbitraries/read-plain.ts';
import { scenario } from '../arbitraries/scenario.ts';

/** What is left of a sum that must be nothing is rounding, measured by what was added. */
const tolerance = 1e-9;

function expectSame(what: string, a: number, b: number, scale: number): void {
  if (!(Math.abs(a - b) <= tolerance * Math.max(1, scale))) throw new Error(`${what}: ${a} is not ${b}`);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const sizes = (values: readonly number[]) => sum(values.map(Math.abs));

/** Money: every line opens where the one before it closed, and adds up; so does the whole. */
function checkMoney({ lines, metrics }: Ledger, openingCash: number): void {
  let cash = openingCash;
  let npv = 0;
  let turnover = Math.abs(openingCash);
  for (const line of lines) {
    const { period, booked, flow, funding, openingCash: opening, closingCash: closing } = line;
    turnover += Math.abs(funding) + sizes(Object.values(booked));
    expectSame(`opening cash of ${period}`, opening, cash, turnover);
    expectSame(`accounts of ${period}`, sum(accounts.map((account) => booked[account])), flow, turnover);
    expectSame(`closing cash of ${period}`, opening + funding + flow, closing, turnover);
    npv += flow * line.discount + line.terminal * line.discount;
    expectSame(`npv until ${period}`, line.cumulativeNpv, npv, turnover + Math.abs(npv));
    cash = closing;
  }
  expectSame('ending cash', metrics.ending_cash, cash, turnover);
  expectSame('npv', metrics.npv, npv, turnover + Math.abs(npv));
  const closings = lines.filter(({ kind }) => kind === 'period').map(({ closingCash }) => closingCash);
  expectSame('lowest cash', metrics.lowest_cash, Math.min(openingCash, ...closings), turnover);
  expectSame('tooling', metrics.tooling_spend, -sum(lines.map(({ booked }) => booked.tooling)), turnover);
  expectSame('warranty', metrics.warranty_spend, -sum(lines.map(({ booked }) => booked.warranty)), turnover);
  expectSame(
    'production',
    metrics.production_spend,
    -sum(lines.map(({ booked }) => booked.production)),
    turnover,
  );
  expectSame('revenue', metrics.revenue, sum(lines.map(({ booked }) => booked.receipts)), turnover);
}

/** Units: what arrives is shipped, scrapped or in stock, in every period; what was made is somewhere at the end. */
function checkUnits({ lines, metrics }: Ledger): void {
  const made = metrics.units_made;
  let stock = 0;
  for (const line of lines) {
    expectSame(`opening stock of ${line.period}`, line.openingStock, stock, made);
    const left = line.openingStock + line.arrived - line.scrappedStock - line.shipped;
    expectSame(`closing stock of ${line.period}`, left, line.closingStock, made);
    expect(
      Math.min(line.closingStock, line.arrived, line.shipped, line.scrappedStock),
    ).toBeGreaterThanOrEqual(0);
    expect(line.onOrder).toBeGreaterThanOrEqual(-1e-9 * made);
    stock = line.closingStock;
  }
  const { units_sold, units_scrapped, ending_inventory } = metrics;
  expectSame('units', made, units_sold + units_scrapped + ending_inventory, made);
  expectSame('shipped', units_sold, sum(lines.map(({ shipped }) => shipped)), made);
}

/** Orders: every one is served, waits, or has given up, in every period. */
function checkOrders({ lines, metrics }: Ledger): void {
  const all = sum(lines.map(({ orders }) => orders));
  let waiting = 0;
  for (const line of lines) {
    const unserved = waiting + line.orders - line.shipped - line.cancelled;
    expectSame(`waiting in ${line.period}`, unserved, line.waiting, all);
    expect(line.waiting).toBeGreaterThanOrEqual(0);
    waiting = line.waiting;
  }
  expectSame('orders', all, metrics.units_sold + metrics.orders_waiting + metrics.orders_lost, all);
}

function checkIssues({ lines, metrics }: Ledger): void {
  const found = lines.filter(
    ({ kind, period, issuesFound }) => kind === 'period' && period > 0 && issuesFound > 0,
  );
  expect(metrics.revisions).toBeGreaterThanOrEqual(found.length);
  for (const { openIssues, issuesFound } of lines) {
    expect([Number.isInteger(openIssues), openIssues >= 0, issuesFound >= 0]).toEqual([true, true, true]);
  }
}

/** Periods count up from 0 without a gap, and the settlement comes last. */
function checkOrder(lines: readonly LedgerLine[]): void {
  const kinds = lines.map(({ kind }) => kind);
  expect(kinds.indexOf('settlement')).toBe(lines.length - 1);
  expect(lines.slice(0, -1).map(({ period }) => period)).toEqual([...lines.keys()].slice(0, -1));
}

describe('the books of any strategy in any future', () => {
  it('lose and invent neither money nor units nor orders, in any period', () => {
    fc.assert(
      fc.property(scenario, fc.string(), (content, seed) => {
        const { parameters, ladders, draw } = prepareReplications(readPlain(content), rootKey(seed));
        for (const replication of [0, 1, 2_000_000_000]) {
          const future = draw(replication);
          for (const ladder of ladders) {
            const ledger = ledgerOf(parameters, ladder, future);
            checkMoney(ledger, parameters.finance.openingCash);
            checkUnits(ledger);
            checkOrders(ledger);
            checkIssues(ledger);
            checkOrder(ledger.lines);
          }
        }
      }),
      { numRuns: 60, seed: 42 },
    );
  });
});
