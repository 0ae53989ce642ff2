import { exp } from '../../math/exp.ts';
import { log } from '../../math/log.ts';
import { normalCdf, normalQuantile } from '../../math/normal.ts';
import type { Distribution } from './distribution.ts';
import { justBelow } from './just-below.ts';
import { type DiscreteLaw, type Law, type MixedLaw, probabilityBelow, type Quantile } from './law.ts';
import { type ScoreCurve, scoreTable } from './score-table.ts';
import { solveIncreasing } from './solve.ts';

/** One of several distributions, drawn with the given weights; the weights are > 0 and add up to 1. */
export interface Mixture {
  readonly type: 'mixture';
  readonly weights: readonly number[];
  readonly components: readonly Distribution[];
}

const nearZero = 1e-13;

/**
 * Returns the law of a mixture, from the laws of its components. A quantile is found where the mixed cdf reaches u,
 * between the least and the greatest of the components' quantiles; an atom is found exactly. Unless all its components
 * are discrete, it is tabulated over the normal score (see `scoreTable`), right to 2e-10 of its spread.
 */
export function mixtureLaw(weights: readonly number[], components: readonly Law[]): Law {
  const parts = components.map((law, index) => ({ law, weight: weights[index] as number }));
  const sum = (f: (law: Law) => number) =>
    parts.reduce((total, { law, weight }) => total + weight * f(law), 0);
  const density = (x: number) => sum((law) => (law.kind === 'discrete' ? 0 : law.density(x)));
  const mean = () => sum((law) => law.mean());

  const law = {
    support: {
      low: Math.min(...components.map(({ support }) => support.low)),
      high: Math.max(...components.map(({ support }) => support.high)),
    },
    mean,
    variance: () => {
      const centre = mean();
      return sum((each) => each.variance() + (each.mean() - centre) * (each.mean() - centre));
    },
    cdf: (x: number) => atMostOne(sum((each) => each.cdf(x))),
    survival: (x: number) => atMostOne(sum((each) => each.survival(x))),
    cdfBelow: (x: number) => atMostOne(sum((each) => probabilityBelow(each, x))),
    atomAtMost: (x: number) =>
      Math.max(...components.map((each) => (each.kind === 'continuous' ? -Infinity : each.atomAtMost(x)))),
    density,
    logSlope: (x: number) => {
      const slope = sum((each) => {
        const height = each.kind === 'discrete' ? 0 : each.density(x);
        return each.kind === 'discrete' || height === 0 ? 0 : height * each.logSlope(x);
      });
      return slope / density(x);
    },
  };

  if (components.every(({ kind }) => kind === 'discrete')) {
    const discrete: Omit<DiscreteLaw, 'quantile' | 'upperQuantile'> = { ...law, kind: 'discrete' };
    return {
      ...discrete,
      quantile() {
        const { lower } = exactQuantile(law, components);
        return (u) => lower(u);
      },
      upperQuantile() {
        const { upper } = exactQuantile(law, components);
        return (s) => upper(s);
      },
    };
  }
  let table: ((z: number) => number) | undefined;
  const place = () => {
    table ??= tabulated(law, components);
    return table;
  };
  const quantiles = {
    quantile(): Quantile {
      const at = place();
      return (u) => at(normalQuantile(u));
    },
    upperQuantile(): Quantile {
      const at = place();
      return (s) => at(-normalQuantile(s));
    },
  };
  return components.every(({ kind }) => kind === 'continuous')
    ? { ...law, ...quantiles, kind: 'continuous' }
    : { ...law, ...quantiles, kind: 'mixed' };
}

function atMostOne(probability: number): number {
  return Math.min(1, probability);
}

type Summed = Omit<MixedLaw, 'kind' | 'quantile' | 'upperQuantile'>;

/** The coordinate in which a mixture is solved and tabulated: x itself, or its logarithm. */
interface Coordinate {
  to(x: number): number;
  from(y: number): number;
  /** Returns dx/dy at x. */
  stretch(x: number): number;
  /** Returns d log(dx/dy)/dy. */
  readonly bend: number;
}

const plain: Coordinate = { to: (x) => x, from: (y) => y, stretch: () => 1, bend: 0 };
const logarithm: Coordinate = { to: log, from: exp, stretch: (x) => x, bend: 1 };

/** Where nothing lies at or below 0 it is the logarithm that is solved, so that small values keep their digits. */
function coordinateOf(law: Summed, components: readonly Law[]): Coordinate {
  const isPositive = law.support.low >= 0 && components.every(({ kind }) => kind === 'continuous');
  return isPositive ? logarithm : plain;
}

