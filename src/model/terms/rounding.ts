/** Wherever the model rounds to whole batches or tools, so much is forgiven, so that arithmetic noise buys nothing. */
const tolerance = 1e-9;

/** Returns x rounded up to a whole number. */
export function wholeAbove(x: number): number {
  return Math.ceil(x - tolerance);
}

/** Returns x rounded down to a whole number. */
export function wholeBelow(x: number): number {
  return Math.floor(x + tolerance);
}
