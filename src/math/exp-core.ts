import { powerOfTwo } from './power-of-two.ts';

const log2E = Math.LOG2E;
/** ln 2 in two parts; the first has 33 significant bits, so that its product with a whole k below 2^20 is exact. */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/**
 * Returns exp(x + tail) for x in [−746, 710] and a tail much smaller than x.
 *
 * x = k·ln 2 + r with |r| ≤ ln 2 / 2; exp(r) = 1 + 2r/(R(r) − r) with R a polynomial in r² (FDLIBM 5.3, Sun
 * Microsystems 1993, e_exp.c); 2^k is applied in two exact halves, so that overflow and gradual underflow round once.
 */
export function expCore(x: number, tail: number): number {
  const k = Math.floor(x * log2E + 0.5);
  const rHigh = x - k * ln2High;
  const rLow = k * ln2Low - tail;
  const r = rHigh - rLow;
  const z = r * r;
  const c =
    r -
    z *
      (0.16666666666666602 +
        z *
          (-0.0027777777777015593 +
            z * (6.613756321437934e-5 + z * (-1.6533902205465252e-6 + z * 4.1381367970572385e-8))));
  const y = 1 - (rLow - (r * c) / (2 - c) - rHigh);
  const half = Math.floor(k * 0.5);
  return y * powerOfTwo(half) * powerOfTwo(k - half);
}
