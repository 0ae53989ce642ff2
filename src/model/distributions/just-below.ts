/** Returns a number that is below x by one or two places of its last digit, closer than any two atoms are. */
export function justBelow(x: number): number {
  return x - Math.max(Number.MIN_VALUE, Math.abs(x) * (0.75 * Number.EPSILON));
}
