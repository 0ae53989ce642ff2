import type { ColumnSummary } from '../column-summary.ts';
import { type Moments, momentsOf, withBlocks } from '../moments.ts';
import { type QuantileSketch, sketchBuffers, sketchOf } from '../quantile-sketch.ts';
import type { ColumnToPack } from './packer.ts';

/** What only some runs need of a column: a sketch instead of sorted values, the moments of blocks. */
export interface ColumnExtras {
  readonly sketch: QuantileSketch | undefined;
  readonly blocks: Moments | undefined;
}

const noMoments = momentsOf(new Float64Array(0));

/** Returns the extras of a column whose replications are independent in blocks of `unit`; undefined where there are none. */
export function extrasOf(
  { values, isSketched = false }: ColumnToPack,
  unit: number,
): ColumnExtras | undefined {
  const { blocks } = withBlocks(noMoments, values, unit);
  const sketch = isSketched ? sketchOf(values) : undefined;
  return sketch === undefined && blocks === undefined ? undefined : { sketch, blocks };
}

/** Returns the summary with its extras. */
export function withExtras(summary: ColumnSummary, extras: ColumnExtras | undefined): ColumnSummary {
  if (extras === undefined) return summary;
  const { sketch, blocks } = extras;
  return {
    ...summary,
    ...(blocks === undefined ? {} : { blocks }),
    ...(sketch === undefined ? {} : { order: { kind: 'sketch', sketch } }),
  };
}

/** Returns the large buffers of extras, to be transferred (not copied) between threads. */
export function extrasBuffers(extras: ColumnExtras | undefined): ArrayBuffer[] {
  return extras?.sketch === undefined ? [] : sketchBuffers(extras.sketch);
}
