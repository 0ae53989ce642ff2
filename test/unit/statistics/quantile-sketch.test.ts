import { describe, expect, it } from 'vitest';
import {
  BUCKET_LIMIT,
  bucketCentre,
  bucketIndex,
  RELATIVE_ERROR,
  SMALLEST_MAGNITUDE,
} from '../../../src/statistics/bucket-index.ts';
import {
  mergeSketches,
  selectFromSketch,
  sketchBuffers,
  sketchOf,
} from '../../../src/statistics/quantile-sketch.ts';

describe('bucketIndex', () => {
  it('rises, and its centre stands for all of its bucket', () => {
    let last = -1;
    let falls = 0;
    let worst = 0;
    for (let i = 0; i < 200_000; i++) {
      const magnitude = SMALLEST_MAGNITUDE * 1.0001 ** i;
      const index = bucketIndex(magnitude);
      if (index < last) falls++;
      worst = Math.max(worst, Math.abs(bucketCentre(index) - magnitude) / magnitude);
      last = index;
    }
    expect(falls).toBe(0);
    expect(worst).toBeLessThanOrEqual(RELATIVE_ERROR);
    expect(worst).toBeGreaterThan(0.99 * RELATIVE_ERROR);
  });

  it('holds its error at the ends of every bucket of an octave', () => {
    for (let index = bucketIndex(1); index < bucketIndex(2); index++) {
      const [low, high] = endsOf(index);
      const centre = bucketCentre(index);
      expect((centre - low) / low).toBeLessThanOrEqual(RELATIVE_ERROR);
      expect((high - centre) / high).toBeLessThanOrEqual(RELATIVE_ERROR);
    }
  });

  it('starts at 0 and ends below its limit', () => {
    expect(bucketIndex(SMALLEST_MAGNITUDE)).toBe(0);
    expect(bucketIndex(Number.MAX_VALUE)).toBeLessThan(BUCKET_LIMIT);
    expect(bucketIndex(2 ** 20) - bucketIndex(2 ** 19)).toBe(70);
  });
});

/** The least and the greatest double in a bucket between 1 and 2, by bisection. */
function endsOf(index: number): [number, number] {
  const first = (wanted: number) => {
    let low = 1;
    let high = 2;
    while (true) {
      const middle = (low + high) / 2;
      if (middle === low || middle === high) return bucketIndex(low) >= wanted ? low : high;
      if (bucketIndex(middle) < wanted) low = middle;
      else high = middle;
    }
  };
  return [first(index), first(index + 1)];
}

describe('sketchOf', () => {
  it('gives any rank within its error, of either sign', () => {
    const values = Float64Array.from(
      { length: 2001 },
      (_, i) => Math.sign(i - 1000) * 1.02 ** Math.abs(i - 1000),
    );
    const sketch = sketchOf(values.toReversed());
    for (let rank = 1; rank <= values.length; rank++) {
      const value = values[rank - 1] as number;
      expect(Math.abs(selectFromSketch(sketch, rank) - value)).toBeLessThanOrEqual(
        RELATIVE_ERROR * Math.abs(value),
      );
    }
  });

  it('counts what is next to nothing as 0, and leaves NaN out', () => {
    const sketch = sketchOf(Float64Array.of(1e-10, -1e-10, 0, Number.NaN, 5));
    expect([sketch.count, sketch.zeros]).toEqual([4, 3]);
    expect(selectFromSketch(sketch, 2)).toBe(0);
    expect(selectFromSketch(sketch, 4)).toBe(5);
  });

  it('is exact for one value, and for the ends', () => {
    const one = sketchOf(Float64Array.of(-123.456, -123.456, -123.456));
    expect([1, 2, 3].map((rank) => selectFromSketch(one, rank))).toEqual([-123.456, -123.456, -123.456]);
  });

  it('takes infinities and the greatest numbers', () => {
    const sketch = sketchOf(Float64Array.of(-Infinity, Number.MAX_VALUE, Infinity, 1e-320));
    expect(sketch.count).toBe(4);
    expect(selectFromSketch(sketch, 1)).toBe(-Infinity);
    expect(selectFromSketch(sketch, 4)).toBe(Infinity);
  });

  it('merges, and hands its buffers over', () => {
    const a = sketchOf(Float64Array.of(1, -2, 0));
    const b = sketchOf(Float64Array.of(1000, -0.5));
    expect(mergeSketches(a, b)).toEqual(sketchOf(Float64Array.of(1, -2, 0, 1000, -0.5)));
    expect(mergeSketches(a, sketchOf(new Float64Array(0)))).toEqual(a);
    expect(sketchBuffers(a)).toHaveLength(2);
    expect(sketchBuffers(sketchOf(Float64Array.of(0)))).toHaveLength(0);
  });
});
