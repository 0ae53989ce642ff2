import type { Future } from '../future.ts';
import type { Ladder, Parameters } from '../parameters.ts';
import { type Account, accounts, type Booking } from './accounts.ts';
import type { Metrics } from './metrics.ts';
import { replay } from './replay.ts';
import { goodOnOrder, type State } from './state.ts';

/** One period of one strategy's books. Opening cash + funding + flow = closing cash; the accounts add up to the flow. */
export interface LedgerLine {
  readonly period: number;
  /** `settlement` is what follows the last period: everything owed either way is paid at once. */
  readonly kind: 'period' | 'settlement';
  readonly openingCash: number;
  readonly funding: number;
  /** What was received (positive) and paid (negative), by account. */
  readonly booked: Booking;
  readonly flow: number;
  readonly closingCash: number;
  readonly discount: number;
  readonly cumulativeNpv: number;
  /** Value of the time beyond the horizon, in the NPV alone; 0 but in the settlement. */
  readonly terminal: number;
  readonly openingStock: number;
  readonly arrived: number;
  readonly scrappedStock: number;
  readonly shipped: number;
  readonly closingStock: number;
  /** Orders of customers, what waits for stock at the end, and what gave up waiting. */
  readonly orders: number;
  readonly waiting: number;
  readonly cancelled: number;
  /** Units ordered from the process, and good units on order at the end. */
  readonly ordered: number;
  readonly onOrder: number;
  readonly openIssues: number;
  readonly issuesFound: number;
  /** The process that is active, or empty. */
  readonly stage: string;
  /** The process whose tool is on order, or empty. */
  readonly toolOnOrder: string;
  readonly forecast: number;
  readonly forecastTrend: number;
  readonly forecastSd: number;
  readonly unitCost: number;
}

/** One strategy in one future: its books, period by period, and its metrics. */
export interface Ledger {
  readonly lines: readonly LedgerLine[];
  readonly metrics: Metrics;
}

/** Returns the ledger of one strategy in one future. */
export function ledgerOf(parameters: Parameters, ladder: Ladder, future: Future): Ledger {
  const lines: LedgerLine[] = [];
  let before: Snapshot | undefined;

  function add(
    line: Pick<LedgerLine, 'period' | 'kind' | 'terminal' | 'orders' | 'ordered'>,
    state: State,
  ): void {
    if (before === undefined) throw new RangeError('a line was closed that never opened');
    lines.push({
      ...changeSince(before, state),
      ...standing(state),
      discount: future.discount[line.period] ?? 1,
      ...line,
    });
    before = snapshotOf(state);
  }

  const metrics = replay(parameters, ladder, future, {
    opened(state) {
      before = snapshotOf(state);
    },
    closed(period, state, { orders, ordered }) {
      add({ period, kind: 'period', terminal: 0, orders, ordered }, state);
    },
    settled(period, state, { terminal }) {
      add({ period, kind: 'settlement', terminal, orders: 0, ordered: 0 }, state);
    },
  });
  return { lines, metrics };
}

/** What a line is the change of. */
interface Snapshot {
  readonly cash: number;
  readonly booked: Booking;
  readonly stock: number;
  readonly openIssues: number;
  readonly shipped: number;
  readonly cancelled: number;
  readonly funding: number;
  readonly arrived: number;
  readonly stockScrapped: number;
}

function snapshotOf({ cash, booked, stock, openIssues, shipped, cancelled, tally }: State): Snapshot {
  const { funding, arrived, stockScrapped } = tally;
  return {
    cash,
    booked: { ...booked },
    stock,
    openIssues,
    shipped,
    cancelled,
    funding,
    arrived,
    stockScrapped,
  };
}

function changeSince(before: Snapshot, state: State) {
  const after = snapshotOf(state);
  const change = (account: Account) => after.booked[account] - before.booked[account];
  return {
    openingCash: before.cash,
    funding: after.funding - before.funding,
    booked: Object.fromEntries(accounts.map((account) => [account, change(account)])) as Booking,
    flow: state.flow,
    closingCash: after.cash,
    openingStock: before.stock,
    arrived: after.arrived - before.arrived,
    scrappedStock: after.stockScrapped - before.stockScrapped,
    shipped: after.shipped - before.shipped,
    closingStock: after.stock,
    cancelled: after.cancelled - before.cancelled,
    issuesFound: before.openIssues - after.openIssues,
  };
}

function standing(state: State) {
  const nameOf = (step: number | undefined) =>
    (step === undefined ? undefined : state.ladder.steps[step]?.stage.process) ?? '';
  return {
    cumulativeNpv: state.npv,
    waiting: state.waiting,
    onOrder: goodOnOrder(state),
    openIssues: state.openIssues,
    stage: nameOf(state.active),
    toolOnOrder: nameOf(state.tool?.step),
    forecast: state.level,
    forecastTrend: state.trend,
    forecastSd: Math.sqrt(state.variance),
    unitCost: state.unitCost,
  };
}
