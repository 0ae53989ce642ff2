import { powerOfTwo } from './power-of-two.ts';

const log2E = Math.LOG2E;
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/**
 * Returns e^x − 1 without loss where x is small; error below 1.3 ulp. It is Infinity above ln of the greatest double and
 * −1 far below 0; a zero keeps its sign; NaN for NaN. Made of + − × ÷ and floor alone. No allocation.
 *
 * x = k·ln 2 + r; expm1(r) by FDLIBM's rational form (Sun Microsystems 1993, s_expm1.c); then
 * 2^k·(expm1(r) + (1 − 2^−k)) for every k, where FDLIBM has a branch for each of several ranges of k.
 */
export function expm1(x: number): number {
  if (x > 709.782712893384) return Infinity;
  if (x < -56) return -1;
  if (!(x < 0 || x > 0)) return x;
  const k = Math.floor(x * log2E + 0.5);
  const rHigh = x - k * ln2High;
  const rLow = k * ln2Low;
  const r = rHigh - rLow;
  const lost = rHigh - r - rLow;
  const halfR = 0.5 * r;
  const z = r * halfR;
  const q =
    1 +
    z *
      (-0.03333333333333313 +
        z *
          (0.0015873015872548146 +
            z * (-7.93650757867488e-5 + z * (4.008217827329362e-6 + z * -2.0109921818362437e-7))));
  const t = 3 - q * halfR;
  const e = z * ((q - t) / (6 - r * t));
  const small = r - (r * (e - lost) - lost - z);
  const half = Math.floor(k * 0.5);
  return (1 - powerOfTwo(-k) + small) * powerOfTwo(half) * powerOfTwo(k - half);
}
