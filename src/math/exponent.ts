const value = new Float64Array(1);
const words = new Int32Array(value.buffer);
value[0] = 1;
const high = words[1] === 0 ? 0 : 1;

/** Where [√½, √2) begins, as the top word of a double, and the top word of 1. */
const rootHalf = 0x3fe6a09e;
const one = 0x3ff00000;

/**
 * Returns the whole k for which x·2^−k lies in about [√½, √2), by the bits of a positive normal x: the top 20 bits of
 * the mantissa decide. No allocation.
 */
export function balancedExponent(x: number): number {
  value[0] = x;
  return (((words[high] as number) + (one - rootHalf)) >> 20) - 1023;
}
