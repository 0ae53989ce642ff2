/** What a quantity costs, in whole units from 1 on. */
export type CostCurve = (quantity: number) => number;

/** The quantity from which a second process is the cheaper one. */
export interface BreakEven {
  /** The second costs no more here, and more at one unit less. */
  readonly quantity: number;
  /** Whether the second stays the cheaper one on every rung up to the limit; new tools may swap the order back. */
  readonly lasting: boolean;
}

/** How far break-even quantities are looked for. */
export const breakEvenLimit = 1_000_000;

/**
 * Returns the whole quantities between which curves are compared: each rung is 15% above the one before (1 more where
 * that is more), from 1 to the limit, both included.
 */
export function rungs(limit: number = breakEvenLimit): readonly number[] {
  const steps: number[] = [];
  for (let rung = 1; rung < limit; rung = Math.max(rung + 1, Math.floor(rung * 1.15))) steps.push(rung);
  return [...steps, limit];
}

/**
 * Returns the quantity at which the curve of the second process first comes down to that of the first: the first rung
 * where it has, and then bisection on whole quantities. Undefined where it never does up to the limit; 1 where it lies
 * below from the start.
 */
export function breakEven(
  first: CostCurve,
  second: CostCurve,
  limit: number = breakEvenLimit,
): BreakEven | undefined {
  const ladder = rungs(limit);
  const isCheaper = (quantity: number): boolean => second(quantity) <= first(quantity);
  const index = ladder.findIndex(isCheaper);
  const at = ladder[index];
  if (at === undefined) return undefined;
  const before = ladder[index - 1];
  const quantity = before === undefined ? at : firstWhere(isCheaper, before, at);
  return { quantity, lasting: ladder.slice(index).every(isCheaper) };
}

/** One stretch of quantities on which one of several curves is the lowest. */
export interface CheapestStretch {
  readonly from: number;
  /** The index of the lowest curve; the first of those that tie. */
  readonly index: number;
}

/** Returns the stretches on which one curve is the lowest, from 1 to the limit, as far as the rungs show them. */
export function cheapestStretches(
  curves: readonly CostCurve[],
  limit: number = breakEvenLimit,
): readonly CheapestStretch[] {
  if (curves.length === 0) return [];
  const stretches: CheapestStretch[] = [{ from: 1, index: lowestAt(curves, 1) }];
  let below = 1;
  for (const rung of rungs(limit)) {
    const lowest = lowestAt(curves, rung);
    for (let last = stretches.at(-1)?.index; last !== lowest; last = stretches.at(-1)?.index) {
      const from = firstWhere((quantity) => lowestAt(curves, quantity) !== last, below, rung);
      stretches.push({ from, index: lowestAt(curves, from) });
      below = from;
    }
    below = rung;
  }
  return stretches;
}

function lowestAt(curves: readonly CostCurve[], quantity: number): number {
  const costs = curves.map((curve) => curve(quantity));
  return costs.indexOf(costs.reduce((least, cost) => Math.min(least, cost)));
}

/** Bisects for a quantity in (low, high] where a condition holds and does not hold one below; it fails at low. */
function firstWhere(holds: (quantity: number) => boolean, low: number, high: number): number {
  let fails = low;
  let succeeds = high;
  while (succeeds - fails > 1) {
    const middle = Math.floor((fails + succeeds) / 2);
    if (holds(middle)) succeeds = middle;
    else fails = middle;
  }
  return succeeds;
}
