import { describe, expect, it } from 'vitest';
import { estimate } from '../../../src/processes/estimate.ts';
import { stratified } from '../../../src/processes/stratified.ts';

describe('stratified', () => {
  it('holds every midpoint once, in an order that the name decides', () => {
    const column = stratified('cnc-machining.setup', 1000);
    expect([...column].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 1000 }, (_, i) => (i + 0.5) / 1000),
    );
    expect(stratified('cnc-machining.setup', 1000)).toEqual(column);
    expect(stratified('cnc-machining.tooling', 1000)).not.toEqual(column);
  });

  it('leaves columns of different names unrelated', () => {
    const names = ['setup', 'tooling', 'material', 'conversion', 'yield', 'learning', 'capacity', 'lead'];
    const columns = names.map((name) => stratified(name, 1000));
    for (const [i, a] of columns.entries()) {
      for (const b of columns.slice(i + 1)) {
        const covariance = a.reduce((sum, u, at) => sum + (u - 0.5) * ((b[at] ?? 0) - 0.5), 0) / 1000;
        // 28 pairs of fixed columns; a correlation of random ones has a standard deviation of 0.032.
        expect(Math.abs(12 * covariance)).toBeLessThan(0.12);
      }
    }
  });
});

describe('estimate', () => {
  it('gives the mean and the percentiles by type 7', () => {
    expect(estimate(Float64Array.of(5, 1, 3, 2, 4, 6, 11, 8, 9, 10, 7))).toEqual({
      mean: 6,
      p10: 2,
      p90: 10,
    });
    expect(estimate(Float64Array.of(4))).toEqual({ mean: 4, p10: 4, p90: 4 });
    expect(estimate(Float64Array.of(0, 1)).p10).toBeCloseTo(0.1, 12);
  });
});
