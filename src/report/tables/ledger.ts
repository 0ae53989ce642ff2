import { accounts } from '../../model/replay/accounts.ts';
import type { LedgerLine } from '../../model/replay/ledger.ts';
import { integerColumn, numberColumn, type Table, textColumn } from '../table.ts';

/** One line of the ledger of one strategy. */
export interface LedgerRow {
  readonly strategy: string;
  readonly line: LedgerLine;
}

type Figure = (line: LedgerLine) => number;

const figure = (name: string, unit: string, description: string, of: Figure) =>
  numberColumn<LedgerRow>(name, unit, description, ({ line }) => of(line));

const accountWording: Readonly<Record<(typeof accounts)[number], string>> = {
  receipts: 'received from customers',
  tooling: 'tools, their wear and their changes',
  production: 'batches: deposits and balances',
  validation: 'prototype rounds',
  engineering: 'fixing issues',
  field_fixes: 'fixing issues on units in the field',
  warranty: 'warranty of what was shipped',
  holding: 'storing stock',
  burn: 'fixed cost',
  collaboration: 'working with the supplier',
  interest: 'interest on negative cash',
  salvage: 'what is left, sold at the end',
  insolvency_cost: 'what going broke costs beside',
};

/** The books of one future. Opening cash + funding + cash flow = closing cash; the accounts add up to the cash flow. */
export const ledgerTable: Table<LedgerRow> = {
  file: 'ledger.csv',
  row: 'strategy × period',
  columns: [
    textColumn('strategy', 'name of the strategy', (row) => row.strategy),
    integerColumn('period', 'periods', 'number of the period, from 0', ({ line }) => line.period),
    textColumn('line', 'a period, or the settlement at the end', ({ line }) => line.kind),
    textColumn('stage', 'process that is active', ({ line }) => line.stage),
    textColumn('tool_on_order', 'process whose tool is on order', ({ line }) => line.toolOnOrder),
    figure('opening_cash', 'currency', 'cash at the start', (line) => line.openingCash),
    figure('funding', 'currency', 'equity paid in', (line) => line.funding),
    ...accounts.map((account) =>
      figure(account, 'currency', accountWording[account], (line) => line.booked[account]),
    ),
    figure('cash_flow', 'currency', 'the accounts together', (line) => line.flow),
    figure('closing_cash', 'currency', 'cash at the end', (line) => line.closingCash),
    figure('discount_factor', '1', 'of the period', (line) => line.discount),
    figure(
      'terminal_value',
      'currency',
      'value of the time beyond the horizon, in the NPV alone',
      (line) => line.terminal,
    ),
    figure('cumulative_npv', 'currency', 'net present value until then', (line) => line.cumulativeNpv),
    figure('opening_stock', 'units', 'good units in stock at the start', (line) => line.openingStock),
    figure('arrived', 'units', 'good units that arrived', (line) => line.arrived),
    figure('scrapped', 'units', 'stock lost at a revision', (line) => line.scrappedStock),
    figure('shipped', 'units', 'units shipped to customers', (line) => line.shipped),
    figure('closing_stock', 'units', 'good units in stock at the end', (line) => line.closingStock),
    figure('orders', 'units', 'orders of customers', (line) => line.orders),
    figure('cancelled', 'units', 'orders that gave up waiting', (line) => line.cancelled),
    figure('waiting', 'units', 'orders that wait at the end', (line) => line.waiting),
    figure('ordered', 'units', 'units ordered from the process', (line) => line.ordered),
    figure('on_order', 'units', 'good units on order at the end', (line) => line.onOrder),
    figure('issues_found', 'count', 'design issues found', (line) => line.issuesFound),
    figure('open_issues', 'count', 'design issues still open', (line) => line.openIssues),
    figure('forecast', 'units/period', 'forecast level', (line) => line.forecast),
    figure('forecast_trend', 'units/period²', 'forecast trend', (line) => line.forecastTrend),
    figure(
      'forecast_sd',
      'units/period',
      'standard deviation of the forecast error',
      (line) => line.forecastSd,
    ),
    figure(
      'unit_cost',
      'currency/unit',
      'cost of a good unit on the active process',
      (line) => line.unitCost,
    ),
  ],
};
