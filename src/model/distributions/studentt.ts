import { exp } from '../../math/exp.ts';
import { expm1 } from '../../math/expm1.ts';
import { log } from '../../math/log.ts';
import { logGamma } from '../../math/log-gamma.ts';
import { log1p } from '../../math/log1p.ts';
import { normalQuantile } from '../../math/normal.ts';
import { incompleteBeta } from './incomplete.ts';
import { type ContinuousLaw, finite } from './law.ts';
import { logConcaveCurve } from './score-solver.ts';
import { scoreTable } from './score-table.ts';

/** Student's t distribution with df > 0 degrees of freedom, moved by its location and stretched by its scale > 0. */
export interface StudentT {
  readonly type: 'studentt';
  readonly df: number;
  readonly location: number;
  readonly scale: number;
}

/** From this inverse hyperbolic sine on, the leading term is all of the tail. */
const leadingTermFrom = 60;

/**
 * Returns the law of Student's t. Its quantile is a table of asinh(t/√df) over the normal score (see `scoreTable`),
 * right to 2e-10 of the scale, and of the distance from the location where that is greater.
 */
export function studentTLaw({ df, location, scale }: StudentT): ContinuousLaw {
  const half = df / 2;
  const rootDf = Math.sqrt(df);
  const logBeta = logGamma(half) + logGamma(0.5) - logGamma(half + 0.5);
  let table: ((z: number) => number) | undefined;

  /** log P(T > t) for t = √df·sinh(y) ≥ 0. */
  function logTail(y: number): number {
    if (y > leadingTermFrom) return -df * logCosh(y) - log(df) - logBeta;
    const t = rootDf * sinh(y);
    return log(tail(t));
  }

  /** P(T > t) for t ≥ 0. */
  function tail(t: number): number {
    const square = (t / rootDf) * (t / rootDf);
    if (square === Infinity) return 0;
    const area =
      square < 1
        ? incompleteBeta(square / (1 + square), 0.5, half, true)
        : incompleteBeta(1 / (1 + square), half, 0.5, false);
    return area / 2;
  }

  function scoreFunction(): (z: number) => number {
    table ??= scoreTable(
      logConcaveCurve({
        centre: 0,
        logLower: (y) => (y <= 0 ? logTail(-y) : log1p(-exp(logTail(y)))),
        logUpper: (y) => (y >= 0 ? logTail(y) : log1p(-exp(logTail(-y)))),
        logDensity: (y) => -df * logCosh(y) - logBeta,
        logSlope: (y) => -df * tanh(y),
        tolerance: (y) => {
          const t = Math.abs(rootDf * sinh(y));
          return t === Infinity ? 5e-10 : (5e-10 * Math.max(1, t)) / Math.sqrt(df + t * t);
        },
      }),
      true,
    );
    return table;
  }

  const place = (y: number) => finite(location + scale * rootDf * sinh(y));
  const score = (x: number) => (x - location) / scale;
  const upper = (t: number) => (t >= 0 ? tail(t) : 1 - tail(-t));
  return {
    kind: 'continuous',
    support: { low: -Infinity, high: Infinity },
    mean: () => (df > 1 ? location : Number.NaN),
    variance: () => (df > 2 ? (scale * scale * df) / (df - 2) : df > 1 ? Infinity : Number.NaN),
    cdf: (x) => upper(-score(x)),
    survival: (x) => upper(score(x)),
    quantile() {
      const at = scoreFunction();
      return (u) => place(at(normalQuantile(u)));
    },
    upperQuantile() {
      const at = scoreFunction();
      return (s) => place(at(-normalQuantile(s)));
    },
    density: (x) => exp((-(df + 1) / 2) * log1p((score(x) / df) * score(x)) - logBeta) / (rootDf * scale),
    logSlope: (x) => (-(df + 1) * score(x)) / ((df + score(x) * score(x)) * scale),
  };
}

function sinh(y: number): number {
  const growth = expm1(Math.abs(y));
  const size = growth === Infinity ? Infinity : (growth + growth / (1 + growth)) / 2;
  return y < 0 ? -size : size;
}

function tanh(y: number): number {
  const growth = expm1(-2 * Math.abs(y));
  const size = -growth / (2 + growth);
  return y < 0 ? -size : size;
}

function logCosh(y: number): number {
  const size = Math.abs(y);
  return size < 1 ? log1p(sinh(size / 2) * sinh(size / 2) * 2) : size + log1p(exp(-2 * size)) - Math.LN2;
}
