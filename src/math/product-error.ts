/**
 * Returns a·b − fl(a·b) exactly, what rounding takes from a product, unless something over- or underflows.
 *
 * Source: Dekker (1971), A floating-point technique for extending the available precision, Numerische Mathematik 18,
 * 224–242, DOI 10.1007/BF01397083.
 */
export function productError(a: number, b: number): number {
  const aHigh = upperHalf(a);
  const aLow = a - aHigh;
  const bHigh = upperHalf(b);
  const bLow = b - bHigh;
  return aHigh * bHigh - a * b + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

/** Returns the upper 26 bits of x (Veltkamp's splitting), so that a product of two such halves is exact. */
export function upperHalf(x: number): number {
  const c = 134217729 * x;
  return c - (c - x);
}
