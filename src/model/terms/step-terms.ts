import { log } from '../../math/log.ts';
import type { Ladder, ProcessParameters, Step } from '../parameters.ts';
import { wholeAbove } from './rounding.ts';

const ln2 = Math.LN2;

/**
 * What follows from the quantities of a step before its first period, by name. The replay and the kernel both take these
 * numbers from here, so that they are the same to the last bit. Where the model divides, they multiply by a reciprocal.
 */

/** Batches a unit. */
export function batchesPerUnit({ batch }: ProcessParameters): number {
  return 1 / batch;
}

/** Units to be paid for, for a good unit. */
export function unitsPerGood(process: ProcessParameters): number {
  return 1 / process.yield;
}

/** Tools worn out by a unit. */
export function toolsPerUnit({ toolLife }: ProcessParameters): number {
  return 1 / toolLife;
}

/** The power of the units ordered with which the conversion cost moves: log₂(learning). */
export function learningExponent({ learning }: ProcessParameters): number {
  return log(learning) / ln2;
}

/** What the experience with a process is measured in: learning references a unit. */
export function referencesPerUnit({ learningReference }: ProcessParameters): number {
  return 1 / learningReference;
}

/** What a setup costs once the supplier's help is taken off. */
export function setupCost({ setup }: ProcessParameters, { strategy }: Ladder): number {
  return setup * (1 - strategy.supplierCollaboration.setupReduction);
}

/** The part of a setup that a unit bears. */
export function setupPerUnit(process: ProcessParameters, ladder: Ladder): number {
  return setupCost(process, ladder) * batchesPerUnit(process);
}

/** What a revision costs on a process once the supplier's help is taken off. */
export function changeCost(process: ProcessParameters, { strategy }: Ladder): number {
  return process.changeCost * (1 - strategy.supplierCollaboration.changeReduction);
}

/** What is paid when a tool is ordered. */
export function toolDeposit({ toolingDeposit, tooling }: ProcessParameters): number {
  return toolingDeposit * tooling;
}

/** What is paid when a tool is ready. */
export function toolBalance(process: ProcessParameters): number {
  return process.tooling - toolDeposit(process);
}

/** What a unit wears off the tool. */
export function toolWear(process: ProcessParameters): number {
  return process.tooling * toolsPerUnit(process);
}

/** The most units that may be on order on a process. */
export function mostOnOrder({ capacity, lead }: ProcessParameters): number {
  return capacity * lead;
}

/** The fewest batches that can be ordered. */
export function fewestBatches(process: ProcessParameters): number {
  return wholeAbove(process.minimumOrder * batchesPerUnit(process));
}

/** How many periods of demand an order serves: lead time and cover. */
export function periodsServed({ process, stage }: Step): number {
  return process.lead + stage.cover;
}

/** How many periods ahead the demand that an order serves lies in the mean: (h + 1)/2. */
export function periodsAhead(step: Step): number {
  return (periodsServed(step) + 1) / 2;
}

/** How many batches an order may have for each unit of the order before. */
export function stepUpBatches({ process, stage }: Step): number {
  return stage.stepUp * batchesPerUnit(process);
}
