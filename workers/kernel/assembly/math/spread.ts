/**
 * Writes each of `count` doubles twice, so that a vector of two is one plain load: building it from a number, or from one
 * double in memory, costs two or three instructions more.
 */
export function spread(values: usize, count: i32, pairs: usize): void {
  for (let i: usize = 0; i < <usize>count; i++) {
    v128.store(pairs + 16 * i, v128.load64_splat(values + 8 * i));
  }
}
