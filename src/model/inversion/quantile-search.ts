import { log } from '../../math/log.ts';
import type { CountLaw } from './count-law.ts';

/**
 * Returns the smallest k with F(k) ≥ u, for u in (0, 1), from a guess on. It compares the smaller of the two tails, so it
 * is right up to the rounding of that tail. Newton's steps in the logarithm of the tail, kept within a bracket that
 * shrinks; after 8 of them, bisection. From a guess within one of the answer it needs one evaluation of the tails.
 */
export function searchQuantile(law: CountLaw, u: number, guess: number): number {
  let low = -1;
  let high = law.last;
  let k = Math.max(0, Math.min(law.last, Math.round(guess)));
  for (let step = 0; ; step++) {
    const { lower, upper } = law.tails(k);
    const excess = u <= 0.5 ? lower - u : 1 - u - upper;
    const mass = law.mass(k, law.deviation(k));
    if (excess >= 0) {
      if (excess < mass || k === 0) return k;
      high = k;
    } else {
      if (k + 1 >= high || excess + law.mass(k + 1, law.deviation(k + 1)) >= 0) return k + 1;
      low = k;
    }
    if (high - low <= 1) return high;
    const shift = u <= 0.5 ? (log(u / lower) * lower) / mass : (log(upper / (1 - u)) * upper) / mass;
    if (step < 8 && Math.abs(shift) < Infinity) {
      k = Math.max(low + 1, Math.min(high - 1, Math.round(k + shift)));
    } else {
      k = high === Infinity ? 2 * k + 1 : Math.floor(0.5 * (low + high));
    }
  }
}
