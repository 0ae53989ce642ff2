/**
 * Elementary functions in fixed point of whole numbers, to about 400 bits after the point, to measure the errors of the
 * doubles against. Slow and simple on purpose: Taylor's series of exp, and of artanh for log.
 */
const bits = 400n;
export const one = 1n << bits;

/** Returns a finite double exactly, if it is at least 2^−348 or 0. */
export function exactly(x: number): bigint {
  const { mantissa, exponent } = parts(x);
  const shift = bits + BigInt(exponent);
  return shift >= 0n ? mantissa << shift : mantissa >> -shift;
}

function parts(x: number): { mantissa: bigint; exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const word = view.getBigUint64(0);
  const biased = Number((word >> 52n) & 0x7ffn);
  const fraction = word & 0xfffffffffffffn;
  const magnitude = biased === 0 ? fraction : fraction | (1n << 52n);
  return { mantissa: word >> 63n === 1n ? -magnitude : magnitude, exponent: Math.max(biased, 1) - 1075 };
}

const multiply = (a: bigint, b: bigint) => (a * b) >> bits;
const divide = (a: bigint, b: bigint) => (a << bits) / b;

/** Returns log of m in fixed point, m being the exact mantissa and exponent of a positive double. */
export function logOfDouble(x: number): bigint {
  const { mantissa, exponent } = parts(x);
  const length = mantissa.toString(2).length;
  const near = (mantissa << bits) >> BigInt(length - 1);
  return logNear(near) + BigInt(exponent + length - 1) * ln2;
}

/** Returns log of a fixed-point number, by halving until it is near 1. */
export function logOf(x: bigint): bigint {
  const shift = x.toString(2).length - 1 - Number(bits);
  return logNear(shift >= 0 ? x >> BigInt(shift) : x << BigInt(-shift)) + BigInt(shift) * ln2;
}

function logNear(x: bigint): bigint {
  const s = divide(x - one, x + one);
  const square = multiply(s, s);
  let power = s;
  let sum = 0n;
  for (let n = 1n; power !== 0n && power !== -1n; n += 2n) {
    sum += power / n;
    power = multiply(power, square);
  }
  return 2n * sum;
}

const ln2 = logNear(2n * one);

/** A number as value·2^(exponent − 400). */
export interface Scaled {
  readonly value: bigint;
  readonly exponent: number;
}

/** Returns e^x of a fixed-point x. */
export function expOf(x: bigint): Scaled {
  const exponent = x / ln2;
  const r = x - exponent * ln2;
  let term = one;
  let sum = 0n;
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    sum += term;
    term = multiply(term, r) / n;
  }
  return { value: sum, exponent: Number(exponent) };
}

/** Returns the product of two fixed-point numbers. */
export const product = multiply;

/** Returns how far y is from the exact result, in units of the last place of y. */
export function ulps(y: number, exact: Scaled): number {
  const { mantissa, exponent } = parts(y);
  const guard = 20n;
  const shift = BigInt(exact.exponent - exponent) - bits + guard;
  const scaled = shift >= 0n ? exact.value << shift : exact.value >> -shift;
  return Math.abs(Number((mantissa << guard) - scaled)) / 1048576;
}
