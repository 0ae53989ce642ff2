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

/** Returns x(z), with log x tabulated where nothing lies at or below 0, so that small values keep their digits. */
function tabulated(law: Summed, components: readonly Law[]): (z: number) => number {
  const exact = exactQuantile(law, components);
  const at = (z: number, guess = Number.NaN) =>
    z <= 0 ? exact.lower(normalCdf(z), guess) : exact.upper(normalCdf(-z), guess);
  const median = at(0);
  const spread = (at(1) - at(-1)) / 2 || (at(3) - at(-3)) / 6 || Math.abs(median) || 1;
  const isPositive = law.support.low >= 0 && components.every(({ kind }) => kind === 'continuous');
  if (!isPositive) {
    return scoreTable({
      solve: at,
      logDensity: (x) => log(law.density(x)),
      logSlope: law.logSlope,
      tolerance: (x) => 5e-10 * Math.max(spread, Math.abs(x - median)),
      isAtom: (x) => law.atomAtMost(x) === x,
    });
  }
  const inLogs: ScoreCurve = {
    solve: (z, guess) => log(at(z, exp(guess))),
    logDensity: (y) => log(law.density(exp(y))) + y,
    logSlope: (y) => 1 + exp(y) * law.logSlope(exp(y)),
    tolerance: () => 5e-10 * Math.min(1, spread / median),
  };
  const table = scoreTable(inLogs);
  return (z) => exp(table(z));
}

/** Returns the quantile functions of a mixture, of u and of s = 1 − u, each solved anew, from a guess if there is one. */
function exactQuantile(law: Summed, components: readonly Law[]) {
  const lowers = components.map((component) => component.quantile());
  const uppers = components.map((component) => component.upperQuantile());
  const between = (quantiles: readonly Quantile[], p: number): readonly [number, number] => {
    const places = quantiles.map((quantile) => quantile(p));
    return [Math.min(...places), Math.max(...places)];
  };
  const hasAtoms = components.some(({ kind }) => kind !== 'continuous');
  // The slope is asked for where the value has just been.
  let tail = 0;

  function lower(u: number, guess = Number.NaN): number {
    const [low, high] = between(lowers, u);
    if (low === high || law.cdf(low) >= u) return low;
    const [left, right] = hasAtoms
      ? withoutAtoms(
          law,
          low,
          high,
          (x) => law.cdf(x) >= u,
          (x) => law.cdfBelow(x) >= u,
        )
      : [low, high];
    const value = (x: number) => {
      tail = law.cdf(x);
      return log(tail / u);
    };
    return solveIncreasing({ value, slope: (x) => law.density(x) / tail }, left, right, guess, nearZero);
  }

  function upper(s: number, guess = Number.NaN): number {
    const [low, high] = between(uppers, s);
    if (low === high || law.survival(low) <= s) return low;
    const [left, right] = hasAtoms
      ? withoutAtoms(
          law,
          low,
          high,
          (x) => law.survival(x) <= s,
          (x) => 1 - law.cdfBelow(x) <= s,
        )
      : [low, high];
    const value = (x: number) => {
      tail = law.survival(x);
      return -log(tail / s);
    };
    return solveIncreasing({ value, slope: (x) => law.density(x) / tail }, left, right, guess, nearZero);
  }

  return { lower, upper };
}

/**
 * Returns a part of [low, high] within which a probability is reached, without an atom strictly inside; where an atom
 * itself is what reaches it, both ends are that atom. `low` must not reach it, and `high` must.
 */
function withoutAtoms(
  law: Summed,
  low: number,
  high: number,
  reaches: (x: number) => boolean,
  reachesBelow: (x: number) => boolean,
): readonly [number, number] {
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
