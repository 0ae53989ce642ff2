import { goodOnOrder, type State } from './state.ts';

/** What a replication reports for each strategy (model, section 6), in the order of the result files. */
export const metricNames = [
  'npv',
  'ending_cash',
  'lowest_cash',
  'peak_funding',
  'insolvent',
  'stopped',
  'launch_period',
  'scaled_period',
  'ever_scaled',
  'units_sold',
  'orders_lost',
  'orders_waiting',
  'units_made',
  'units_scrapped',
  'ending_inventory',
  'production_spend',
  'unit_cost',
  'tooling_spend',
  'revenue',
  'warranty_spend',
  'revisions',
  'open_issues',
  'peak_capital_tied',
  'payback_period',
] as const;

export type MetricName = (typeof metricNames)[number];
/** The metrics of one strategy in one replication; a value that does not exist is NaN. */
export type Metrics = Readonly<Record<MetricName, number>>;

/** Returns the metrics of a strategy that has ended. */
export function metricsOf(state: State, insolvent: boolean, stopped: boolean, payback: number): Metrics {
  const { tally, booked, parameters, horizon } = state;
  return {
    npv: state.npv,
    ending_cash: state.cash,
    lowest_cash: tally.lowestCash,
    peak_funding: Math.max(0, parameters.finance.openingCash - tally.lowestCash),
    insolvent: Number(insolvent),
    stopped: Number(stopped),
    launch_period: state.launch,
    scaled_period: tally.scaled,
    ever_scaled: Number(tally.scaled < horizon),
    units_sold: state.shipped,
    orders_lost: state.cancelled,
    orders_waiting: state.waiting,
    units_made: tally.unitsMade,
    units_scrapped: tally.unitsScrapped,
    ending_inventory: state.stock + goodOnOrder(state),
    production_spend: tally.productionSpend,
    unit_cost: tally.unitsMade > 0 ? tally.productionSpend / tally.unitsMade : Number.NaN,
    tooling_spend: 0 - booked.tooling,
    revenue: tally.revenue,
    warranty_spend: 0 - booked.warranty,
    revisions: tally.revisions,
    open_issues: state.openIssues,
    peak_capital_tied: tally.peakCapitalTied,
    payback_period: payback,
  };
}
