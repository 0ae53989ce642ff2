const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/**
 * Returns log(1 + f) + k·ln 2 + c for f in about [√½ − 1, √2 − 1] and a small correction c: with s = f/(2 + f),
 * log(1 + f) = f − f²/2 + s·(f²/2 + R(s²)) (FDLIBM 5.3, Sun Microsystems 1993, e_log.c). No allocation.
 */
export function logCore(f: number, k: number, c: number): number {
  const halfSquare = 0.5 * f * f;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const even =
    z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  return s * (halfSquare + (odd + even)) + (k * ln2Low + c) - halfSquare + f + k * ln2High;
}
