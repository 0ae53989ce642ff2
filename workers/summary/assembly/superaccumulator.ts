// An exact sum as in `src/statistics/exact-sum.ts`: 68 chunks of 32 bits as doubles, chunk i in units of 2^(32·i − 1074),
// and a slot for what is not finite.

const chunks: i32 = 68;
const chunkSize: f64 = 4294967296;
export const sumBytes: usize = 69 * 8;
const lowest: i32 = -1074;

/** Adds whole · 2^exponent, |whole| < 2^62, exponent at least −1074. */
export function addWhole(sum: usize, whole: i64, exponent: i32): void {
  if (whole === 0) return;
  const position = exponent - lowest;
  const at = sum + (<usize>(position >> 5) << 3);
  const shift = <u64>(position & 31);
  const size = <u64>(whole < 0 ? -whole : whole);
  const sign: f64 = whole < 0 ? -1 : 1;
  const lower = (size & 0xffffffff) << shift;
  const upper = (size >> 32) << shift;
  const middle = (lower >> 32) + (upper & 0xffffffff);
  store<f64>(at, load<f64>(at) + sign * <f64>(lower & 0xffffffff));
  store<f64>(at, load<f64>(at, 8) + sign * <f64>middle, 8);
  store<f64>(at, load<f64>(at, 16) + sign * <f64>(upper >> 32), 16);
}

/** Adds a finite double. */
export function addDouble(sum: usize, value: f64): void {
  const bits = reinterpret<u64>(value);
  const biased = <i32>((bits >> 52) & 0x7ff);
  const fraction = <i64>(bits & 0xfffffffffffff);
  const size = biased === 0 ? fraction : fraction | 0x10000000000000;
  addWhole(sum, <i64>bits < 0 ? -size : size, lowest + (biased === 0 ? 0 : biased - 1));
}

/** Makes the one form of a value: every chunk below 2^32 in size, and all of one sign. */
export function normalise(sum: usize): void {
  carry(sum, 1);
  if (load<f64>(sum + ((chunks - 1) << 3)) < 0) carry(sum, -1);
}

function carry(sum: usize, sign: f64): void {
  let carried: f64 = 0;
  const last = sum + ((chunks - 1) << 3);
  for (let at = sum; at < last; at += 8) {
    const before = load<f64>(at);
    if (before === 0 && carried === 0) continue;
    const chunk = sign * before + carried;
    carried = floor(chunk * (1 / chunkSize));
    store<f64>(at, sign * (chunk - carried * chunkSize) + 0);
  }
  store<f64>(last, load<f64>(last) + sign * carried);
}
