import { balancedExponent } from './exponent.ts';
import { logCore } from './log-core.ts';
import { powerOfTwo } from './power-of-two.ts';

const leastNormal = 2.2250738585072014e-308;

/**
 * Returns the natural logarithm of x, with an error below 0.9 ulp: −Infinity at ±0, NaN below 0 and for NaN, Infinity at
 * Infinity; subnormals keep full accuracy. Made of + − × ÷ and the exponent's bits alone, so its bits are the same on
 * every machine. No allocation. Method: see log-core.ts.
 */
export function log(x: number): number {
  if (!(x >= leastNormal && x < Infinity)) return logOfUnusual(x);
  const k = balancedExponent(x);
  return logCore(x * powerOfTwo(-k) - 1, k, 0);
}

function logOfUnusual(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0)) return NaN;
  if (x === Infinity) return x;
  const scaled = x * 18014398509481984;
  const k = balancedExponent(scaled);
  return logCore(scaled * powerOfTwo(-k) - 1, k - 54, 0);
}
