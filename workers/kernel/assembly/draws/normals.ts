import { spread } from '../math/spread';
import { row } from '../../layout';
import { half, one } from '../math/constants';
import { log } from '../math/log';
/**
 * Standard normal quantiles (Wichura 1988, AS 241), two at a time: the same operations as `src/math/normal-quantile.ts`, so
 * the same bits. The centre takes no branch; the tails, 15% of all, are gathered and done two at a time as well.
 */

/** Numerators and denominators, the highest power first, of the centre, the near and the far tail; bounds of the parts. */
const cValues: usize = memory.data<f64>([
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
  1971.5909503065513, 133.14166789178438, 3.3871328727963665, 5226.495278852854, 28729.085735721943,
  39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579, 42.31333070160091, 1.0,
  7.745450142783414e-4, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835, 1.0507500716444169e-9, 5.475938084995345e-4,
  0.015198666563616457, 0.14810397642748008, 0.6897673349851, 1.6763848301838038, 2.053191626637759, 1.0,
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
  0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103, 2.0442631033899397e-15,
  1.421511758316446e-7, 1.8463183175100548e-5, 7.868691311456133e-4, 0.014875361290850615,
  0.1369298809227358, 0.599832206555888, 1.0,
  0.5, 0.180625, 0.425, 1.6, 5.0,
]);
const c: usize = memory.data(16 * 53, 16);
spread(cValues, 53, c);

/** Where tails stand that wait to be done. */
const tails: usize = memory.data(4 * 256, 16);
/** As many tails are done at once; a row adds at most as many. */
const enough = 128;

/** Fills rows at `to` with the normal quantiles of the rows at `from`, which may be the same. */
export function fillNormals(from: usize, to: usize, periods: i32, lanesBytes: usize): void {
  let waiting = 0;
  for (let t = 0; t < periods; t++) {
    for (let lane: usize = 0; lane < lanesBytes; lane += 16) {
      const u = v128.load(from + lane);
      const q = f64x2.sub(u, v128.load(0, c + 768));
      const r = f64x2.sub(v128.load(0, c + 784), f64x2.mul(q, q));
      const z = centralRatio(q, r);
      const isTail = f64x2.gt(f64x2.abs(q), v128.load(0, c + 800));
      // A tail keeps its uniform until it is done.
      v128.store(to + lane, v128.bitselect(u, z, isTail));
      const mask = i64x2.bitmask(isTail);
      store<u32>(tails + 4 * waiting, to + lane);
      waiting += mask & 1;
      store<u32>(tails + 4 * waiting, to + lane + 8);
      waiting += mask >>> 1;
    }
    if (waiting > enough) waiting = doTails(waiting);
    from += row;
    to += row;
  }
  doTails(waiting);
}

/** Does all tails that wait; returns how many still wait: none. */
function doTails(waiting: i32): i32 {
  for (let i = 0; i < waiting; i += 2) {
    const first = <usize>load<u32>(tails + 4 * i);
    const second = i + 1 < waiting ? <usize>load<u32>(tails + 4 * i, 4) : first;
    const u = f64x2.replace_lane(v128.load64_splat(first), 1, load<f64>(second));
    const z = tailQuantile(u);
    store<f64>(first, f64x2.extract_lane(z, 0));
    store<f64>(second, f64x2.extract_lane(z, 1));
  }
  return 0;
}

// @ts-ignore: decorator
@inline
function tailQuantile(u: v128): v128 {
  const isLower = f64x2.lt(u, half());
  const tail = v128.bitselect(u, f64x2.sub(one(), u), isLower);
  const root = f64x2.sqrt(f64x2.neg(log(tail)));
  const r = f64x2.sub(root, v128.load(0, c + 816));
  let z = nearRatio(r);
  const isFar = f64x2.gt(root, v128.load(0, c + 832));
  if (i64x2.bitmask(isFar) !== 0) {
    const d = f64x2.sub(root, v128.load(0, c + 832));
    z = v128.bitselect(farRatio(d), z, isFar);
  }
  return v128.bitselect(f64x2.neg(z), z, isLower);
}

/** Returns a polynomial of degree 7 by Horner's rule. */
// @ts-ignore: decorator
@inline
function polynomial(r: v128, k7: v128, k6: v128, k5: v128, k4: v128, k3: v128, k2: v128, k1: v128, k0: v128): v128 {
  let sum = f64x2.add(f64x2.mul(k7, r), k6);
  sum = f64x2.add(f64x2.mul(sum, r), k5);
  sum = f64x2.add(f64x2.mul(sum, r), k4);
  sum = f64x2.add(f64x2.mul(sum, r), k3);
  sum = f64x2.add(f64x2.mul(sum, r), k2);
  sum = f64x2.add(f64x2.mul(sum, r), k1);
  return f64x2.add(f64x2.mul(sum, r), k0);
}

/** The ratio of the centre, times q. */
// @ts-ignore: decorator
@inline
function centralRatio(q: v128, r: v128): v128 {
  const numerator = polynomial(
    r,
    v128.load(0, c + 0),
    v128.load(0, c + 16),
    v128.load(0, c + 32),
    v128.load(0, c + 48),
    v128.load(0, c + 64),
    v128.load(0, c + 80),
    v128.load(0, c + 96),
    v128.load(0, c + 112),
  );
  const denominator = polynomial(
    r,
    v128.load(0, c + 128),
    v128.load(0, c + 144),
    v128.load(0, c + 160),
    v128.load(0, c + 176),
    v128.load(0, c + 192),
    v128.load(0, c + 208),
    v128.load(0, c + 224),
    v128.load(0, c + 240),
  );
  return f64x2.div(f64x2.mul(q, numerator), denominator);
}

/** The ratio of the near tail. */
// @ts-ignore: decorator
@inline
function nearRatio(r: v128): v128 {
  const numerator = polynomial(
    r,
    v128.load(0, c + 256),
    v128.load(0, c + 272),
    v128.load(0, c + 288),
    v128.load(0, c + 304),
    v128.load(0, c + 320),
    v128.load(0, c + 336),
    v128.load(0, c + 352),
    v128.load(0, c + 368),
  );
  const denominator = polynomial(
    r,
    v128.load(0, c + 384),
    v128.load(0, c + 400),
    v128.load(0, c + 416),
    v128.load(0, c + 432),
    v128.load(0, c + 448),
    v128.load(0, c + 464),
    v128.load(0, c + 480),
    v128.load(0, c + 496),
  );
  return f64x2.div(numerator, denominator);
}

/** The ratio of the far tail. */
// @ts-ignore: decorator
@inline
function farRatio(r: v128): v128 {
  const numerator = polynomial(
    r,
    v128.load(0, c + 512),
    v128.load(0, c + 528),
    v128.load(0, c + 544),
    v128.load(0, c + 560),
    v128.load(0, c + 576),
    v128.load(0, c + 592),
    v128.load(0, c + 608),
    v128.load(0, c + 624),
  );
  const denominator = polynomial(
    r,
    v128.load(0, c + 640),
    v128.load(0, c + 656),
    v128.load(0, c + 672),
    v128.load(0, c + 688),
    v128.load(0, c + 704),
    v128.load(0, c + 720),
    v128.load(0, c + 736),
    v128.load(0, c + 752),
  );
  return f64x2.div(numerator, denominator);
}
