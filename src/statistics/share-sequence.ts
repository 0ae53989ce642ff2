import { log } from '../math/log.ts';
import { logGamma } from '../math/log-gamma.ts';
import { log1p } from '../math/log1p.ts';
import type { Interval } from './interval.ts';
import { CONFIDENCE, interval } from './interval.ts';

/** Halvings until an end is exact to the last bits that matter. */
const halvings = 60;

/**
 * Returns an interval of a probability that holds it at every number of replications at once: every p at which the
 * mixture likelihood ratio B(s + ½, n − s + ½)/(B(½, ½)·p^s·(1 − p)^(n − s)) is below 1/α, s being the successes
 * among n ≥ 1 (parts of one, for ties, are allowed).
 * That ratio is a martingale from 1 under p (a supermartingale where shares of ties are between 0 and 1), so Ville's
 * inequality holds without any approximation, from the first replication. Undefined for no replication.
 *
 * Source: H. Robbins (1970), DOI 10.1214/aoms/1177696786; S. R. Howard, A. Ramdas, J. McAuliffe & J. Sekhon, Time-uniform,
 * nonparametric, nonasymptotic confidence sequences, Annals of Statistics 49(2) (2021), 1055–1080, DOI
 * 10.1214/20-AOS1991 (the beta-binomial mixture).
 */
export function shareSequence(
  successes: number,
  n: number,
  confidence: number = CONFIDENCE,
): Interval | undefined {
  if (n < 1) return undefined;
  return interval(successes / n, lowEnd(successes, n, confidence), 1 - lowEnd(n - successes, n, confidence));
}

function lowEnd(successes: number, n: number, confidence: number): number {
  if (successes <= 0) return 0;
  const mixture = logBeta(successes + 0.5, n - successes + 0.5) - logBeta(0.5, 0.5);
  const threshold = mixture + log(1 - confidence);
  const failures = n - successes;
  let outside = 0;
  let inside = successes / n;
  for (let step = 0; step < halvings; step++) {
    const p = (outside + inside) / 2;
    const likelihood = successes * log(p) + (failures === 0 ? 0 : failures * log1p(-p));
    if (likelihood > threshold) inside = p;
    else outside = p;
  }
  return outside;
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}
