import { exp } from '../math/exp.ts';
import { normalQuantile } from '../math/normal.ts';
import type { Key } from '../random/seed.ts';
import { createStream } from '../random/stream.ts';
import { type Parameters, periodsPerYear } from './parameters.ts';
import { discountRatio, freshNoise, growthRatio, noiseDrift, priceRatio } from './terms/scenario-terms.ts';

/** One sampled future: everything random in it, and the factors of time, by period. Shared by all strategies. */
export interface Future {
  /** What demand is multiplied by: noise times season. */
  readonly demandFactor: Float64Array;
  /** Uniform for the orders of a period. */
  readonly orders: Float64Array;
  /** Uniform for the issues found in a period. */
  readonly discovery: Float64Array;
  /** Uniform for the issues found before production. */
  readonly validation: number;
  /** Price in a period, up to and with the horizon. */
  readonly price: Float64Array;
  /** Discount factor of a period, up to and with the horizon. */
  readonly discount: Float64Array;
  /** Growth of a level demand since launch, by periods since launch. */
  readonly growth: Float64Array;
}

/** The names of the streams that every scenario draws from, beside one for each uncertain field. */
export const streamNames = {
  noise: 'noise',
  orders: 'orders',
  discovery: 'discovery',
  validation: 'validation',
} as const;

/**
 * Returns a function that draws the future of a replication under the given parameters (model, section 3). It uses, of
 * that replication, uniforms 0 to H − 1 of the streams `noise`, `orders` and `discovery`, and uniform 0 of
 * `validation`. The arrays are used again at the next call.
 */
export function futureSampler(
  key: Key,
  horizon: number,
): (replication: number, parameters: Parameters) => Future {
  const noise = createStream(key, streamNames.noise);
  const orders = createStream(key, streamNames.orders);
  const discovery = createStream(key, streamNames.discovery);
  const validation = createStream(key, streamNames.validation);
  const future = {
    demandFactor: new Float64Array(horizon),
    orders: new Float64Array(horizon),
    discovery: new Float64Array(horizon),
    validation: 0,
    price: new Float64Array(horizon + 1),
    discount: new Float64Array(horizon + 1),
    growth: new Float64Array(horizon),
  };

  return (replication, parameters) => {
    noise.fill(replication, future.demandFactor);
    orders.fill(replication, future.orders);
    discovery.fill(replication, future.discovery);
    future.validation = validation.uniform(replication, 0);
    shapeDemand(future.demandFactor, parameters);
    compound(future, parameters);
    return future;
  };
}

/** Turns uniforms into the noise of mean one, an AR(1) in its log, times the season. */
function shapeDemand(factor: Float64Array, parameters: Parameters): void {
  const { noise: sd, noisePersistence: rho, seasonality } = parameters.market;
  const fresh = freshNoise(parameters);
  const drift = noiseDrift(parameters);
  const perYear = periodsPerYear(parameters);
  let x = 0;
  for (let t = 0; t < factor.length; t++) {
    const z = normalQuantile(factor[t] as number);
    x = t === 0 ? z : rho * x + fresh * z;
    const month = (parameters.calendar.startMonth - 1 + Math.floor(((t % perYear) * 12) / perYear)) % 12;
    factor[t] = exp(sd * x - drift) * (seasonality[month] as number);
  }
}

/** Fills the factors that compound period by period; a product a period is cheaper than a power and as exact. */
function compound(future: Pick<Future, 'price' | 'discount' | 'growth'>, parameters: Parameters): void {
  fillGeometric(future.price, parameters.market.price, priceRatio(parameters));
  fillGeometric(future.discount, 1, discountRatio(parameters));
  fillGeometric(future.growth, 1, growthRatio(parameters));
}

function fillGeometric(out: Float64Array, first: number, ratio: number): void {
  let value = first;
  for (let t = 0; t < out.length; t++) {
    out[t] = value;
    value *= ratio;
  }
}