/** Returns x(z) as a table. */
function tabulated(law: Summed, components: readonly Law[]): (z: number) => number {
  const exact = exactQuantile(law, components);
  const { to, from, stretch, bend } = coordinateOf(law, components);
  const at = (z: number, guess: number) =>
    z <= 0 ? exact.lower(normalCdf(z), guess) : exact.upper(normalCdf(-z), guess);
  const place = (z: number) => at(z, Number.NaN);
  const median = place(0);
  const spread = (place(1) - place(-1)) / 2 || (place(3) - place(-3)) / 6 || Math.abs(median) || 1;
  const curve: ScoreCurve = {
    solve: (z, guess) => to(at(z, from(guess))),
    logDensity: (y) => log(law.density(from(y)) * stretch(from(y))),
    logSlope: (y) => bend + stretch(from(y)) * law.logSlope(from(y)),
    tolerance: (y) =>
      bend === 0 ? 5e-10 * Math.max(spread, Math.abs(y - median)) : 5e-10 * Math.min(1, spread / median),
    isAtom: (y) => law.atomAtMost(from(y)) === from(y),
  };
  const table = scoreTable(curve);
  return (z) => from(table(z));
}

/** Returns the quantile functions of a mixture, of u and of s = 1 − u, each solved anew, from a guess if there is one. */
function exactQuantile(law: Summed, components: readonly Law[]) {
  const { to, from, stretch } = coordinateOf(law, components);
  const hasAtoms = components.some(({ kind }) => kind !== 'continuous');
  const lowers = components.map((component) => component.quantile());
  const uppers = components.map((component) => component.upperQuantile());
  const between = (quantiles: readonly Quantile[], p: number): readonly [number, number] => {
    const places = quantiles.map((quantile) => quantile(p));
    return [Math.min(...places), Math.max(...places)];
  };

  /** Solves tail(x) = target for the logarithm of a tail that rises (sign 1) or falls (sign −1). */
  function solve(
    tail: (x: number) => number,
    sign: 1 | -1,
    target: number,
    ends: Ends,
    guess: number,
  ): number {
    let size = 0;
    const value = (y: number) => {
      size = tail(from(y));
      return sign * log(size / target);
    };
    const slope = (y: number) => (law.density(from(y)) * stretch(from(y))) / size;
    const [low, high] = ends;
    if (low === high) return low;
    // An end may have underflown to 0, whose logarithm is no bound to halve from.
    const least = to(low) === -Infinity ? to(Number.MIN_VALUE) : to(low);
    return from(solveIncreasing({ value, slope }, least, to(high), to(guess), nearZero));
  }

  function lower(u: number, guess = Number.NaN): number {
    const ends = between(lowers, u);
    if (ends[0] === ends[1] || law.cdf(ends[0]) >= u) return ends[0];
    const reaches = (x: number) => law.cdf(x) >= u;
    const reachesBelow = (x: number) => law.cdfBelow(x) >= u;
    return solve(law.cdf, 1, u, hasAtoms ? withoutAtoms(law, ends, reaches, reachesBelow) : ends, guess);
  }

  function upper(s: number, guess = Number.NaN): number {
    const ends = between(uppers, s);
    if (ends[0] === ends[1] || law.survival(ends[0]) <= s) return ends[0];
    const reaches = (x: number) => law.survival(x) <= s;
    const reachesBelow = (x: number) => 1 - law.cdfBelow(x) <= s;
    return solve(
      law.survival,
      -1,
      s,
      hasAtoms ? withoutAtoms(law, ends, reaches, reachesBelow) : ends,
      guess,
    );
  }

  return { lower, upper };
}

type Ends = readonly [number, number];

/**
 * Returns a part of a range within which a probability is reached, without an atom strictly inside; where an atom itself
 * is what reaches it, both ends are that atom. The low end must not reach it, and the high one must.
 */
function withoutAtoms(
  law: Summed,
  [low, high]: Ends,
  reaches: (x: number) => boolean,
  reachesBelow: (x: number) => boolean,
): Ends {
  let [left, right] = [low, high];
  // Halve until no atom is left strictly between, trying the atoms themselves.
  while (law.atomAtMost(justBelow(right)) > left) {
    const middle = left + (right - left) / 2;
    const atom = law.atomAtMost(middle);
    const x = atom > left ? atom : middle;
    if (x <= left || x >= right) return [right, right];
    if (!reaches(x)) left = x;
    else if (x === atom && !reachesBelow(x)) return [x, x];
    else right = x;
  }
  return law.atomAtMost(right) === right && !reachesBelow(right) ? [right, right] : [left, right];
}
