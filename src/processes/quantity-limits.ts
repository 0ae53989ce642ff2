import type { CatalogueProcess } from '../scenario/catalogue/index.ts';
import { type ProductionCost, productionDays } from './cost.ts';
import { meanOf, tails } from './estimate.ts';
import type { ProcessFigures } from './figures.ts';

/** The longest that a production may take at full capacity: a year of 364 days. */
export const longestProductionDays = 364;

/** The most tools that a production may wear out. */
export const mostTools = 50;

/** What speaks against a process at one quantity, and what is to be remarked. */
export interface QuantityLimits {
  readonly reasons: readonly string[];
  readonly remarks: readonly string[];
}

/**
 * Returns why a process cannot make a quantity sensibly, and remarks. It is a reason only where it holds in every
 * sampled future: the minimum order is above the quantity, full capacity takes more than a year, or more than 50 tools
 * are needed. Where it holds in some futures, its cost is in the estimates and it is a remark. A quantity outside the
 * range that publications call economic is a remark too.
 */
export function quantityLimits(
  entry: CatalogueProcess,
  figures: readonly ProcessFigures[],
  costs: readonly ProductionCost[],
  quantity: number,
): QuantityLimits {
  const reasons: string[] = [];
  const remarks: string[] = [];

  const minimums = figures.map(({ minimumOrder }) => minimumOrder);
  const above = shareOf(minimums, (minimum) => minimum > quantity);
  const range = rangeOf(Math.min(...minimums), Math.max(...minimums));
  if (above === 1) reasons.push(`the minimum order (${range}) is above ${grouped(quantity)}`);
  else if (above > 0)
    remarks.push(`a minimum order (${range}) may be above the quantity; all of it is paid for`);

  const days = figures.map((future) => productionDays(future, quantity));
  const slow = shareOf(days, (taken) => taken > longestProductionDays);
  const capacity = `capacity (${usual(figures.map(({ capacityPerDay }) => 7 * capacityPerDay))} a week)`;
  if (slow === 1) reasons.push(`at its ${capacity} it takes more than a year`);
  else if (slow > 0) remarks.push(`at its ${capacity} it may take more than a year`);

  const tools = costs.map((cost) => cost.tools);
  const life = `a tool lasts ${usual(figures.map(({ toolLife }) => toolLife))} units`;
  if (Math.min(...tools) > mostTools) reasons.push(`needs more than ${mostTools} tools: ${life}`);
  else if (meanOf(Float64Array.from(tools)) > 1.05) remarks.push(`needs ${usual(tools)} tools: ${life}`);

  const { from, to = Number.POSITIVE_INFINITY, evidence } = entry.limits.economic;
  const economic =
    to === Number.POSITIVE_INFINITY ? `${grouped(from)} and more` : `${grouped(from)} to ${grouped(to)}`;
  if (quantity < from) remarks.push(`below the range called economic: ${economic} (${evidence})`);
  if (quantity > to) remarks.push(`above the range called economic: ${economic} (${evidence})`);
  return { reasons, remarks };
}

function shareOf(values: readonly number[], holds: (value: number) => boolean): number {
  return values.filter(holds).length / values.length;
}

/** Returns the range that nine futures out of ten lie in. */
function usual(values: readonly number[]): string {
  const { p5, p95 } = tails(Float64Array.from(values));
  return rangeOf(p5, p95);
}

function rangeOf(least: number, greatest: number): string {
  const low = rounded(least);
  const high = rounded(greatest);
  return low === high ? low : `${low} to ${high}`;
}

/** Three digits are more than these ranges know. */
function rounded(value: number): string {
  return value < 1000 ? String(Math.round(value)) : grouped(Number(value.toPrecision(3)));
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
