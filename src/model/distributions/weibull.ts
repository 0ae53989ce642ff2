import { exp } from '../../math/exp.ts';
import { expm1 } from '../../math/expm1.ts';
import { log } from '../../math/log.ts';
import { logGamma } from '../../math/log-gamma.ts';
import { log1p } from '../../math/log1p.ts';
import { pow } from '../../math/pow.ts';
import { type ContinuousLaw, finite } from './law.ts';

/** The Weibull distribution, F(x) = 1 − exp(−(x/scale)^shape); shape > 0 and scale > 0. */
export interface Weibull {
  readonly type: 'weibull';
  readonly shape: number;
  readonly scale: number;
}

export function weibullLaw({ shape, scale }: Weibull): ContinuousLaw {
  const power = (x: number) => pow(x / scale, shape);
  const mean = scale * exp(logGamma(1 + 1 / shape));
  return {
    kind: 'continuous',
    support: { low: 0, high: Infinity },
    mean: () => mean,
    variance: () => scale * scale * exp(logGamma(1 + 2 / shape)) - mean * mean,
    cdf: (x) => (x <= 0 ? 0 : -expm1(-power(x))),
    survival: (x) => (x <= 0 ? 1 : exp(-power(x))),
    quantile: () => (u) => finite(scale * pow(-log1p(-u), 1 / shape)),
    upperQuantile: () => (s) => finite(scale * pow(-log(s), 1 / shape)),
    density: (x) => (x <= 0 ? 0 : (shape / x) * power(x) * exp(-power(x))),
    logSlope: (x) => (shape - 1 - shape * power(x)) / x,
  };
}
