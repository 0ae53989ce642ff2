import { exp } from '../../math/exp.ts';
import { log } from '../../math/log.ts';
import type { Ladder, ProcessParameters } from '../parameters.ts';
import { learningExponent, referencesPerUnit, setupPerUnit, unitsPerGood } from '../terms/step-terms.ts';

/** Returns the cost of a unit paid for, after `ordered` units on the process: c of step 8, setups apart. */
export function variableCost(process: ProcessParameters, ordered: number): number {
  const experience = Math.max(1, ordered * referencesPerUnit(process));
  return process.material + process.conversion * exp(learningExponent(process) * log(experience));
}

/** Returns the cost of a good unit, setups included: k of step 8. */
export function goodUnitCost(process: ProcessParameters, ordered: number, ladder: Ladder): number {
  return (variableCost(process, ordered) + setupPerUnit(process, ladder)) * unitsPerGood(process);
}
