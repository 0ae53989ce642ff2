import { exp } from '../../math/exp.ts';

/**
 * A continuous distribution in a coordinate y that makes its quantile smooth over the normal score z (the logarithm for
 * a gamma, the logit for a beta): y(z) solves F(y) = Φ(z).
 */
export interface ScoreCurve {
  /** Returns y(z) to some 1e-12, from a guess that may be poor (or NaN where nothing is known). */
  solve(z: number, guess: number): number;
  /** Returns log of the density of y. */
  logDensity(y: number): number;
  /** Returns the derivative of that. */
  logSlope(y: number): number;
  /** Returns the error in y that is small enough at y. */
  tolerance(y: number): number;
  /** True where y is a value on which probability sits, around which the curve is flat. */
  isAtom?(y: number): boolean;
}

/** y and its first two derivatives over z. */
interface Knot {
  readonly z: number;
  readonly y: number;
  readonly d1: number;
  readonly d2: number;
  readonly isAtom: boolean;
}

export const greatestScore = 8.5;
const cellWidth = 0.5;
const deepest = 5;
const coefficients = 6;
const unknown: readonly number[] = new Array(coefficients).fill(Number.NaN);
const logRootTwoPi = 0.9189385332046728;

/**
 * Returns y(z) as a table for |z| ≤ 8.5 (every uniform of 52 bits lies within 8.22) and as an exact solution beyond:
 * quintic Hermite polynomials through y, dy/dz = φ(z)/f(y) and d²y/dz², which follow from the density.
 *
 * The range is cut in cells of 1/2, and each cell in 2, 4, … 32 pieces until the polynomial of every piece, before it
 * is halved once more, is within 16 tolerances of the exact middle (halving divides the error of a smooth piece by 64)
 * and surely rises (its Bernstein coefficients do). Of 32 pieces those that are still not close, at a kink of the
 * density, hold NaN and are solved whenever they are asked for. So y(z) is right to a quarter of the tolerance where
 * the curve is smooth, and rises, up to the rounding of its last place.
 *
 * With `isSymmetric`, y(−z) = −y(z) and half the work is saved.
 */
export function scoreTable(curve: ScoreCurve, isSymmetric = false): (z: number) => number {
  const end = isSymmetric ? 0 : greatestScore;
  const cells = (end + greatestScore) / cellWidth;
  const polynomials: number[] = [];
  const starts = new Int32Array(cells);
  const pieces = new Int32Array(cells);

  let left = knot(curve, -greatestScore, Number.NaN);
  for (let cell = 0; cell < cells; cell += 1) {
    const z = -greatestScore + (cell + 1) * cellWidth;
    const right = knot(curve, z, left.y + cellWidth * (left.d1 + (cellWidth / 2) * left.d2));
    const found = refine(curve, left, right);
    starts[cell] = polynomials.length;
    pieces[cell] = found.length;
    for (const piece of found) polynomials.push(...piece);
    left = right;
  }
  const table = Float64Array.from(polynomials);

  function lookUp(z: number): number {
    if (!(z >= -greatestScore && z < end)) return z === 0 && isSymmetric ? 0 : curve.solve(z, Number.NaN);
    const place = (z + greatestScore) / cellWidth;
    const cell = Math.floor(place);
    const within = (place - cell) * (pieces[cell] as number);
    const piece = Math.floor(within);
    const t = within - piece;
    const at = (starts[cell] as number) + piece * coefficients;
    const y =
      (table[at] as number) +
      t *
        ((table[at + 1] as number) +
          t *
            ((table[at + 2] as number) +
              t *
                ((table[at + 3] as number) +
                  t * ((table[at + 4] as number) + t * (table[at + 5] as number)))));
    return Number.isNaN(y) ? curve.solve(z, Number.NaN) : y;
  }

  return isSymmetric ? (z) => (z <= 0 ? lookUp(z) : -lookUp(-z)) : lookUp;
}

function knot(curve: ScoreCurve, z: number, guess: number): Knot {
  const y = curve.solve(z, guess);
  if (curve.isAtom?.(y) === true) return { z, y, d1: 0, d2: 0, isAtom: true };
  const d1 = exp(-0.5 * z * z - logRootTwoPi - curve.logDensity(y));
  return { z, y, d1, d2: d1 * (-z - curve.logSlope(y) * d1), isAtom: false };
}

/** Returns the polynomials of a cell, evenly spaced; those of pieces that never get close enough are NaN. */
function refine(curve: ScoreCurve, from: Knot, to: Knot): readonly (readonly number[])[] {
  let knots: readonly Knot[] = [from, to];
  for (let depth = 1; ; depth += 1) {
    const finer: Knot[] = [from];
    const polynomials: (readonly number[])[] = [];
    let areClose = true;
    for (const [index, right] of knots.entries()) {
      const left = knots[index - 1];
      if (left === undefined) continue;
      const guess = middleOf(quintic(left, right));
      const middle = knot(curve, (left.z + right.z) / 2, guess);
      const isClose =
        Math.abs(middle.y - guess) <= 16 * curve.tolerance(middle.y) &&
        rises(left, middle) &&
        rises(middle, right);
      areClose &&= isClose;
      finer.push(middle, right);
      polynomials.push(...(isClose ? [quintic(left, middle), quintic(middle, right)] : [unknown, unknown]));
    }
    if (areClose || depth === deepest) return polynomials;
    knots = finer;
  }
}

/** Returns the coefficients, in t from 0 to 1, of the quintic through two knots and their derivatives. */
function quintic(from: Knot, to: Knot): readonly number[] {
  const h = to.z - from.z;
  const c1 = h * from.d1;
  const c2 = (h * h * from.d2) / 2;
  const rise = to.y - from.y - c1 - c2;
  const turn = h * to.d1 - c1 - 2 * c2;
  const bend = (h * h * to.d2) / 2 - c2;
  return [
    from.y,
    c1,
    c2,
    10 * rise - 4 * turn + bend,
    -15 * rise + 7 * turn - 2 * bend,
    6 * rise - 3 * turn + bend,
  ];
}

function middleOf(polynomial: readonly number[]): number {
  return polynomial.reduceRight((sum, coefficient) => coefficient + 0.5 * sum, 0);
}

/** Whether the quintic between two knots surely does not fall: its Bernstein coefficients ascend. */
function rises(from: Knot, to: Knot): boolean {
  // Where an atom ends the curve has a kink, and what lies between two atoms is not known.
  if (from.isAtom || to.isAtom) return from.y === to.y;
  const h = to.z - from.z;
  const second = from.y + (h * from.d1) / 5;
  const third = from.y + (2 * h * from.d1) / 5 + (h * h * from.d2) / 20;
  const fourth = to.y - (2 * h * to.d1) / 5 + (h * h * to.d2) / 20;
  const fifth = to.y - (h * to.d1) / 5;
  return from.y <= second && second <= third && third <= fourth && fourth <= fifth && fifth <= to.y;
}
