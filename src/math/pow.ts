import { expCore } from './exp-core.ts';
import { balancedExponent } from './exponent.ts';
import { powerOfTwo } from './power-of-two.ts';
import { upperHalf } from './product-error.ts';

const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
const twoThirds = 0.6666666666666666;
const twoThirdsRest = 3.700743415417188e-17;
const leastNormal = 2.2250738585072014e-308;

/**
 * Returns base^exponent for base ≥ 0, with an error below 1 ulp (below 1 unit of the least subnormal where the result is
 * subnormal). Special values are those of `Math.pow`: x^0 is 1, 0^y is 0 or Infinity by the sign of y, NaN where an
 * argument is NaN or where 1 meets ±Infinity; and NaN for a base below 0. Made of + − × ÷, floor and the exponent's bits
 * alone, so its bits are the same on every machine. About 30 ns; allocates nothing.
 *
 * The logarithm is 2s + 2s³/3 + …, s = (m − 1)/(m + 1), base = m·2^k, whose first two terms and k·ln 2 are kept as sums
 * of two doubles, to some 66 bits (Dekker 1971, A floating-point technique for extending the available precision,
 * Numerische Mathematik 18, 224–242, DOI 10.1007/BF01397083); so is its product with the exponent.
 */
export function pow(base: number, exponent: number): number {
  if (!(base > 0 && base < Infinity && exponent > -Infinity && exponent < Infinity)) {
    return powOfUnusual(base, exponent);
  }
  let k = 0;
  let m = base;
  if (m < leastNormal) {
    m *= 18014398509481984;
    k = -54;
  }
  const shift = balancedExponent(m);
  k += shift;
  const f = m * powerOfTwo(-shift) - 1;

  // s + sLow = f / (2 + f)
  const d = 2 + f;
  const dLow = f - (d - 2);
  const s = f / d;
  const sHigh = upperHalf(s);
  const sRest = s - sHigh;
  const dHigh = upperHalf(d);
  const dRest = d - dHigh;
  const sd = s * d;
  const sdLow = sHigh * dHigh - sd + sHigh * dRest + sRest * dHigh + sRest * dRest;
  const sLow = (f - sd - sdLow - s * dLow) / d;

  // z + zLow = s²
  const z = s * s;
  const zLow = sHigh * sHigh - z + 2 * sHigh * sRest + sRest * sRest + 2 * s * sLow;

  // cube + cubeLow = s³; third + thirdLow = 2s³/3
  const zHigh = upperHalf(z);
  const zRest = z - zHigh;
  const cube = s * z;
  const cubeLow =
    sHigh * zHigh - cube + sHigh * zRest + sRest * zHigh + sRest * zRest + (s * zLow + sLow * z);
  const cubeHigh = upperHalf(cube);
  const cubeRest = cube - cubeHigh;
  const third = cube * twoThirds;
  const thirdHigh = 0.6666666716337204;
  const thirdRest = twoThirds - thirdHigh;
  const thirdLow =
    cubeHigh * thirdHigh -
    third +
    cubeHigh * thirdRest +
    cubeRest * thirdHigh +
    cubeRest * thirdRest +
    (cube * twoThirdsRest + cubeLow * twoThirds);

  const tail =
    cube *
    z *
    (0.40000000000000024 +
      z *
        (0.2857142857133851 +
          z *
            (0.2222222227110234 +
              z *
                (0.18181808247544543 +
                  z * (0.15385574796462032 + z * (0.13285957435193352 + z * 0.1291361767218225))))));

  // log + logLow = k·ln 2 + 2s + 2s³/3 + tail
  const whole = k * ln2High;
  const twice = 2 * s;
  const sum = whole + twice;
  const sumBack = sum - whole;
  const sumLow = whole - (sum - sumBack) + (twice - sumBack);
  const more = sum + third;
  const moreLow = sum - more + third;
  const rest = tail + (thirdLow + 2 * sLow) + k * ln2Low + sumLow + moreLow;
  const log = more + rest;
  const logLow = more - log + rest;

  const product = exponent * log;
  if (product > 710) return Infinity;
  if (product < -746) return 0;
  const yHigh = upperHalf(exponent);
  const yRest = exponent - yHigh;
  const logHigh = upperHalf(log);
  const logRest = log - logHigh;
  const productLow =
    yHigh * logHigh - product + yHigh * logRest + yRest * logHigh + yRest * logRest + exponent * logLow;
  return expCore(product, productLow);
}

function powOfUnusual(base: number, exponent: number): number {
  if (exponent === 0) return 1;
  if (!(base >= 0) || Number.isNaN(exponent) || base === 1) return NaN;
  return base > 1 === exponent > 0 ? Infinity : 0;
}
