import { describe, expect, it } from 'vitest';
import { nearestCorrelation } from '../../src/model/copula/nearest-correlation.ts';
import { readReference } from './read-reference.ts';

interface Example {
  readonly name: string;
  readonly matrix: readonly number[];
  readonly nearest: readonly number[];
  readonly decimals: number;
}

const { examples } = readReference<{ readonly examples: readonly Example[] }>('nearest-correlation.json');

describe('nearest correlation matrix', () => {
  it.each(examples)('is the one that $name published', ({ matrix, nearest, decimals }) => {
    const found = nearestCorrelation(Float64Array.from(matrix), Math.sqrt(matrix.length));
    expect([...found].map((entry) => Number(entry.toFixed(decimals)))).toEqual(nearest);
  });
});
