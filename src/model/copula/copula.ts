import { nearestCorrelation } from './nearest-correlation.ts';
import { pearsonOfSpearman, spearmanOfPearson } from './rank-correlation.ts';
import { semiDefiniteCholesky } from './semi-definite-cholesky.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

/** Spearman's rho, in [−1, 1], between two of the correlated inputs, given by their places. */
export interface RankCorrelation {
  readonly first: number;
  readonly second: number;
  readonly rho: number;
}

/** A rank correlation that could not be had together with the others, and the one that stands in for it. */
export interface RepairedCorrelation {
  readonly first: number;
  readonly second: number;
  /** Spearman's rho as written; 0 for a pair that was not mentioned. */
  readonly asked: number;
  readonly used: number;
}

export interface Copula {
  /** Lower-triangular Cholesky factor of the correlation of the normal scores, row-major. */
  readonly factor: Float64Array;
  /** What had to change because no variables can have the correlations as asked; undefined where nothing had to. */
  readonly repaired:
    | undefined
    | { readonly largestChange: number; readonly changes: readonly RepairedCorrelation[] };
}

/** An eigenvalue above minus this many times the size is 0 but for rounding. */
const rounding = 1e-12;
const smallestReportedChange = 1e-9;

/**
 * Returns the Gaussian copula of `size` inputs with the given rank correlations (0 where none is given): normal scores
 * whose Pearson correlations are 2·sin(π·rho/6). If that matrix is not positive semi-definite, the nearest correlation
 * matrix in the Frobenius norm takes its place and what changed is listed, in terms of Spearman's rho, by place.
 *
 * Throws a RangeError for a place outside 0 … size − 1, a place with itself, a pair given twice, or |rho| > 1.
 */
export function buildCopula(size: number, correlations: readonly RankCorrelation[]): Copula {
  const asked = pearsonMatrix(size, correlations);
  const least = Math.min(...symmetricEigen(asked, size).values);
  if (least >= -rounding * size) return { factor: semiDefiniteCholesky(asked, size), repaired: undefined };
  const used = nearestCorrelation(asked, size);
  return { factor: semiDefiniteCholesky(used, size), repaired: compare(size, correlations, used) };
}

function pearsonMatrix(size: number, correlations: readonly RankCorrelation[]): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) matrix[i * size + i] = 1;
  const given = new Set<number>();
  for (const { first, second, rho } of correlations) {
    const place = pairPlace(size, first, second);
    const isPlace = [first, second].every((at) => Number.isInteger(at) && at >= 0 && at < size);
    if (!isPlace || first === second || given.has(place) || !(Math.abs(rho) <= 1)) {
      throw new RangeError(`no correlation of ${size} inputs: ${first} with ${second}, ${rho}`);
    }
    given.add(place);
    const pearson = pearsonOfSpearman(rho);
    matrix[first * size + second] = pearson;
    matrix[second * size + first] = pearson;
  }
  return matrix;
}

function compare(
  size: number,
  correlations: readonly RankCorrelation[],
  used: Float64Array,
): NonNullable<Copula['repaired']> {
  const asked = new Map(
    correlations.map(({ first, second, rho }) => [pairPlace(size, first, second), rho] as const),
  );
  const changes: RepairedCorrelation[] = [];
  let largestChange = 0;
  for (let first = 0; first < size; first++) {
    for (let second = first + 1; second < size; second++) {
      const place = pairPlace(size, first, second);
      const change = {
        first,
        second,
        asked: asked.get(place) ?? 0,
        used: spearmanOfPearson(used[place] as number),
      };
      const gap = Math.abs(change.used - change.asked);
      largestChange = Math.max(largestChange, gap);
      if (gap > smallestReportedChange) changes.push(change);
    }
  }
  return { largestChange, changes };
}

/** The place of a pair in the upper triangle of a row-major matrix, whichever way round it is given. */
function pairPlace(size: number, first: number, second: number): number {
  return Math.min(first, second) * size + Math.max(first, second);
}
