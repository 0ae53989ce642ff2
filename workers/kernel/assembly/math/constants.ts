import { spread } from './spread';

/** Numbers in both lanes: read from memory, since a load costs less than building one from an immediate. */
const tableValues: usize = memory.data<f64>([1.0, 1e-9, Infinity, 0.5, 0.9999999999999999]);
const table: usize = memory.data(16 * 5, 16);
spread(tableValues, 5, table);

// @ts-ignore: decorator
@inline
export function one(): v128 {
  return v128.load(0, table);
}

/** What is forgiven where the model rounds to whole batches or tools. */
// @ts-ignore: decorator
@inline
export function tolerance(): v128 {
  return v128.load(0, table + 16);
}

// @ts-ignore: decorator
@inline
export function never(): v128 {
  return v128.load(0, table + 32);
}

// @ts-ignore: decorator
@inline
export function half(): v128 {
  return v128.load(0, table + 48);
}

/** 1 − 2^−53. */
// @ts-ignore: decorator
@inline
export function nearlyOne(): v128 {
  return v128.load(0, table + 64);
}
