/** A pivot this small is rounding error of a singular matrix. */
const negligible = 1e-14;

/**
 * Returns the lower-triangular factor L (row-major) of a correlation matrix, L·Lᵀ being the matrix. The matrix may be
 * singular: a row that the rows before it determine has 0 on the diagonal, and perfect correlations are exact.
 *
 * Source: Higham (2002), Accuracy and Stability of Numerical Algorithms, 2nd ed., section 10.3.
 */
export function semiDefiniteCholesky(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    const pivot = remainder(matrix, factor, size, j, j);
    if (pivot <= negligible * size) continue;
    const diagonal = Math.sqrt(pivot);
    factor[j * size + j] = diagonal;
    for (let i = j + 1; i < size; i++) {
      factor[i * size + j] = remainder(matrix, factor, size, i, j) / diagonal;
    }
  }
  return factor;
}

/** What is left of the entry (i, j) after the columns before j. */
function remainder(matrix: Float64Array, factor: Float64Array, size: number, i: number, j: number): number {
  let rest = matrix[i * size + j] as number;
  for (let k = 0; k < j; k++) rest -= (factor[i * size + k] as number) * (factor[j * size + k] as number);
  return rest;
}
