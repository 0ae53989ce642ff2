import type { Ladder, Parameters, Step } from '../parameters.ts';
import { planVariance } from '../terms/scenario-terms.ts';
import { type Account, type Booking, emptyBooking } from './accounts.ts';

/** A batch on order. */
export interface Batch {
  /** Index of the step whose process makes it. */
  readonly step: number;
  readonly arrives: number;
  /** Units paid for, whatever was scrapped since. */
  readonly paidUnits: number;
  /** Good units, to be multiplied by what revisions leave (`survival`) when it arrives. */
  good: number;
  readonly balance: number;
}

/** A tool on order. */
export interface Tool {
  readonly step: number;
  ready: number;
  readonly balance: number;
}

/** A step of the ladder, with how its process stands. */
export interface StepState extends Step {
  /** Units ordered on it so far, as paid for (N). */
  ordered: number;
  /** Units on order on it now, as paid for. */
  onOrder: number;
  tools: number;
}

/** Everything that one strategy remembers from period to period (model, section 4). Units keep their fractions. */
export interface State {
  readonly parameters: Parameters;
  readonly ladder: Ladder;
  readonly horizon: number;

  /** Cash at the start of the period; funding goes in at once, the cash flow at the end. */
  cash: number;
  /** Cash flow of this period so far. */
  flow: number;
  npv: number;
  readonly booked: Booking;

  stock: number;
  waiting: number;
  /** Orders of customers so far. */
  orders: number;
  /** Buyers lost to the competitor so far. */
  lost: number;
  cancelled: number;
  shipped: number;
  openIssues: number;

  level: number;
  trend: number;
  variance: number;
  /** Periods without a revision while units were in the field. */
  frozen: number;

  /** What revisions leave of a batch on order (G). */
  survival: number;
  readonly batches: Batch[];
  /** Good units on order, to be multiplied by `survival`. */
  onOrder: number;
  /** Balances outstanding on batches. */
  owed: number;
  tool: Tool | undefined;
  /** What customers owe, by the period in which it falls due; whatever is due later stands at the horizon. */
  readonly receivable: Float64Array;
  receivables: number;

  readonly steps: readonly StepState[];
  /** The step that produces, or −1 before the first tool is ready. */
  active: number;
  /** The active process is blocked until this period. */
  blockedUntil: number;
  /** The last order placed, in units paid for. */
  lastOrder: number;
  /** The first period with stock, or the horizon. */
  launch: number;
  /** Cost of a good unit on the active process in this period. */
  unitCost: number;
  stopping: boolean;

  readonly tally: Tally;
}

/** What is only counted, for the metrics. */
export interface Tally {
  funding: number;
  unitsMade: number;
  unitsScrapped: number;
  /** The part of it that was in stock. */
  stockScrapped: number;
  /** Good units that arrived. */
  arrived: number;
  productionSpend: number;
  revenue: number;
  revisions: number;
  scaled: number;
  lowestCash: number;
  peakCapitalTied: number;
  paybackPeriod: number;
}

/** Returns the state of a strategy before period 0; no issue has been removed yet. */
export function openingState(parameters: Parameters, ladder: Ladder): State {
  const { finance, plan, design, calendar } = parameters;
  const horizon = calendar.horizon;
  return {
    parameters,
    ladder,
    horizon,
    cash: finance.openingCash,
    flow: 0,
    npv: 0,
    booked: emptyBooking(),
    stock: 0,
    waiting: 0,
    orders: 0,
    lost: 0,
    cancelled: 0,
    shipped: 0,
    openIssues: design.issues,
    level: plan.demand,
    trend: 0,
    variance: planVariance(parameters),
    frozen: 0,
    survival: 1,
    batches: [],
    onOrder: 0,
    owed: 0,
    tool: undefined,
    receivable: new Float64Array(horizon + 1),
    receivables: 0,
    steps: ladder.steps.map((step) => ({ ...step, ordered: 0, onOrder: 0, tools: 0 })),
    active: -1,
    blockedUntil: 0,
    lastOrder: 0,
    launch: horizon,
    unitCost: 0,
    stopping: false,
    tally: {
      funding: 0,
      unitsMade: 0,
      unitsScrapped: 0,
      stockScrapped: 0,
      arrived: 0,
      productionSpend: 0,
      revenue: 0,
      revisions: 0,
      scaled: horizon,
      lowestCash: finance.openingCash,
      peakCapitalTied: 0,
      paybackPeriod: 0,
    },
  };
}

/** Books money received (positive) into this period's cash flow. */
export function receive(state: State, account: Account, amount: number): void {
  state.flow += amount;
  state.booked[account] += amount;
}

/** Books money paid (positive) out of this period's cash flow. */
export function pay(state: State, account: Account, amount: number): void {
  state.flow -= amount;
  state.booked[account] -= amount;
}

/** Returns good units on order, as they will arrive if nothing is revised until then. */
export function goodOnOrder(state: State): number {
  return state.onOrder * state.survival;
}

/** Returns what is owed on batches and tools on order. */
export function balancesOutstanding(state: State): number {
  return state.owed + (state.tool === undefined ? 0 : state.tool.balance);
}

/** Returns everyone who could still order, under a Bass diffusion. */
export function remainingBuyers(state: State): number {
  return Math.max(0, state.parameters.market.size - state.orders - state.lost);
}
