import { exp } from '../../math/exp.ts';
import { normalCdf } from '../../math/normal.ts';
import { justBelow } from './just-below.ts';
import type { DiscreteLaw, Law } from './law.ts';

/** The first two moments of a distribution. */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

interface Weighted {
  readonly x: number;
  readonly weight: number;
}

const step = 1 / 64;
const greatestScore = 37;
const rootTwoPi = 2.5066282746310002;
const mostAtoms = 100_000;
const negligible = 1e-16;

/**
 * Returns the mean and the variance of a law that has both. A discrete one of at most 100,000 atoms that matter is
 * added up. Any other is integrated by the trapezoidal rule over the normal score z of its quantile, ∫ x(z)·φ(z) dz for
 * |z| ≤ 37, which is exact to some 1e-10 for a smooth quantile and to some 1e-3 of the spread where it has jumps.
 */
export function momentsOf(law: Law): Moments {
  const points = (law.kind === 'discrete' ? atomsOf(law) : undefined) ?? scorePoints(law);
  const expect = (f: (x: number) => number) => points.reduce((sum, { x, weight }) => sum + weight * f(x), 0);
  const mean = expect((x) => x);
  return { mean, variance: expect((x) => (x - mean) * (x - mean)) };
}

/** Returns the atoms from the greatest down, but for what both tails hold beyond 1e-16. */
function atomsOf(law: DiscreteLaw): readonly Weighted[] | undefined {
  const quantile = law.quantile();
  const least = quantile(negligible);
  const atoms: Weighted[] = [];
  let x = quantile(1 - negligible);
  while (x >= least && atoms.length < mostAtoms) {
    atoms.push({ x, weight: law.cdf(x) - law.cdfBelow(x) });
    x = law.atomAtMost(justBelow(x));
  }
  return atoms.length < mostAtoms ? atoms : undefined;
}

function scorePoints(law: Law): readonly Weighted[] {
  const lower = law.quantile();
  const upper = law.upperQuantile();
  const points: Weighted[] = [];
  for (let index = -greatestScore / step; index <= greatestScore / step; index += 1) {
    const z = index * step;
    const tail = normalCdf(-Math.abs(z));
    points.push({ x: z <= 0 ? lower(tail) : upper(tail), weight: (exp(-0.5 * z * z) * step) / rootTwoPi });
  }
  return points;
}
