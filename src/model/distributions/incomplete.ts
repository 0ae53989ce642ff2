import { createRequire } from 'node:module';
import { largeIncompleteGamma } from './large-gamma.ts';

/**
 * The regularised incomplete gamma and beta functions of @stdlib, which are made of its own portable arithmetic. Loading
 * them takes 0.1 s, so that waits until a distribution needs them, and is synchronous because quantile functions are.
 */
const require = createRequire(import.meta.url);

type GammaInc = (x: number, a: number, regularized: boolean, upper: boolean) => number;
type BetaInc = (x: number, a: number, b: number, regularized: boolean, upper: boolean) => number;

let gammaInc: GammaInc | undefined;
let betaInc: BetaInc | undefined;

/**
 * Above this x the version of gammainc that we use is wrong where x exceeds a: its expansion for a great x is chosen
 * though x is near a, and Q(1000, 1009.5) comes out 2% too large.
 */
const libraryUpTo = 500;

/** Returns P(a, x), or Q(a, x) = 1 − P(a, x) with `upper`; x ≥ 0 and a > 0. */
export function incompleteGamma(x: number, a: number, upper: boolean): number {
  if (x > libraryUpTo || a > libraryUpTo) return largeIncompleteGamma(x, a, upper);
  gammaInc ??= require('@stdlib/math-base-special-gammainc') as GammaInc;
  return gammaInc(x, a, true, upper);
}

/** Returns I_x(a, b), or 1 − I_x(a, b) with `upper`; x in [0, 1], a > 0 and b > 0. */
export function incompleteBeta(x: number, a: number, b: number, upper: boolean): number {
  betaInc ??= require('@stdlib/math-base-special-betainc') as BetaInc;
  // The library takes the arcsine of √(1 − x) here, which for a small x has half the digits.
  if (upper && a === 0.5 && b === 0.5 && x < 0.5) return 1 - betaInc(x, a, b, true, false);
  return betaInc(x, a, b, true, upper);
}
