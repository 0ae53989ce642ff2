export {
  type BreakEven,
  breakEven,
  breakEvenLimit,
  type CostCurve,
  cheapestStretches,
} from './break-even.ts';
export { leadDays, type ProductionCost, productionCost } from './cost.ts';
export { drawFigures, readEntry } from './draw.ts';
export type { Estimate } from './estimate.ts';
export { type ProcessFigures, plainFigures } from './figures.ts';
export type { ProcessNeed, ResolvedNeed } from './need.ts';
export {
  type NeighbourBreakEven,
  type ProcessRanking,
  type QuantityRanking,
  type RankedProcess,
  rankProcesses,
} from './rank.ts';
export type { Suitability } from './suitability.ts';
