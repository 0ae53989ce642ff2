import type { Distribution } from './distribution.ts';
import {
  type ContinuousLaw,
  type DiscreteLaw,
  type Law,
  type MixedLaw,
  probabilityBelow,
  type Quantile,
} from './law.ts';
import { momentsOf } from './moments.ts';

/**
 * A distribution given that it falls in the closed range [low, high], which holds some of its probability. A bound that
 * is left out is none.
 */
export interface Truncate {
  readonly type: 'truncate';
  readonly component: Distribution;
  readonly low?: number;
  readonly high?: number;
}

/** Returns the probability that a law puts on the closed range [low, high], from whichever tail keeps more digits. */
export function truncatedProbability(law: Law, low: number, high: number): number {
  const below = probabilityBelow(law, low);
  if (law.kind === 'continuous' && below > 0.5) return law.survival(low) - law.survival(high);
  return law.cdf(high) - below;
}

/** Returns the law of a truncated distribution, from the law of what is truncated. */
export function truncateLaw(bounds: Pick<Truncate, 'low' | 'high'>, base: Law): Law {
  const low = Math.max(bounds.low ?? -Infinity, base.support.low);
  const high = Math.min(bounds.high ?? Infinity, base.support.high);
  return base.kind === 'continuous' ? continuous(base, low, high) : withAtoms(base, low, high);
}

function continuous(base: ContinuousLaw, low: number, high: number): ContinuousLaw {
  const mass = truncatedProbability(base, low, high);
  const below = base.cdf(low);
  const above = base.survival(high);
  const clamp = (x: number) => Math.max(low, Math.min(high, x));
  const inside = (share: number) => Math.max(0, Math.min(1, share / mass));
  // What lies between low and x, from the tail that is nearer, so that a range far out keeps its digits.
  const fromLow = (x: number) => (below > 0.5 ? base.survival(low) - base.survival(x) : base.cdf(x) - below);
  const toHigh = (x: number) => (above > 0.5 ? base.cdf(high) - base.cdf(x) : base.survival(x) - above);

  function quantiles(): { readonly quantile: Quantile; readonly upperQuantile: Quantile } {
    const lower = base.quantile();
    const upper = base.upperQuantile();
    const at = (u: number, s: number) => {
      const p = below + u * mass;
      return clamp(p <= 0.5 ? lower(p) : upper(above + s * mass));
    };
    return { quantile: (u) => at(u, 1 - u), upperQuantile: (s) => at(1 - s, s) };
  }

  const law: ContinuousLaw = {
    kind: 'continuous',
    support: { low, high },
    mean: () => momentsOf(law).mean,
    variance: () => momentsOf(law).variance,
    cdf: (x) => (x <= low ? 0 : x >= high ? 1 : inside(fromLow(x))),
    survival: (x) => (x <= low ? 1 : x >= high ? 0 : inside(toHigh(x))),
    quantile: () => quantiles().quantile,
    upperQuantile: () => quantiles().upperQuantile,
    density: (x) => (x < low || x > high ? 0 : base.density(x) / mass),
    logSlope: base.logSlope,
  };
  return law;
}

function withAtoms(base: DiscreteLaw | MixedLaw, low: number, high: number): DiscreteLaw | MixedLaw {
  const below = base.cdfBelow(low);
  const mass = base.cdf(high) - below;
  const inside = (share: number) => Math.max(0, Math.min(1, share));
  const greatest = base.kind === 'discrete' ? base.atomAtMost(high) : high;

  function quantile(): Quantile {
    const lower = base.quantile();
    const least = leastFrom(lower, below, mass, low);
    return (u) => Math.max(least, Math.min(greatest, lower(below + u * mass)));
  }

  const law = {
    support: { low, high: greatest },
    mean: () => momentsOf(whole).mean,
    variance: () => momentsOf(whole).variance,
    cdf: (x: number) => (x < low ? 0 : x >= high ? 1 : inside((base.cdf(x) - below) / mass)),
    survival: (x: number) => (x < low ? 1 : x >= high ? 0 : inside((base.cdf(high) - base.cdf(x)) / mass)),
    cdfBelow: (x: number) => (x <= low ? 0 : x > high ? 1 : inside((base.cdfBelow(x) - below) / mass)),
    atomAtMost: (x: number) => {
      const atom = base.atomAtMost(Math.min(x, high));
      return atom >= low ? atom : -Infinity;
    },
    quantile,
    upperQuantile(): Quantile {
      const lower = quantile();
      return (s) => lower(Math.min(1 - s, 1 - Number.EPSILON / 2));
    },
  };
  const density = (x: number) =>
    base.kind === 'discrete' || x < low || x > high ? 0 : base.density(x) / mass;
  const whole: DiscreteLaw | MixedLaw =
    base.kind === 'discrete'
      ? { ...law, kind: 'discrete' }
      : { ...law, kind: 'mixed', density, logSlope: base.logSlope };
  return whole;
}

/** Returns the least value from `low` on that is ever drawn: u·mass may be lost beside the probability below. */
function leastFrom(lower: Quantile, below: number, mass: number, low: number): number {
  for (let share = Number.EPSILON / 4; share < 1; share *= 2) {
    const x = lower(below + share * mass);
    if (x >= low) return x;
  }
  return low;
}
