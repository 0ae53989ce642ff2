import { expCore } from './exp-core.ts';

/**
 * Returns e^x, with an error below 0.9 ulp (below 1 unit of the least subnormal where the result is subnormal). It is
 * Infinity above ln of the greatest double, 0 below ln of half the least, and NaN for NaN. Made of + − × ÷ and floor
 * alone, so its bits are the same on every machine. No allocation. Method: see exp-core.ts.
 */
export function exp(x: number): number {
  if (x > 709.782712893384) return Infinity;
  if (x >= -745.1332191019412) return expCore(x, 0);
  return Number.isNaN(x) ? x : 0;
}
