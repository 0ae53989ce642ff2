import { exp } from '../../math/exp.ts';
import { expm1 } from '../../math/expm1.ts';
import { binomialQuantile } from './binomial.ts';

/** Up to this mean the probabilities are added up from 0. */
const sumUpToMean = 30;
/** Above this uniform a sum from 0 is too rough. */
const sumUpTo = 1 - 1e-9;

/**
 * Returns how many of `open` issues (whole, ≥ 0) are found in a period in which each is found with probability
 * 1 − exp(−hazard), hazard ≥ 0: the smallest k with F(k) ≥ u of that binomial distribution, for u in (0, 1). The first
 * test, u ≤ exp(−hazard·open), answers 0 for most periods. Allocates nothing unless the mean is above 30.
 */
export function discoveredIssues(u: number, open: number, hazard: number): number {
  if (!(open > 0 && hazard > 0)) return 0;
  const exponent = -hazard * open;
  let mass = exp(exponent);
  if (u <= mass) return 0;
  if (exponent < -sumUpToMean || u > sumUpTo) return binomialQuantile(u, open, -expm1(-hazard));
  const odds = expm1(hazard);
  let k = 0;
  let sum = mass;
  while (sum < u && k < open) {
    mass *= (odds * (open - k)) / (k + 1);
    k += 1;
    sum += mass;
  }
  return k;
}
