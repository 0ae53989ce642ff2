import { exactDiscovery } from '../exact';
import { expm1Of, expOf } from '../math/exp';

const sumUpTo: f64 = 1 - 1e-9;

/** Returns how many of the open issues are found: as `src/model/inversion/discovery.ts`, whose constants these are. */
export function discoveredIssues(u: f64, open: f64, hazard: f64): f64 {
  if (!(open > 0 && hazard > 0)) return 0;
  const exponent = -hazard * open;
  let mass = expOf(exponent);
  if (u <= mass) return 0;
  if (exponent < -30 || u > sumUpTo || hazard > 30) return exactDiscovery(u, open, hazard);
  const odds = expm1Of(hazard);
  let k: f64 = 0;
  let sum = mass;
  while (sum < u && k < open) {
    mass *= (odds * (open - k)) / (k + 1);
    k += 1;
    sum += mass;
  }
  return k;
}
