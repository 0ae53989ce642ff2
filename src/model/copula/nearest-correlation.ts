import { symmetricEigen } from './symmetric-eigen.ts';

const mostSteps = 5000;
const tolerance = 1e-11;

/**
 * Returns the correlation matrix (positive semi-definite, ones on the diagonal) nearest to a symmetric matrix in the
 * Frobenius norm. Projects in turn onto the semi-definite matrices, with Dykstra's correction, and onto those with a unit
 * diagonal, until a step moves less than 1e-11 of the matrix's norm (or 5,000 steps). The matrix is row-major and is not changed.
 *
 * Source: Higham (2002), "Computing the nearest correlation matrix—a problem from finance", IMA Journal of Numerical
 * Analysis 22(3), algorithm 3.3, DOI 10.1093/imanum/22.3.329.
 */
export function nearestCorrelation(matrix: Float64Array, size: number): Float64Array {
  const unit = matrix.slice();
  const correction = new Float64Array(size * size);
  const corrected = new Float64Array(size * size);
  let definite = matrix;
  for (let step = 0; step < mostSteps; step++) {
    for (let i = 0; i < unit.length; i++) corrected[i] = (unit[i] as number) - (correction[i] as number);
    const before = definite;
    definite = nearestSemiDefinite(corrected, size);
    for (let i = 0; i < unit.length; i++) {
      correction[i] = (definite[i] as number) - (corrected[i] as number);
      unit[i] = definite[i] as number;
    }
    for (let i = 0; i < size; i++) unit[i * size + i] = 1;
    const reach = tolerance * size;
    if (distance(definite, before) <= reach && distance(unit, definite) <= reach) break;
  }
  return withUnitDiagonal(definite, size);
}

/** Returns the nearest positive semi-definite matrix: the spectrum without its negative part. */
function nearestSemiDefinite(matrix: Float64Array, size: number): Float64Array {
  const { values, vectors } = symmetricEigen(matrix, size);
  const result = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    const value = values[k] as number;
    if (value <= 0) continue;
    for (let i = 0; i < size; i++) {
      const left = value * (vectors[i * size + k] as number);
      for (let j = 0; j <= i; j++) {
        result[i * size + j] = (result[i * size + j] as number) + left * (vectors[j * size + k] as number);
      }
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) result[j * size + i] = result[i * size + j] as number;
  }
  return result;
}

/** Scales rows and columns, which keeps the matrix semi-definite where setting the diagonal would not. */
function withUnitDiagonal(matrix: Float64Array, size: number): Float64Array {
  const scale = Float64Array.from({ length: size }, (_, i) => Math.sqrt(matrix[i * size + i] as number));
  return matrix.map((entry, at) => {
    const i = Math.floor(at / size);
    const j = at % size;
    const scaled = entry / ((scale[i] as number) * (scale[j] as number));
    return i === j ? 1 : Math.max(-1, Math.min(1, scaled));
  });
}

function distance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    const gap = (a[i] as number) - (b[i] as number);
    sum += gap * gap;
  }
  return Math.sqrt(sum);
}
