import { log } from '../../math/log.ts';
import { pow } from '../../math/pow.ts';
import type { ProcessParameters } from '../parameters.ts';

const ln2 = 0.6931471805599453;

/** Returns the cost of a unit paid for, after `ordered` units on the process: c of step 8, setups apart. */
export function variableCost(process: ProcessParameters, ordered: number): number {
  const doublings = Math.max(1, ordered / process.learningReference);
  return process.material + process.conversion * pow(doublings, log(process.learning) / ln2);
}

/** Returns what a setup costs once the supplier's help is taken off. */
export function setupCost(process: ProcessParameters, setupReduction: number): number {
  return process.setup * (1 - setupReduction);
}

/** Returns the cost of a good unit, setups included: k of step 8. */
export function goodUnitCost(process: ProcessParameters, ordered: number, setupReduction: number): number {
  return (
    (variableCost(process, ordered) + setupCost(process, setupReduction) / process.batch) / process.yield
  );
}
