import { log } from '../math/log.ts';
import type { DistributionSteps } from './distribution-steps.ts';
import { CONFIDENCE } from './interval.ts';

/** What a sample can say of a dominance. It can refute one; it can never prove one, as tails may hold what it has not seen. */
export type DominanceVerdict =
  /** It holds among the values seen. */
  | 'holds in the sample'
  /** It fails among the values seen, but by no more than chance may do. */
  | 'fails in the sample'
  /** It fails by more than chance can, at the confidence asked for. */
  | 'refuted';

/** How far one strategy dominates another in one order. */
export interface DominanceOfOrder {
  readonly verdict: DominanceVerdict;
  /** The worst excess in the sample, 0 if none: of probability (first order), of money (second order). */
  readonly excess: number;
  /** With the confidence asked for, the true excess is at most this (second order: within the range of values seen). */
  readonly excessAtMost: number;
}

/** Whether every one who prefers more (first order), and is averse to risk (second order), prefers it. */
export interface Dominance {
  readonly first: DominanceOfOrder;
  readonly second: DominanceOfOrder;
  /**
   * The part of the area between the two distribution functions on which first-order dominance fails: 0 to 1, small for an
   * almost dominance that only extreme tastes would reject (Leshno & Levy 2002, Management Science 48, 1074–1085).
   */
  readonly violationShare: number;
}

export interface DominanceOptions {
  /** Of each of the statements about the truth, 0.95 unless told. */
  readonly confidence?: number;
  /** An excess of probability up to this (and of money up to this times the range seen) passes as rounding: 1e-12. */
  readonly tolerance?: number;
}

/**
 * Returns whether the first strategy stochastically dominates the second. First order: F_a(x) ≤ F_b(x) for every x. Second
 * order: ∫_{−∞}^{x} (F_a − F_b) ≤ 0 for every x. The statements about the truth rest on the Dvoretzky–Kiefer–Wolfowitz
 * band of both distribution functions, √(ln(4/(1 − confidence))/(2n)) each, which needs neither a distribution nor
 * independence of the two strategies: conservative. Undefined if either has no value.
 *
 * Source: P. Massart, The tight constant in the Dvoretzky–Kiefer–Wolfowitz inequality (1990), DOI
 * 10.1214/aop/1176990746; J. Hadar & W. R. Russell, Rules for ordering uncertain prospects (1969).
 */
export function dominance(
  a: DistributionSteps,
  b: DistributionSteps,
  { confidence = CONFIDENCE, tolerance = 1e-12 }: DominanceOptions = {},
): Dominance | undefined {
  if (a.count === 0 || b.count === 0) return undefined;
  const band = halfBand(a.count, confidence) + halfBand(b.count, confidence);
  const start = Math.min(a.values[0] as number, b.values[0] as number);
  const end = Math.max(a.values.at(-1) as number, b.values.at(-1) as number);
  let i = 0;
  let j = 0;
  let x = start;
  let gap = 0;
  let area = 0;
  let above = 0;
  let below = 0;
  let firstExcess = 0;
  let secondExcess = 0;
  let secondAtMost = 0;
  let refuted = false;
  while (i < a.values.length || j < b.values.length) {
    const next = Math.min(a.values[i] ?? Infinity, b.values[j] ?? Infinity);
    const step = gap * (next - x);
    area += step;
    above += Math.max(0, step);
    below += Math.max(0, -step);
    const chance = band * (next - start);
    secondExcess = Math.max(secondExcess, area);
    secondAtMost = Math.max(secondAtMost, area + chance);
    if (area > chance && area > tolerance * (end - start)) refuted = true;
    while (i < a.values.length && (a.values[i] as number) <= next) i++;
    while (j < b.values.length && (b.values[j] as number) <= next) j++;
    gap = cumulative(a, i) / a.count - cumulative(b, j) / b.count;
    firstExcess = Math.max(firstExcess, gap);
    x = next;
  }
  return {
    first: {
      verdict: verdict(firstExcess <= tolerance, firstExcess > band),
      excess: firstExcess,
      excessAtMost: Math.min(1, firstExcess + band),
    },
    second: {
      verdict: verdict(secondExcess <= tolerance * (end - start), refuted),
      excess: secondExcess,
      excessAtMost: secondAtMost,
    },
    violationShare: above + below > 0 ? above / (above + below) : 0,
  };
}

function halfBand(count: number, confidence: number): number {
  return Math.sqrt(log(4 / (1 - confidence)) / (2 * count));
}

function cumulative(steps: DistributionSteps, taken: number): number {
  return taken === 0 ? 0 : (steps.cumulative[taken - 1] as number);
}

function verdict(holds: boolean, refuted: boolean): DominanceVerdict {
  if (holds) return 'holds in the sample';
  return refuted ? 'refuted' : 'fails in the sample';
}
