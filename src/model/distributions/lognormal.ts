import { exp } from '../../math/exp.ts';
import { expm1 } from '../../math/expm1.ts';
import { log } from '../../math/log.ts';
import { normalCdf, normalQuantile } from '../../math/normal.ts';
import { type ContinuousLaw, finite } from './law.ts';

/** exp of a normal with mean mu and standard deviation sigma > 0: the parameters are those of the logarithm. */
export interface Lognormal {
  readonly type: 'lognormal';
  readonly mu: number;
  readonly sigma: number;
}

const rootTwoPi = 2.5066282746310002;

export function lognormalLaw({ mu, sigma }: Lognormal): ContinuousLaw {
  const score = (x: number) => (log(x) - mu) / sigma;
  const mean = exp(mu + (sigma * sigma) / 2);
  return {
    kind: 'continuous',
    support: { low: 0, high: Infinity },
    mean: () => mean,
    variance: () => mean * mean * expm1(sigma * sigma),
    cdf: (x) => (x <= 0 ? 0 : normalCdf(score(x))),
    survival: (x) => (x <= 0 ? 1 : normalCdf(-score(x))),
    quantile: () => (u) => finite(exp(mu + sigma * normalQuantile(u))),
    upperQuantile: () => (s) => finite(exp(mu - sigma * normalQuantile(s))),
    density: (x) => (x <= 0 ? 0 : exp(-0.5 * score(x) * score(x)) / (x * sigma * rootTwoPi)),
    logSlope: (x) => -(1 + score(x) / sigma) / x,
  };
}
