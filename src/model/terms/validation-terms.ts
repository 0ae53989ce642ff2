import { pow } from '../../math/pow.ts';
import type { Ladder, Parameters } from '../parameters.ts';

/** The chance that an issue is removed before production, by prototype rounds and the supplier. */
export function removalChance({ strategy }: Ladder, { design }: Parameters): number {
  const missed = pow(1 - design.validation.detection, strategy.validationRounds);
  return 1 - missed * (1 - strategy.supplierCollaboration.issueReduction);
}

/** What the prototype rounds cost. */
export function validationSpend({ strategy }: Ladder, { design }: Parameters): number {
  return strategy.validationRounds * design.validation.cost;
}

/** The period in which production starts, when the prototype rounds are over. */
export function productionStart({ strategy }: Ladder, { design }: Parameters): number {
  return strategy.validationRounds * design.validation.time;
}
