import type { ProcessFigures } from './figures.ts';
import { learnedUnits } from './learned.ts';

/** What is forgiven where a count is rounded up, so that arithmetic noise buys nothing. */
const tolerance = 1e-9;

/** What it costs to make a number of good units on one process, and what that consists of. */
export interface ProductionCost {
  readonly total: number;
  /** Units that are paid for: the good ones, the bad ones, and what the minimum order adds. */
  readonly paidUnits: number;
  /** Tools bought: the first one, and those that replace worn ones. */
  readonly tools: number;
  readonly setups: number;
}

/** Returns the units that have to be paid for: ⌈quantity / yield⌉, at least the minimum order. */
export function paidUnits(figures: ProcessFigures, quantity: number): number {
  return wholeAbove(Math.max(quantity / figures.yield, figures.minimumOrder));
}

/**
 * Returns what `quantity` good units cost when all of them are made on one process: tools by wear, a setup for every
 * batch begun, material and learned conversion for every unit paid for, and the expected design revisions. The last
 * batch may be a partial one, which a simulated strategy, ordering whole batches, cannot have.
 *
 * `quantity` is whole and at least 1; `revisions` is an expected number, so it may be fractional.
 */
export function productionCost(
  figures: ProcessFigures,
  quantity: number,
  revisions: number = 0,
): ProductionCost {
  const units = paidUnits(figures, quantity);
  const tools = Math.max(1, wholeAbove(units / figures.toolLife));
  const setups = wholeAbove(units / figures.batch);
  const conversion = figures.conversion * learnedUnits(figures.learning, figures.learningReference, units);
  const total =
    tools * figures.tooling +
    setups * figures.setup +
    units * figures.material +
    conversion +
    revisions * figures.changeCost;
  return { total, paidUnits: units, tools, setups };
}

/** Returns the days that it takes to make the units at full capacity. */
export function productionDays(figures: ProcessFigures, quantity: number): number {
  return paidUnits(figures, quantity) / figures.capacityPerDay;
}

/**
 * Returns the days from the decision to the last good unit: the tool, then the units, which take the lead of a batch or
 * the time at full capacity, whichever is longer, then the delays of the expected design revisions. Worn tools are
 * replaced without a delay, as in the simulation.
 */
export function leadDays(figures: ProcessFigures, quantity: number, revisions: number = 0): number {
  return (
    figures.toolingLeadDays +
    Math.max(figures.leadDays, productionDays(figures, quantity)) +
    revisions * figures.changeTimeDays
  );
}

function wholeAbove(x: number): number {
  return Math.ceil(x - tolerance);
}
