import { exactly, one } from '../../math/exact.ts';

/** The distribution function of a count at 0, 1, …, exact but for the last of 400 bits, until hardly anything is left. */
export type Cumulative = readonly bigint[];

/** Adds up probabilities, given the first and each one's ratio to the one before as a fraction. */
export function cumulate(
  first: bigint,
  ratio: (k: number) => readonly [numerator: bigint, denominator: bigint],
  last = Infinity,
): Cumulative {
  let mass = first;
  let sum = mass;
  const cumulative = [sum];
  for (let k = 1; k <= last && one - sum > one >> 60n; k++) {
    const [numerator, denominator] = ratio(k);
    mass = (mass * numerator) / denominator;
    sum += mass;
    cumulative.push(sum);
  }
  if (last < Infinity && cumulative.length > last) cumulative[last] = one;
  return cumulative;
}

/** Returns the smallest k with F(k) ≥ u. */
export function bruteQuantile(cumulative: Cumulative, u: number): number {
  const target = exactly(u);
  return cumulative.findIndex((probability) => probability >= target);
}

/**
 * Returns uniforms that lie just below and just above the values of F, where a quantile is hardest: by 10⁻¹¹ of F in the
 * lower half and by 2·10⁻¹⁴ in the upper, where a sum from 0 is rounded; and the least and the greatest uniform of all.
 */
export function edgeUniforms(cumulative: Cumulative): number[] {
  const uniforms = [Number.EPSILON / 2, 1 - Number.EPSILON / 2];
  for (const lower of cumulative) {
    const gap = 2n * lower < one ? lower / 100_000_000_000n : one / 50_000_000_000_000n;
    for (const edge of [lower - gap, lower + gap]) {
      const u = Number(edge >> 300n) * 7.888609052210118e-31;
      if (u > Number.EPSILON / 2 && u < 1) uniforms.push(u);
    }
  }
  return uniforms;
}
