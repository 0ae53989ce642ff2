/** So near to symmetry the cube root would only lose digits. */
const NEARLY_NONE = 1e-6;

/**
 * Returns the studentised mean that Hall's monotone cubic turns into the normal-looking y: with a = skewness/√n,
 * (3/a)·((1 + a·(y − a/6))^(1/3) − 1).
 *
 * Source: P. Hall, On the removal of skewness by transformation (1992), Journal of the Royal Statistical Society B 54,
 * 221–228, the transformation g₁ and its inverse.
 */
export function withoutSkewness(y: number, scaledSkewness: number): number {
  const a = scaledSkewness;
  if (Math.abs(a) < NEARLY_NONE) return y;
  return (3 / a) * (cubeRoot(1 + a * (y - a / 6)) - 1);
}

/** Newton's method from above, which falls until rounding stops it: the same bits everywhere. */
function cubeRoot(value: number): number {
  const size = Math.abs(value);
  let root = Math.max(1, size);
  for (;;) {
    const next = (2 * root + size / (root * root)) / 3;
    if (!(next < root)) return value < 0 ? -root : root;
    root = next;
  }
}
