import * as at from '../../../workers/kernel/layout.ts';
import type { Ladder, Parameters, Step } from '../parameters.ts';
import { goodUnitCost } from '../replay/unit-cost.ts';
import {
  batchesPerUnit,
  changeCost,
  fewestBatches,
  learningExponent,
  mostOnOrder,
  periodsAhead,
  periodsServed,
  referencesPerUnit,
  setupCost,
  setupPerUnit,
  stepUpBatches,
  toolBalance,
  toolDeposit,
  toolsPerUnit,
  toolWear,
  unitsPerGood,
} from '../terms/step-terms.ts';
import { productionStart, removalChance, validationSpend } from '../terms/validation-terms.ts';

/** A row of the kernel, counted from the strategy's first one, and the quantity that stands in it. */
export type StrategyValue = readonly [row: number, value: (ladder: Ladder, parameters: Parameters) => number];
/** The same of a step, given the step after it, if there is one. */
export type StepValue = readonly [
  row: number,
  value: (step: Step, ladder: Ladder, next: Step | undefined) => number,
];

/** What the kernel knows of a strategy beside its steps. */
export const strategyValues: readonly StrategyValue[] = [
  [at.initialOrder, ({ strategy }) => strategy.initialOrder],
  [at.removal, removalChance],
  [at.productionStart, productionStart],
  [at.validationSpend, validationSpend],
  [at.collaboration, ({ strategy }) => strategy.supplierCollaboration.cost],
  [at.stopAfter, ({ strategy }) => strategy.stop?.after ?? Infinity],
  [at.soldBelow, ({ strategy }) => strategy.stop?.soldBelow ?? 0],
];

/** What the kernel knows of a step. A gate that is not given has a threshold that nothing passes. */
export const stepValues: readonly StepValue[] = [
  [at.tooling, ({ process }) => process.tooling],
  [at.toolDeposit, ({ process }) => toolDeposit(process)],
  [at.toolBalance, ({ process }) => toolBalance(process)],
  [at.toolingLead, ({ process }) => process.toolingLead],
  [at.toolsPerUnit, ({ process }) => toolsPerUnit(process)],
  [at.toolWear, ({ process }) => toolWear(process)],
  [at.changeCost, ({ process }, ladder) => changeCost(process, ladder)],
  [at.changeTime, ({ process }) => process.changeTime],
  [at.isMass, ({ process }) => Number(process.scale === 'mass')],
  [at.material, ({ process }) => process.material],
  [at.conversion, ({ process }) => process.conversion],
  [at.learningExponent, ({ process }) => learningExponent(process)],
  [at.referencesPerUnit, ({ process }) => referencesPerUnit(process)],
  [at.unitsPerGood, ({ process }) => unitsPerGood(process)],
  [at.goodPerUnit, ({ process }) => process.yield],
  [at.batch, ({ process }) => process.batch],
  [at.batchesPerUnit, ({ process }) => batchesPerUnit(process)],
  [at.setup, ({ process }, ladder) => setupCost(process, ladder)],
  [at.setupPerUnit, ({ process }, ladder) => setupPerUnit(process, ladder)],
  [at.mostOnOrder, ({ process }) => mostOnOrder(process)],
  [at.minimumOrder, ({ process }) => process.minimumOrder],
  [at.fewestBatches, ({ process }) => fewestBatches(process)],
  [at.deposit, ({ process }) => process.deposit],
  [at.lead, ({ process }) => process.lead],
  [at.periodsServed, periodsServed],
  [at.periodsAhead, periodsAhead],
  [at.safety, ({ stage }) => stage.safety],
  [at.stepUpBatches, stepUpBatches],
  [at.nextTooling, (_, __, next) => next?.process.tooling ?? Infinity],
  [at.nextUnitCost, (_, ladder, next) => (next === undefined ? 0 : goodUnitCost(next.process, 0, ladder))],
  [at.gateAt, ({ gates }) => gates?.at ?? Infinity],
  [at.gatesRequired, ({ gates }) => gatesRequired(gates)],
  [at.gateWindow, ({ gates }) => gates?.demandStable?.window ?? Infinity],
  [at.gateCv, ({ gates }) => gates?.demandStable?.cv ?? 0],
  [at.gateFrozen, ({ gates }) => gates?.designFrozen?.for ?? Infinity],
  [at.gateTooling, ({ gates }, _, next) => (gates?.costPressure && next?.process.tooling) ?? Infinity],
  [at.gatePayback, ({ gates }) => gates?.costPressure?.payback ?? 0],
  [at.gateSold, ({ gates }) => gates?.marketValidated?.sold ?? Infinity],
];

function gatesRequired(gates: Step['gates']): number {
  if (gates === undefined || gates.at !== undefined) return Infinity;
  const given = [gates.demandStable, gates.designFrozen, gates.costPressure, gates.marketValidated];
  return gates.require ?? given.filter((gate) => gate !== undefined).length;
}
