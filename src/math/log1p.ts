import { balancedExponent } from './exponent.ts';
import { logCore } from './log-core.ts';
import { powerOfTwo } from './power-of-two.ts';

/**
 * Returns log(1 + x) without loss where x is small; error below 1 ulp. It is −Infinity at −1, NaN below −1 and for NaN,
 * Infinity at Infinity; a zero keeps its sign. Made of + − × ÷ and the exponent's bits alone. No allocation.
 *
 * log(1 + x) = log(u) + (1 + x − u)/u with u = 1 + x rounded, whose rounding error is found by Knuth's two-sum.
 */
export function log1p(x: number): number {
  if (!(x > -1 && x < Infinity)) return x === -1 ? -Infinity : x === Infinity ? x : NaN;
  if (x === 0) return x;
  const u = 1 + x;
  const rounded = u - 1;
  const lost = 1 - (u - rounded) + (x - rounded);
  const k = balancedExponent(u);
  return logCore(u * powerOfTwo(-k) - 1, k, lost / u);
}
