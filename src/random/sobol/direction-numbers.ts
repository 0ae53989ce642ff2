import { joeKuoD6 } from './joe-kuo-d6.ts';

/** How many dimensions there are direction numbers for. */
export const mostDimensions = 1111;
const bits = 32;

let lines: readonly string[] | undefined;
const known: Uint32Array[] = [];

/**
 * Returns the 32 direction numbers v₁ … v₃₂ of a dimension (0 being the first, at most 1,110), as uint32 words with the
 * binary point before the top bit. Made when first asked for and kept; not to be changed. Throws a RangeError beyond.
 *
 * Source: Joe & Kuo (2008), equations 2 and 3, DOI 10.1137/070709359.
 */
export function directionNumbers(dimension: number): Uint32Array {
  const found = known[dimension];
  if (found !== undefined) return found;
  if (!Number.isInteger(dimension) || dimension < 0 || dimension >= mostDimensions) {
    throw new RangeError(`the Sobol' sequence has dimensions 0 to ${mostDimensions - 1}, not ${dimension}`);
  }
  const made = dimension === 0 ? vanDerCorput() : fromPolynomial(dimension);
  known[dimension] = made;
  return made;
}

function vanDerCorput(): Uint32Array {
  return Uint32Array.from({ length: bits }, (_, i) => 1 << (bits - 1 - i));
}

function fromPolynomial(dimension: number): Uint32Array {
  lines ??= joeKuoD6.split('\n');
  const [coefficients = 0, ...initial] = (lines[dimension - 1] ?? '').split(' ').map(Number);
  const degree = initial.length;
  const v = Uint32Array.from({ length: bits }, (_, i) => (initial[i] ?? 0) << (bits - 1 - i));
  for (let i = degree; i < bits; i++) {
    const oldest = v[i - degree] as number;
    let word = oldest ^ (oldest >>> degree);
    for (let k = 1; k < degree; k++) {
      if ((coefficients >>> (degree - 1 - k)) & 1) word ^= v[i - k] as number;
    }
    v[i] = word;
  }
  return v;
}
