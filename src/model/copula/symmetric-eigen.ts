/** Eigenvalues of a symmetric matrix, unordered, and their orthonormal eigenvectors. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  /** Row-major; column k is the eigenvector of value k. */
  readonly vectors: Float64Array;
}

/** Quadratic convergence ends it in about ten sweeps; this only stops a matrix that holds a NaN. */
const mostSweeps = 60;

/**
 * Returns the eigenvalues and eigenvectors of a symmetric matrix (row-major, size × size) by the cyclic Jacobi method.
 * Entries that are exactly 0 between two blocks stay 0, so blocks do not disturb each other. The matrix is not changed.
 * Costs about 40·size³ operations; meant for sizes up to some hundreds.
 *
 * Source: Golub & Van Loan (2013), Matrix Computations, 4th ed., algorithms 8.5.1 and 8.5.3.
 */
export function symmetricEigen(matrix: Float64Array, size: number): SymmetricEigen {
  const a = matrix.slice();
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1;
  for (let sweep = 0, rotated = true; rotated && sweep < mostSweeps; sweep++) {
    rotated = false;
    for (let p = 0; p < size - 1; p++) {
      for (let q = p + 1; q < size; q++) rotated = annihilate(a, vectors, size, p, q) || rotated;
    }
  }
  return { values: Float64Array.from({ length: size }, (_, i) => a[i * size + i] as number), vectors };
}

/** Rotates rows and columns p and q so that the entry between them becomes 0; false where it already is as good as 0. */
function annihilate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): boolean {
  const apq = a[p * size + q] as number;
  const app = a[p * size + p] as number;
  const aqq = a[q * size + q] as number;
  if (Math.abs(apq) <= 5.6e-17 * Math.sqrt(Math.abs(app * aqq)) || Math.abs(apq) < 1e-18) return false;
  const tau = (aqq - app) / (2 * apq);
  const tangent = (tau < 0 ? -1 : 1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = tangent * cosine;
  for (let k = 0; k < size; k++) rotate(a, k * size + p, k * size + q, cosine, sine);
  for (let k = 0; k < size; k++) rotate(a, p * size + k, q * size + k, cosine, sine);
  a[p * size + q] = 0;
  a[q * size + p] = 0;
  for (let k = 0; k < size; k++) rotate(vectors, k * size + p, k * size + q, cosine, sine);
  return true;
}

function rotate(a: Float64Array, p: number, q: number, cosine: number, sine: number): void {
  const x = a[p] as number;
  const y = a[q] as number;
  a[p] = cosine * x - sine * y;
  a[q] = sine * x + cosine * y;
}
