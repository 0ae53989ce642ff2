import { powerOfTwo } from '../math/power-of-two.ts';

/**
 * Returns numerator / denominator · 2^exponent, rounded once to the nearest double (ties to even; a result below 2^−1022
 * is rounded a second time). The denominator is above 0.
 */
export function roundedRatio(numerator: bigint, denominator: bigint, exponent: number): number {
  if (numerator === 0n) return 0;
  const size = numerator < 0n ? -numerator : numerator;
  const shift = 66 + 4 * (hexDigits(denominator) - hexDigits(size));
  const scaled = shift >= 0 ? size << BigInt(shift) : size;
  const divisor = shift >= 0 ? denominator : denominator << BigInt(-shift);
  const quotient = scaled / divisor;
  // At least 62 bits, so that a remainder needs only to be remembered, in the last of them, for Number() to round right.
  const sticky = quotient * divisor === scaled ? quotient : quotient | 1n;
  const rounded = timesPowerOfTwo(Number(sticky), exponent - shift);
  return numerator < 0n ? -rounded : rounded;
}

function hexDigits(value: bigint): number {
  return value.toString(16).length;
}

function timesPowerOfTwo(value: number, exponent: number): number {
  let result = value;
  let left = exponent;
  while (left > 1000) {
    result *= powerOfTwo(1000);
    left -= 1000;
  }
  while (left < -1000) {
    result *= powerOfTwo(-1000);
    left += 1000;
  }
  return result * powerOfTwo(left);
}
