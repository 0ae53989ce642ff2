/**
 * Returns I_x(a, b)·B(a, b)/(x^a·y^b), y = 1 − x, of the regularised incomplete beta function, for
 * `excess` = a − (a + b)·x ≥ 0 (given apart, to more digits): some 3·√min(a, b) steps at the mean, fewer beyond. All terms
 * are positive, so nothing cancels.
 *
 * Source: Didonato & Morris (1992), Algorithm 708, ACM TOMS 18, 360–373, DOI 10.1145/131766.131776, equation 9.
 */
export function betaFraction(a: number, b: number, x: number, y: number, excess: number): number {
  const c = 1 + excess;
  const ratio = b / a;
  const c1 = 1 + 1 / a;
  let p = 1;
  let s = a + 1;
  let numerator = 1;
  let denominator = c / c1;
  let lastNumerator = 0;
  let lastDenominator = 1;
  let value = c1 / c;
  for (let n = 1; ; n++) {
    const t = n / a;
    const w = n * (b - n) * x;
    const e = a / s;
    const alpha = p * (p + ratio) * e * e * (w * x);
    const beta = n + w / s + ((t + 1) / (c1 + t + t)) * (c + n * (1 + y));
    p = t + 1;
    s += 2;
    const nextNumerator = alpha * lastNumerator + beta * numerator;
    const nextDenominator = alpha * lastDenominator + beta * denominator;
    const next = nextNumerator / nextDenominator;
    if (Math.abs(next - value) <= 2e-16 * next || alpha === 0) return next;
    value = next;
    lastNumerator = numerator / nextDenominator;
    lastDenominator = denominator / nextDenominator;
    numerator = next;
    denominator = 1;
  }
}
