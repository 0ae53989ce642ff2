import { log1p } from '../../math/log1p.ts';
import { pow } from '../../math/pow.ts';
import { type Parameters, periodsPerYear } from '../parameters.ts';

/**
 * What follows from the quantities of a scenario before its first period, by name. The replay and the kernel both take
 * these numbers from here, so that they are the same to the last bit.
 */

/** What a price is multiplied by from one period to the next. */
export function priceRatio(parameters: Parameters): number {
  return pow(1 - parameters.market.priceErosion, 1 / periodsPerYear(parameters));
}

/** What a discount factor is multiplied by from one period to the next: δ. */
export function discountRatio(parameters: Parameters): number {
  return pow(1 + parameters.finance.discountRate, -1 / periodsPerYear(parameters));
}

/** What a level demand is multiplied by from one period to the next. */
export function growthRatio(parameters: Parameters): number {
  return pow(1 + parameters.market.growth, 1 / periodsPerYear(parameters));
}

/** How much one unit in the field adds to the hazard of buying, under a Bass diffusion: q/M. */
export function contagion({ market }: Parameters): number {
  return market.imitation / market.size;
}

/** The logarithm of what an open issue leaves of demand. */
export function appealLog({ design }: Parameters): number {
  return log1p(-design.appealLoss);
}

/** The weight of a period's own noise: √(1 − ρ²). */
export function freshNoise({ market: { noisePersistence: rho } }: Parameters): number {
  return Math.sqrt(1 - rho * rho);
}

/** What is taken off the logarithm of demand so that the noise has mean one: σ²/2. */
export function noiseDrift({ market: { noise: sd } }: Parameters): number {
  return (sd * sd) / 2;
}

/** The share of demand that is left once the competitor is there. */
export function ourShare({ market }: Parameters): number {
  return 1 - market.competitor.share;
}

/** The variance of the forecast before anything is sold. */
export function planVariance({ plan }: Parameters): number {
  const spread = plan.cv * plan.demand;
  return spread * spread;
}

/** The weight of a forecast error in the trend: α·β. */
export function trendWeight({ plan }: Parameters): number {
  return plan.smoothing * plan.trendSmoothing;
}

/** The weight of the variance so far: 1 − α. */
export function varianceKept({ plan }: Parameters): number {
  return 1 - plan.smoothing;
}

/** Cost of holding stock for a period, as a fraction of its value. */
export function holdingPerPeriod(parameters: Parameters): number {
  return parameters.finance.holdingRate / periodsPerYear(parameters);
}

/** Interest on negative cash for a period, as a fraction of it. */
export function creditPerPeriod(parameters: Parameters): number {
  return parameters.finance.creditRate / periodsPerYear(parameters);
}
