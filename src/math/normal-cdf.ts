import { expCore } from './exp-core.ts';

/**
 * Returns the standard normal distribution function at x, with an error below 8 ulp where the result is normal:
 * P(Z > x) is normalCdf(−x). NaN for NaN. Made of + − × ÷ and floor alone. No allocation.
 *
 * Source: Cody (1969), Rational Chebyshev approximations for the error function, Mathematics of Computation 23, 631–637,
 * DOI 10.1090/S0025-5718-1969-0247736-4, in the form for the normal (Cody 1993, Algorithm 715, DOI 10.1145/151271.151273).
 */
export function normalCdf(x: number): number {
  const y = Math.abs(x);
  if (!(y > 0.67448975)) return 0.5 + centralCdf(x);
  if (y > 38.6) return x > 0 ? 1 : 0;
  const scaled = y <= 5.656854249492381 ? nearRatio(y) : farRatio(y);
  // exp(−y²/2) keeps its digits: the square of y cut to sixteenths is exact, and so is the sum below.
  const cut = Math.floor(y * 16) * 0.0625;
  const most = -0.5 * cut * cut;
  const rest = -0.5 * (y - cut) * (y + cut);
  const sum = most + rest;
  const upper = scaled * expCore(sum, most - sum + rest);
  return x > 0 ? 1 - upper : upper;
}

function centralCdf(x: number): number {
  const z = x * x;
  const a =
    (((0.06568233791820745 * z + 2.2352520354606837) * z + 161.02823106855587) * z + 1067.6894854603709) * z +
    18154.98125334356;
  const b =
    (((z + 47.202581904688245) * z + 976.0985517377767) * z + 10260.932208618979) * z + 45507.78933502673;
  return (x * a) / b;
}

function nearRatio(y: number): number {
  const a =
    (((((((1.0765576773720192e-8 * y + 0.39894151208813466) * y + 8.883149794388377) * y +
      93.50665613217785) *
      y +
      597.2702763948002) *
      y +
      2494.5375852903726) *
      y +
      6848.190450536283) *
      y +
      11602.65143764735) *
      y +
    9842.714838383978;
  const b =
    (((((((y + 22.266688044328117) * y + 235.387901782625) * y + 1519.3775994075547) * y +
      6485.558298266761) *
      y +
      18615.571640885097) *
      y +
      34900.95272114598) *
      y +
      38912.00328609327) *
      y +
    19685.429676859992;
  return a / b;
}

function farRatio(y: number): number {
  const z = 1 / (y * y);
  const a =
    ((((0.023073441764940174 * z + 0.215898534057957) * z + 0.12740116116024736) * z + 0.022235277870649807) *
      z +
      0.0014216191932278934) *
      z +
    2.9112874951168793e-5;
  const b =
    ((((z + 1.284260096144911) * z + 0.4682382124808651) * z + 0.06598813786892856) * z +
      0.0037823963320275824) *
      z +
    7.297515550839662e-5;
  return (0.3989422804014327 - (z * a) / b) / y;
}
