/** Weights below this part of the greatest cannot change a coverage in double precision. */
const NEGLIGIBLE = 1e-19;

/** The ranks (1 is the least) of the two order statistics that hold a quantile between them. */
export interface Ranks {
  readonly low: number;
  readonly high: number;
}

/**
 * Returns the ranks whose values hold the quantile at p with at least this confidence, whatever the distribution: the
 * number B of values below it is binomial(n, p), and P(low ≤ B < high) is the confidence (more for a discrete
 * distribution). They start with equal tails and are then drawn in while the confidence allows. Undefined where n is too
 * small for any (a 5% quantile at 95% confidence wants n ≥ 59), and at p = 0 and 1.
 *
 * The binomial is made by its recurrence from its mode, about 20·√n steps, and normalised by its sum.
 *
 * Source: H. A. David & H. N. Nagaraja, Order statistics (2003), section 7.1, DOI 10.1002/0471722162.
 */
export function binomialRanks(n: number, p: number, confidence: number): Ranks | undefined {
  if (!(p > 0 && p < 1) || n < 2) return undefined;
  const { first, weights } = binomialWeights(n, p);
  const weight = (k: number) => weights[k - first] ?? 0;
  const end = first + weights.length;
  const tail = (1 - confidence) / 2;
  let low = first;
  let missedLow = 0;
  while (missedLow + weight(low) <= tail) missedLow += weight(low++);
  let high = end;
  let missedHigh = 0;
  while (missedHigh + weight(high - 1) <= tail) missedHigh += weight(--high);
  if (low < 1) {
    missedLow += weight(0);
    low = 1;
  }
  if (high > n) {
    missedHigh += weight(n);
    high = n;
  }
  const missAllowed = 1 - confidence;
  while (missedLow + missedHigh > missAllowed && low > Math.max(1, first)) missedLow -= weight(--low);
  while (missedLow + missedHigh > missAllowed && high < Math.min(n, end)) missedHigh -= weight(high++);
  if (missedLow + missedHigh > missAllowed) return undefined;
  for (;;) {
    const lower = weight(low) <= weight(high - 1);
    if (missedLow + missedHigh + weight(lower ? low : high - 1) > missAllowed) return { low, high };
    if (lower) missedLow += weight(low++);
    else missedHigh += weight(--high);
  }
}

/** Returns the binomial probabilities from `first` on, without the negligible ones at either end. */
function binomialWeights(n: number, p: number): { first: number; weights: Float64Array } {
  const odds = p / (1 - p);
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const above: number[] = [1];
  for (let k = mode, weight = 1; k < n && weight > NEGLIGIBLE; k++) {
    weight *= ((n - k) / (k + 1)) * odds;
    above.push(weight);
  }
  const below: number[] = [];
  for (let k = mode, weight = 1; k > 0 && weight > NEGLIGIBLE; k--) {
    weight *= k / (n - k + 1) / odds;
    below.push(weight);
  }
  const weights = Float64Array.from([...below.reverse(), ...above]);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return { first: mode - below.length, weights: weights.map((weight) => weight / sum) };
}
