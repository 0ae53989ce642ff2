import { expm1 } from '../math/expm1.ts';
import { log } from '../math/log.ts';
import { pow } from '../math/pow.ts';

const ln2 = Math.LN2;

/**
 * Returns how many times the first unit's conversion cost a run of units costs, with Wright's learning curve for every
 * single unit: the sum over i = 0 … units − 1 of max(1, i / reference)^log2(learning), i being the units made before.
 * The part of the sum that learns is taken by the Euler-Maclaurin formula up to the third derivative, whose error is
 * below 1e-9 of the sum, so the cost does not grow with `units`.
 *
 * `learning` lies in (0, 1] and is the share of the cost that remains after a doubling; `reference` is above 0; `units`
 * is whole and at least 0.
 * Source: Wright, "Factors affecting the cost of airplanes", J. Aeronautical Sciences 3 (1936) 122–128, in its
 * incremental-unit form.
 */
export function learnedUnits(learning: number, reference: number, units: number): number {
  const flat = Math.min(units, Math.floor(reference) + 1);
  if (learning === 1 || flat === units) return units;
  const exponent = log(learning) / ln2;
  const factorOf = (made: number): number => pow(made / reference, exponent);

  // Euler-Maclaurin needs a start that is large beside the exponent.
  const smooth = Math.min(units, Math.max(flat, Math.ceil(16 - 4 * exponent)));
  let sum = flat;
  for (let made = flat; made < smooth; made += 1) sum += factorOf(made);
  if (smooth === units) return sum;

  const first = factorOf(smooth);
  const last = factorOf(units);
  const power = exponent + 1;
  const stretch = log(units / smooth);
  const integral = smooth * first * (power === 0 ? stretch : expm1(power * stretch) / power);
  const slope = (made: number, factor: number): number => (exponent * factor) / made;
  const bend = (exponent - 1) * (exponent - 2);
  const third = (made: number, factor: number): number => (slope(made, factor) * bend) / (made * made);
  return (
    sum +
    integral -
    (last - first) / 2 +
    (slope(units, last) - slope(smooth, first)) / 12 -
    (third(units, last) - third(smooth, first)) / 720
  );
}
