import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile } from '../../src/math/normal.ts';
import { readReference } from './read-reference.ts';

const { quantiles } = readReference<{ quantiles: [number, number][] }>('normal-quantiles.json');
const { values } = readReference<{ values: [number, number][] }>('error-function.json');

describe('the standard normal', () => {
  it('quantiles are right to 2e-15', () => {
    for (const [u, z] of quantiles) {
      expect(Math.abs(normalQuantile(u) - z), `u ${u}`).toBeLessThanOrEqual(2e-15 * Math.abs(z));
    }
  });

  it('tail is half of erfc, to 2e-15 and what rounding the argument costs', () => {
    for (const [x, erfc] of values) {
      const error = Math.abs(2 * normalCdf(-x * Math.SQRT2) - erfc);
      const conditioning = 1 + 2 * x * x;
      expect(error, `x ${x}`).toBeLessThan(4e-16 * (conditioning + 4) * erfc);
    }
  });
});
