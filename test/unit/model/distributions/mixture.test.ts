import { describe, expect, it } from 'vitest';
import {
  type Distribution,
  isDiscrete,
  mean,
  quantileFunction,
  variance,
} from '../../../../src/model/distributions/index.ts';

const constant = (value: number): Distribution => ({ type: 'constant', value });

describe('a mixture', () => {
  it('of constants is a discrete distribution', () => {
    const each: Distribution = {
      type: 'mixture',
      weights: [0.2, 0.8],
      components: [constant(3), constant(-1)],
    };
    expect(isDiscrete(each)).toBe(true);
    expect([0.1, 0.79, 0.81, 0.999].map(quantileFunction(each))).toEqual([-1, -1, 3, 3]);
    expect(mean(each)).toBeCloseTo(-0.2, 12);
    expect(variance(each)).toBeCloseTo(2.56, 12);
  });

  it('gives its atoms exactly and the rest between them', () => {
    const each: Distribution = {
      type: 'mixture',
      weights: [0.5, 0.5],
      components: [constant(5), { type: 'uniform', min: 0, max: 10 }],
    };
    const quantile = quantileFunction(each);
    expect(isDiscrete(each)).toBe(false);
    for (const u of [0.2500001, 0.3, 0.5, 0.7, 0.7499999]) expect(quantile(u)).toBe(5);
    for (const [u, x] of [
      [0.1, 2],
      [0.2499, 4.998],
      [0.7501, 5.002],
      [0.9, 8],
    ] as const) {
      expect(quantile(u)).toBeCloseTo(x, 8);
    }
  });

  it('jumps over a gap', () => {
    const quantile = quantileFunction({
      type: 'mixture',
      weights: [0.25, 0.75],
      components: [
        { type: 'uniform', min: 0, max: 1 },
        { type: 'uniform', min: 5, max: 6 },
      ],
    });
    expect(quantile(0.2499999)).toBeCloseTo(1, 5);
    expect(quantile(0.2500001)).toBeCloseTo(5, 5);
  });

  it('of counts on one lattice does not mistake a step for a slope', () => {
    // By chance the middle of a coarse piece of the table fits this one.
    const quantile = quantileFunction({
      type: 'mixture',
      weights: [0.5, 0.5],
      components: [
        { type: 'poisson', mean: 4.5 },
        { type: 'uniform', min: 2.5, max: 6.5 },
      ],
    });
    expect([0.98, 0.985, 0.99, 0.9914, 0.9915].map(quantile)).toEqual([9, 9, 9, 9, 10]);
  });
});
