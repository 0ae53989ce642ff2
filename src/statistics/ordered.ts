import type { QuantileSketch } from './quantile-sketch.ts';
import { mergeSketches, sketchBuffers, sketchOf } from './quantile-sketch.ts';
import { sortColumn } from './sort-column.ts';

/** What is kept of the order of a column's values, for quantiles. */
export type Order =
  /** Every value, as one sorted run a piece: quantiles are exact, 8 bytes a value. */
  | { readonly kind: 'runs'; readonly runs: readonly Float64Array[] }
  /** A sketch: quantiles within its relative error, some kilobytes whatever the number of values. */
  | { readonly kind: 'sketch'; readonly sketch: QuantileSketch }
  /** Nothing: count, least and greatest only. */
  | { readonly kind: 'none' };

/** The order of a column's values, as far as it is kept: what quantiles are made from. */
export interface Ordered {
  readonly count: number;
  /** The least value; Infinity where there is none. */
  readonly minimum: number;
  /** The greatest value; −Infinity where there is none. */
  readonly maximum: number;
  readonly order: Order;
}

/** Returns the values of a column that are not NaN (an empty cell), in a new one that may be sorted. */
export function presentValues(values: Float64Array): Float64Array {
  const present = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    // Adding 0 turns −0 into 0, which sorts and prints differently.
    if (!Number.isNaN(value)) present[count++] = value + 0;
  }
  return count === values.length ? present : present.slice(0, count);
}

/** Returns the order of present values; for runs it sorts them in place and keeps them. */
export function orderOf(present: Float64Array, kind: Order['kind']): Ordered {
  const count = present.length;
  if (kind === 'runs') {
    sortColumn(present);
    return {
      count,
      minimum: present[0] ?? Infinity,
      maximum: present[count - 1] ?? -Infinity,
      order: { kind, runs: count === 0 ? [] : [present] },
    };
  }
  let minimum = Infinity;
  let maximum = -Infinity;
  for (let i = 0; i < count; i++) {
    const value = present[i] as number;
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  return {
    count,
    minimum,
    maximum,
    order: kind === 'sketch' ? { kind, sketch: sketchOf(present) } : { kind },
  };
}

/** Returns the order of both together; where one keeps less than the other (runs, sketch, none), so does the result. */
export function mergeOrdered(a: Ordered, b: Ordered): Ordered {
  return {
    count: a.count + b.count,
    minimum: Math.min(a.minimum, b.minimum),
    maximum: Math.max(a.maximum, b.maximum),
    order: mergeOrders(a.order, b.order),
  };
}

function mergeOrders(a: Order, b: Order): Order {
  if (a.kind === 'none' || b.kind === 'none') return { kind: 'none' };
  if (a.kind === 'runs' && b.kind === 'runs') return { kind: 'runs', runs: [...a.runs, ...b.runs] };
  return { kind: 'sketch', sketch: mergeSketches(asSketch(a), asSketch(b)) };
}

function asSketch(order: Exclude<Order, { kind: 'none' }>): QuantileSketch {
  if (order.kind === 'sketch') return order.sketch;
  return order.runs.map(sketchOf).reduce(mergeSketches, sketchOf(new Float64Array(0)));
}

/** Returns the same with its runs made into a sketch, as if it had been one from the start. */
export function withSketch<T extends Ordered>(summary: T): T {
  if (summary.order.kind === 'none') return summary;
  return { ...summary, order: { kind: 'sketch', sketch: asSketch(summary.order) } };
}

/** Returns the large buffers, to be transferred (not copied) between threads. */
export function orderBuffers({ order }: Ordered): ArrayBuffer[] {
  if (order.kind === 'none') return [];
  if (order.kind === 'sketch') return sketchBuffers(order.sketch);
  return order.runs.map((run) => run.buffer as ArrayBuffer);
}
