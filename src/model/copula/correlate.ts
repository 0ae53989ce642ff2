/**
 * Writes y = L·z to `out`: normal scores with the correlations of the factor L, from independent ones. `factor` is lower
 * triangular and row-major (size × size); `scores` and `out` hold at least `size` numbers and may be the same array.
 * Costs size²/2 multiplications; allocates nothing.
 */
export function correlate(factor: Float64Array, size: number, scores: Float64Array, out: Float64Array): void {
  // From the last row upwards, so that a row's own scores are still there when `out` is `scores`.
  for (let i = size - 1; i >= 0; i--) {
    let sum = 0;
    for (let j = 0; j <= i; j++) sum += (factor[i * size + j] as number) * (scores[j] as number);
    out[i] = sum;
  }
}
