import { exp } from '../../math/exp.ts';
import { log } from '../../math/log.ts';
import { logGamma } from '../../math/log-gamma.ts';
import { normalQuantile } from '../../math/normal.ts';
import { incompleteGamma } from './incomplete.ts';
import { type ContinuousLaw, finite } from './law.ts';
import { logConcaveCurve } from './score-solver.ts';
import { scoreTable } from './score-table.ts';

/** The gamma distribution of mean shape·scale; shape > 0 and scale > 0. */
export interface Gamma {
  readonly type: 'gamma';
  readonly shape: number;
  readonly scale: number;
}

/** Below this logarithm x^shape/Γ(shape + 1) is all of P(shape, x). */
const leadingTermBelow = -45;

/**
 * Returns the law of a gamma. Its quantile is a table of log x over the normal score (see `scoreTable`), right to 2e-10
 * of x, and of the standard deviation where that is smaller.
 */
export function gammaLaw({ shape, scale }: Gamma): ContinuousLaw {
  const logGammaShape = logGamma(shape);
  const logDensity = (y: number) => shape * y - exp(y) - logGammaShape;
  let table: ((z: number) => number) | undefined;

  function scoreFunction(): (z: number) => number {
    table ??= scoreTable(
      logConcaveCurve({
        centre: log(shape),
        logLower: (y) =>
          y < leadingTermBelow ? shape * y - logGamma(shape + 1) : log(incompleteGamma(exp(y), shape, false)),
        logUpper: (y) => log(incompleteGamma(exp(y), shape, true)),
        logDensity,
        logSlope: (y) => shape - exp(y),
        tolerance: () => 5e-10 * Math.min(1, 1 / Math.sqrt(shape)),
      }),
    );
    return table;
  }

  return {
    kind: 'continuous',
    support: { low: 0, high: Infinity },
    mean: () => shape * scale,
    variance: () => shape * scale * scale,
    cdf: (x) => (x <= 0 ? 0 : incompleteGamma(x / scale, shape, false)),
    survival: (x) => (x <= 0 ? 1 : incompleteGamma(x / scale, shape, true)),
    quantile() {
      const logAt = scoreFunction();
      return (u) => finite(scale * exp(logAt(normalQuantile(u))));
    },
    upperQuantile() {
      const logAt = scoreFunction();
      return (s) => finite(scale * exp(logAt(-normalQuantile(s))));
    },
    density: (x) => (x <= 0 ? 0 : exp(logDensity(log(x / scale))) / x),
    logSlope: (x) => (shape - 1) / x - 1 / scale,
  };
}
