/**
 * Returns `count` fixed probabilities, the midpoints (i + 1/2)/count in an order that depends on the name alone: one
 * column of a Latin hypercube. Columns of different names are unrelated, and a new column changes no other. No uniform
 * is drawn; the order comes from a 32-bit hash (FNV-1a), stepped by mulberry32, in a Fisher-Yates shuffle.
 * Source: McKay, Beckman and Conover, Technometrics 21 (1979) 239–245, with midpoints instead of random places.
 */
export function stratified(name: string, count: number): Float64Array {
  const column = Float64Array.from({ length: count }, (_, index) => (index + 0.5) / count);
  let state = hash(name);
  for (let last = count - 1; last > 0; last -= 1) {
    state = (state + 0x6d2b79f5) >>> 0;
    const other = Math.floor((scramble(state) / 4294967296) * (last + 1));
    const held = column[last] ?? 0;
    column[last] = column[other] ?? 0;
    column[other] = held;
  }
  return column;
}

function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return state >>> 0;
}

function scramble(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return (mixed ^ (mixed >>> 14)) >>> 0;
}
