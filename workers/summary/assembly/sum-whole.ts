import { addDouble, normalise } from './superaccumulator';

/** Sums small whole numbers and their squares: in doubles, exactly. */
export function sumWhole(values: usize, count: i32, sum: usize, squares: usize): void {
  let total = f64x2.splat(0);
  let products = f64x2.splat(0);
  const end = values + (<usize>(count & ~1) << 3);
  let at = values;
  for (; at < end; at += 16) {
    const pair = v128.load(at);
    total = f64x2.add(total, pair);
    products = f64x2.add(products, f64x2.mul(pair, pair));
  }
  let all = f64x2.extract_lane(total, 0) + f64x2.extract_lane(total, 1);
  let squared = f64x2.extract_lane(products, 0) + f64x2.extract_lane(products, 1);
  if (count & 1) {
    const last = load<f64>(at);
    all += last;
    squared += last * last;
  }
  addDouble(sum, all);
  normalise(sum);
  addDouble(squares, squared);
  normalise(squares);
}
