import type { MetricName } from '../model/replay/metrics.ts';

/** How a metric reads to a person: its unit, and what it is (model, section 6). */
export interface MetricDescription {
  readonly unit: 'currency' | 'units' | 'periods' | 'count' | '1' | 'currency/unit';
  readonly description: string;
}

export const metricDescriptions: Readonly<Record<MetricName, MetricDescription>> = {
  npv: { unit: 'currency', description: 'net present value' },
  ending_cash: { unit: 'currency', description: 'cash at the end, after the settlement' },
  lowest_cash: { unit: 'currency', description: 'lowest closing cash, before any settlement' },
  peak_funding: { unit: 'currency', description: 'most of the opening cash that was used at any time' },
  insolvent: { unit: '1', description: 'ran out of cash (0 or 1)' },
  stopped: { unit: '1', description: 'gave up (0 or 1)' },
  launch_period: { unit: 'periods', description: 'first period with stock; the horizon if never' },
  scaled_period: {
    unit: 'periods',
    description: 'first period with a mass stage active; the horizon if never',
  },
  ever_scaled: { unit: '1', description: 'reached a mass stage (0 or 1)' },
  units_sold: { unit: 'units', description: 'units shipped' },
  orders_lost: { unit: 'units', description: 'orders cancelled while they waited' },
  orders_waiting: { unit: 'units', description: 'orders still waiting at the end' },
  units_made: { unit: 'units', description: 'good units ordered' },
  units_scrapped: { unit: 'units', description: 'units scrapped at revisions, on stock and on order' },
  ending_inventory: { unit: 'units', description: 'stock and batches on order at the end' },
  production_spend: { unit: 'currency', description: 'batches and their setups, as ordered' },
  unit_cost: { unit: 'currency/unit', description: 'production spend over units made; empty if none' },
  tooling_spend: { unit: 'currency', description: 'tools and their changes, as paid' },
  revenue: { unit: 'currency', description: 'sales, as shipped' },
  warranty_spend: { unit: 'currency', description: 'warranty, as shipped' },
  revisions: { unit: 'count', description: 'design revisions' },
  open_issues: { unit: 'count', description: 'design issues still open at the end' },
  peak_capital_tied: { unit: 'currency', description: 'greatest value of stock plus tooling paid so far' },
  payback_period: {
    unit: 'periods',
    description: 'periods until cash stays at or above what was put in; the horizon if never',
  },
};
