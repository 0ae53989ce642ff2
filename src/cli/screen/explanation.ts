import type { Explanation } from '../../experiment/explain.ts';
import { accounts } from '../../model/replay/accounts.ts';
import type { LedgerLine } from '../../model/replay/ledger.ts';
import { csvHeader, csvRows } from '../../report/csv.ts';
import { ledgerTable } from '../../report/tables/ledger.ts';
import type { Scenario } from '../../scenario/fields/scenario.ts';
import { plainTable } from './plain-table.ts';
import { style } from './style.ts';

/** Returns one future as text: tables for people, CSV or JSON for programs. */
export function explanationText(
  explanation: Explanation,
  scenario: Scenario,
  format: 'table' | 'csv' | 'json',
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(explanation, null, 2)}\n`;
    case 'csv':
      return csvHeader(ledgerTable) + csvRows(ledgerTable, ledgerRows(explanation));
    case 'table':
      return tables(explanation, scenario);
  }
}

function ledgerRows({ ledgers }: Explanation) {
  return ledgers.flatMap(({ strategy, ledger }) => ledger.lines.map((line) => ({ strategy, line })));
}

function tables({ replication, inputs, ledgers }: Explanation, scenario: Scenario): string {
  const drawn = plainTable(
    ['what was drawn', '', 'from'],
    inputs.map(({ field, drawn: value, written }) => [field, String(Number(value.toPrecision(6))), written]),
    ['left', 'right', 'left'],
  );
  const books = ledgers.map(({ strategy, ledger }) => {
    const { npv, units_sold, insolvent } = ledger.metrics;
    const outcome = `NPV ${round(npv)} ${scenario.currency}, ${round(units_sold)} sold${insolvent === 1 ? ', insolvent' : ''}`;
    return `${style.heading(strategy)}: ${outcome}\n\n${bookText(ledger.lines, scenario.calendar.period)}\n`;
  });
  return `${style.heading(`replication ${replication}`)}\n\n${drawn}\n\n${books.join('\n')}`;
}

/** Accounts in which nothing was booked are left out, so that the table fits a screen. */
function bookText(lines: readonly LedgerLine[], period: 'week' | 'month'): string {
  const used = accounts.filter((account) => lines.some(({ booked }) => booked[account] !== 0));
  const head = [period, 'stage', 'stock', 'orders', 'shipped', 'waiting', 'ordered', 'on order', 'issues'];
  const rows = lines.map((line) => [
    line.kind === 'settlement' ? 'end' : String(line.period),
    line.toolOnOrder === '' ? line.stage : `${line.stage} → ${line.toolOnOrder}`,
    ...[
      line.closingStock,
      line.orders,
      line.shipped,
      line.waiting,
      line.ordered,
      line.onOrder,
      line.openIssues,
    ].map(round),
    ...used.map((account) => round(line.booked[account])),
    round(line.flow),
    round(line.closingCash),
    round(line.cumulativeNpv),
  ]);
  return plainTable(
    [...head, ...used.map((account) => account.replaceAll('_', ' ')), 'cash flow', 'cash', 'NPV so far'],
    rows,
    ['right', 'left', ...Array<'right'>(head.length - 2 + used.length + 3).fill('right')],
  );
}

/** Whole amounts are shown to people; the CSV holds every digit. */
function round(value: number): string {
  return Number.isNaN(value) ? '–' : (Math.round(value) + 0).toLocaleString('en');
}
