import { createRequire } from 'node:module';
import { normalCdf, normalQuantile } from '../math/normal.ts';

type IncompleteBeta = (x: number, a: number, b: number, regularized: boolean, upper: boolean) => number;
type InverseIncompleteBeta = (p: number, a: number, b: number, upper: boolean) => number;

/** From here on four terms of the expansion in 1/df are good to 1e-12, and the library is never loaded. */
const MANY = 2000;

const FAR = 12;

const load = createRequire(import.meta.url);
let library: { cdf: IncompleteBeta; quantile: InverseIncompleteBeta } | undefined;

/** Importing these takes 0.1 s, so only small samples pay for it. */
function incompleteBeta(): { cdf: IncompleteBeta; quantile: InverseIncompleteBeta } {
  library ??= {
    cdf: load('@stdlib/math-base-special-betainc') as IncompleteBeta,
    quantile: load('@stdlib/math-base-special-betaincinv') as InverseIncompleteBeta,
  };
  return library;
}

let last: { p: number; df: number; value: number } | undefined;

/**
 * Returns the quantile of Student's t with `df` > 0 degrees of freedom at p in (0, 1), to 1e-10 relative: by the inverse
 * incomplete beta function, and for df ≥ 2000 by the Cornish–Fisher expansion about the normal quantile.
 *
 * Source: Abramowitz & Stegun (1964), 26.5.27 and 26.7.5.
 */
export function studentQuantile(p: number, df: number): number {
  if (last?.p === p && last.df === df) return last.value;
  const value = df >= MANY ? nearNormalQuantile(p, df) : betaQuantile(p, df);
  last = { p, df, value };
  return value;
}

function betaQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  // df/(df + t²), or the rest t²/(df + t²): whichever of the two is small keeps its digits.
  const { quantile } = incompleteBeta();
  const rest = quantile(2 * tail, 0.5, df / 2, true);
  const ratio = rest < 0.5 ? rest / (1 - rest) : 1 / quantile(2 * tail, df / 2, 0.5, false) - 1;
  const size = Math.sqrt(df * ratio);
  // The library's inverse is good to ten digits and its integral to fourteen: one step of Newton makes up for it.
  const step = size * 1e-4;
  const slope = (upperTail(size - step, df) - upperTail(size + step, df)) / (2 * step);
  const better = size + (upperTail(size, df) - tail) / slope;
  return p < 0.5 ? -better : better;
}

function upperTail(t: number, df: number): number {
  return incompleteBeta().cdf(df / (df + t * t), df / 2, 0.5, true, false) / 2;
}

function nearNormalQuantile(p: number, df: number): number {
  const z = normalQuantile(p);
  const s = z * z;
  const first = (s + 1) / 4;
  const second = ((5 * s + 16) * s + 3) / 96;
  const third = (((3 * s + 19) * s + 17) * s - 15) / 384;
  const fourth = ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) / 92160;
  return z * (1 + (first + (second + (third + fourth / df) / df) / df) / df);
}

/**
 * Returns the probability that Student's t with `df` > 0 degrees of freedom is at most t, to 1e-12; for df ≥ 2000 by the
 * Cornish–Fisher expansion of the normal quantile that has the same probability.
 *
 * Source: Abramowitz & Stegun (1964), 26.5.27, and the inverse of the series 26.7.5.
 */
export function studentCdf(t: number, df: number): number {
  if (df >= MANY) return normalCdf(nearNormal(t, df));
  const tail = upperTail(Math.abs(t), df);
  return t < 0 ? tail : 1 - tail;
}

function nearNormal(t: number, df: number): number {
  // Beyond, the probability is below 1e-30 and the series no longer falls.
  const x = Math.max(-FAR, Math.min(FAR, t));
  const s = x * x;
  const first = (s + 1) / 4;
  const second = ((13 * s + 8) * s + 3) / 96;
  const third = (((35 * s + 19) * s + 1) * s - 15) / 384;
  return x * (1 - (first - (second - third / df) / df) / df);
}
