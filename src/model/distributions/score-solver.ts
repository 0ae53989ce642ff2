import { exp } from '../../math/exp.ts';
import { log } from '../../math/log.ts';
import { normalCdf } from '../../math/normal.ts';
import type { ScoreCurve } from './score-table.ts';
import { solveIncreasing } from './solve.ts';

/** Newton squares the error, so what a step from a tail this close leaves is some 1e-14 of a score. */
const nearZero = 1e-7;

/** A log-concave distribution in the coordinate y, by the logarithms of its two tails and of its density. */
export interface LogConcave {
  /** Returns log F(y). */
  logLower(y: number): number;
  /** Returns log(1 − F(y)). */
  logUpper(y: number): number;
  logDensity(y: number): number;
  logSlope(y: number): number;
  tolerance(y: number): number;
  /** Somewhere in the middle. */
  readonly centre: number;
}

/**
 * Returns the score curve of a log-concave distribution. It is solved by Newton's method on the logarithm of the nearer
 * tail, which is concave where the density is log-concave, so that Newton converges from anywhere and digits are kept.
 */
export function logConcaveCurve(law: LogConcave): ScoreCurve {
  return {
    solve(z, guess) {
      const start = Number.isFinite(guess) ? guess : law.centre;
      const target = log(normalCdf(-Math.abs(z)));
      const isLower = z <= 0;
      const tail = isLower ? law.logLower : law.logUpper;
      const sign = isLower ? 1 : -1;
      return solveIncreasing(
        {
          value: (y) => sign * (tail(y) - target),
          slope: (y) => exp(law.logDensity(y) - tail(y)),
        },
        -Infinity,
        Infinity,
        start,
        nearZero,
      );
    },
    logDensity: law.logDensity,
    logSlope: law.logSlope,
    tolerance: law.tolerance,
  };
}
