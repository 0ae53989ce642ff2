import { discoveredIssues } from '../inversion/discovery.ts';
import { changeCost } from '../terms/step-terms.ts';
import { pay, type State } from './state.ts';
import { stepAt } from './tools.ts';

/** Step 4: issues are found by the bench and by users. All that are found in one period are one revision. */
export function discover(state: State, t: number, uniform: number): void {
  const { design } = state.parameters;
  const hazard = design.benchDiscovery + design.fieldDiscovery * state.shipped;
  const found = discoveredIssues(uniform, state.openIssues, hazard);
  if (found > 0) {
    revise(state, t, found);
  } else if (state.launch < t) {
    state.frozen += 1;
  }
}

function revise(state: State, t: number, found: number): void {
  const { design } = state.parameters;
  state.openIssues -= found;
  state.frozen = 0;
  state.tally.revisions += 1;
  pay(state, 'engineering', found * design.engineeringCost);
  pay(state, 'field_fixes', found * design.fieldFixCost * state.shipped);
  scrap(state, design.inventoryScrap);
  if (state.active >= 0) {
    state.blockedUntil = Math.max(state.blockedUntil, t) + changeProcess(state, state.active);
  }
  if (state.tool !== undefined) {
    state.tool.ready = Math.max(state.tool.ready, t) + changeProcess(state, state.tool.step);
  }
}

/** Pays for the change of one process; returns how many periods it takes. */
function changeProcess(state: State, step: number): number {
  const { process } = stepAt(state, step);
  pay(state, 'tooling', changeCost(process, state.ladder));
  return process.changeTime;
}

function scrap(state: State, share: number): void {
  state.tally.unitsScrapped += (state.stock + state.onOrder * state.survival) * share;
  state.tally.stockScrapped += state.stock * share;
  state.stock *= 1 - share;
  if (share < 1) {
    state.survival *= 1 - share;
    if (state.survival < smallestSurvival) rescale(state);
    return;
  }
  // With nothing left, a survival of 0 would spoil what is ordered later, which is counted in its units.
  for (const batch of state.batches) batch.good = 0;
  state.onOrder = 0;
}

/** Hundreds of revisions could make the survival underflow; a power of two moves between it and what it is multiplied by. */
const smallestSurvival = 4.909093465297727e-91;
const scale = 2.037035976334486e90;

/** Changes no product of survival and good units by a single bit. */
function rescale(state: State): void {
  state.survival *= scale;
  state.onOrder /= scale;
  for (const batch of state.batches) batch.good /= scale;
}
