import type { GateParameters } from '../parameters.ts';
import { toolWear } from '../terms/step-terms.ts';
import type { State } from './state.ts';
import { stepAt } from './tools.ts';
import { goodUnitCost } from './unit-cost.ts';

/** Returns whether the evidence for taking the next step is there (model, section 5). */
export function gatesPass(state: State, t: number, next: number): boolean {
  const { gates } = stepAt(state, state.active);
  if (gates === undefined) return false;
  if (gates.at !== undefined) return t >= gates.at;
  if (state.launch > t) return false;
  const verdicts = [
    gates.demandStable && demandIsStable(state, t, gates.demandStable),
    gates.designFrozen && state.frozen >= gates.designFrozen.for,
    gates.costPressure && toolPaysBack(state, next, gates.costPressure),
    gates.marketValidated && state.shipped >= gates.marketValidated.sold,
  ].filter((verdict) => verdict !== undefined);
  return verdicts.filter(Boolean).length >= (gates.require ?? verdicts.length);
}

function demandIsStable(
  { level, variance, launch }: State,
  t: number,
  gate: NonNullable<GateParameters['demandStable']>,
): boolean {
  // The product is squared whole, as the opening variance is, so that a tie at the start is a tie.
  const bound = gate.cv * level;
  return t - launch + 1 >= gate.window && level > 0 && variance <= bound * bound;
}

/** The wear of the current tool counts as a unit cost; the next tool is the investment itself. */
function toolPaysBack(
  state: State,
  next: number,
  gate: NonNullable<GateParameters['costPressure']>,
): boolean {
  const current = stepAt(state, state.active);
  const after = stepAt(state, next);
  const today = goodUnitCost(current.process, current.ordered, state.ladder) + toolWear(current.process);
  const saving = today - goodUnitCost(after.process, after.ordered, state.ladder);
  return after.process.tooling <= saving * Math.max(0, state.level) * gate.payback;
}
