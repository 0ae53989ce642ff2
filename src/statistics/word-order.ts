const littleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

/** Which of the two 32-bit words of a double in memory holds its sign and exponent. */
export const HIGH_WORD: 0 | 1 = littleEndian ? 1 : 0;

/** Which one holds the lower bits of its mantissa. */
export const LOW_WORD: 0 | 1 = littleEndian ? 0 : 1;
