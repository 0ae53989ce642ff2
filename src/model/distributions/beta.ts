import { exp } from '../../math/exp.ts';
import { log } from '../../math/log.ts';
import { logGamma } from '../../math/log-gamma.ts';
import { log1p } from '../../math/log1p.ts';
import { normalQuantile } from '../../math/normal.ts';
import { incompleteBeta } from './incomplete.ts';
import type { ContinuousLaw } from './law.ts';
import { logConcaveCurve } from './score-solver.ts';
import { scoreTable } from './score-table.ts';

/** The beta distribution, stretched from [0, 1] to [min, max]: alpha > 0, beta > 0, min < max. PERT is one of these. */
export interface Beta {
  readonly type: 'beta';
  readonly alpha: number;
  readonly beta: number;
  readonly min: number;
  readonly max: number;
}

/** Below this logarithm x^alpha/(alpha·B(alpha, beta)) is all of I_x(alpha, beta). */
const leadingTermBelow = -60;

/**
 * Returns the law of a beta. Its quantile is a table of the logit of x over the normal score (see `scoreTable`), right
 * to 2e-10 of the distance from the nearer end, and of the standard deviation where that is smaller.
 */
export function betaLaw({ alpha, beta, min, max }: Beta): ContinuousLaw {
  const width = max - min;
  const logBeta = logGamma(alpha) + logGamma(beta) - logGamma(alpha + beta);
  const lower = (x: number, a: number, b: number) => incompleteBeta(x, a, b, false);
  const upper = (x: number, a: number, b: number) => incompleteBeta(x, a, b, true);
  const share = (x: number) => Math.max(0, Math.min(1, (x - min) / width));
  const shareLeft = (x: number) => Math.max(0, Math.min(1, (max - x) / width));
  let table: ((z: number) => number) | undefined;

  // With y the logit of x, 1 − x has the logit −y, so each tail is the other's with the parameters exchanged.
  const logTail = (y: number, a: number, b: number) => {
    if (y < leadingTermBelow) return a * y - log(a) - logBeta;
    return log(y < 0 ? lower(logistic(y), a, b) : upper(logistic(-y), b, a));
  };

  function scoreFunction(): (z: number) => number {
    const spread = Math.min(1, Math.sqrt(1 / alpha + 1 / beta));
    table ??= scoreTable(
      logConcaveCurve({
        centre: log(alpha / beta),
        logLower: (y) => logTail(y, alpha, beta),
        logUpper: (y) => logTail(-y, beta, alpha),
        logDensity: (y) => -alpha * softplus(-y) - beta * softplus(y) - logBeta,
        logSlope: (y) => alpha * logistic(-y) - beta * logistic(y),
        tolerance: () => 5e-10 * spread,
      }),
      alpha === beta,
    );
    return table;
  }

  const place = (y: number) => (y < 0 ? min + width * logistic(y) : max - width * logistic(-y));
  return {
    kind: 'continuous',
    support: { low: min, high: max },
    mean: () => min + (width * alpha) / (alpha + beta),
    variance: () => (width * width * (alpha / (alpha + beta)) * (beta / (alpha + beta))) / (alpha + beta + 1),
    // Each from the end that x is nearer to, where its distance has all its digits.
    cdf: (x) => (share(x) < 0.5 ? lower(share(x), alpha, beta) : upper(shareLeft(x), beta, alpha)),
    survival: (x) => (share(x) < 0.5 ? upper(share(x), alpha, beta) : lower(shareLeft(x), beta, alpha)),
    quantile() {
      const logitAt = scoreFunction();
      return (u) => place(logitAt(normalQuantile(u)));
    },
    upperQuantile() {
      const logitAt = scoreFunction();
      return (s) => place(logitAt(-normalQuantile(s)));
    },
    density: (x) => {
      if (x <= min || x >= max) return 0;
      return exp((alpha - 1) * log(share(x)) + (beta - 1) * log(shareLeft(x)) - logBeta) / width;
    },
    logSlope: (x) => (alpha - 1) / (x - min) - (beta - 1) / (max - x),
  };
}

/** Returns 1/(1 + exp(−y)), with all its digits where it is small. */
export function logistic(y: number): number {
  if (y < 0) {
    const power = exp(y);
    return power / (1 + power);
  }
  return 1 / (1 + exp(-y));
}

/** Returns log(1 + exp(y)) without overflow. */
function softplus(y: number): number {
  return Math.max(0, y) + log1p(exp(-Math.abs(y)));
}
