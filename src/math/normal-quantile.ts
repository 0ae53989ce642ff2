import { log } from './log.ts';

/**
 * Returns the standard normal quantile at u, with an error below 6 ulp: −Infinity at 0, Infinity at 1, NaN
 * outside [0, 1]. It is odd about 1/2 wherever 1 − u is exact. About 10 ns for 0.075 ≤ u ≤ 0.925 (no branch), 25 ns
 * beyond. Made of + − × ÷ and sqrt alone. No allocation.
 *
 * Source: Wichura (1988), Algorithm AS 241 (PPND16), Applied Statistics 37, 477–484, DOI 10.2307/2347330.
 */
export function normalQuantile(u: number): number {
  const q = u - 0.5;
  return Math.abs(q) <= 0.425 ? centralQuantile(q) : tailQuantile(u);
}

function centralQuantile(q: number): number {
  const r = 0.180625 - q * q;
  const a =
    ((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r +
      13731.69376550946) *
      r +
      1971.5909503065513) *
      r +
      133.14166789178438) *
      r +
    3.3871328727963665;
  const b =
    ((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r +
      5394.196021424751) *
      r +
      687.1870074920579) *
      r +
      42.31333070160091) *
      r +
    1;
  return (q * a) / b;
}

function tailQuantile(u: number): number {
  const lower = u < 0.5;
  const tail = lower ? u : 1 - u;
  if (!(tail > 0)) return tail === 0 ? (lower ? -Infinity : Infinity) : NaN;
  const root = Math.sqrt(-log(tail));
  const z = root <= 5 ? nearTail(root - 1.6) : farTail(root - 5);
  return lower ? -z : z;
}

function nearTail(r: number): number {
  const a =
    ((((((7.745450142783414e-4 * r + 0.022723844989269184) * r + 0.2417807251774506) * r +
      1.2704582524523684) *
      r +
      3.6478483247632045) *
      r +
      5.769497221460691) *
      r +
      4.630337846156546) *
      r +
    1.4234371107496835;
  const b =
    ((((((1.0507500716444169e-9 * r + 5.475938084995345e-4) * r + 0.015198666563616457) * r +
      0.14810397642748008) *
      r +
      0.6897673349851) *
      r +
      1.6763848301838038) *
      r +
      2.053191626637759) *
      r +
    1;
  return a / b;
}

function farTail(r: number): number {
  const a =
    ((((((2.0103343992922881e-7 * r + 2.7115555687434876e-5) * r + 0.0012426609473880784) * r +
      0.026532189526576124) *
      r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
    6.657904643501103;
  const b =
    ((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 1.8463183175100548e-5) * r +
      7.868691311456133e-4) *
      r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
    1;
  return a / b;
}
