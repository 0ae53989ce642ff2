import { describe, expect, it } from 'vitest';
import {
  addSums,
  emptySum,
  exactSum,
  exactSumOfProducts,
  sumOver,
} from '../../../src/statistics/exact-sum.ts';
import { roundedRatio } from '../../../src/statistics/rounded-ratio.ts';

const sumOf = (...values: number[]) => sumOver(exactSum(Float64Array.from(values)), 1);

describe('exactSum', () => {
  it('loses nothing to cancellation', () => {
    expect(sumOf(1e300, 1, -1e300, 1e-300)).toBe(1);
    expect(sumOf(1e16, 1, -1e16)).toBe(1);
    expect(sumOf(0.1, 0.2, 0.3, -0.6)).toBe(2 ** -55);
  });

  it('rounds the sum once', () => {
    expect(sumOf(...new Array<number>(10).fill(0.1))).toBe(1);
    expect(sumOf(1, 2 ** -53)).toBe(1);
    expect(sumOf(1, 2 ** -53, 2 ** -105)).toBe(1 + 2 ** -52);
  });

  it('takes every exponent and sign', () => {
    for (let exponent = -1074; exponent <= 1023; exponent++) {
      const value = 2 ** exponent * (exponent < -1000 ? 1 : 1.1);
      expect(sumOf(value)).toBe(value);
      expect(sumOf(-value)).toBe(-value);
      expect(sumOf(value, -value)).toBe(0);
    }
    expect(sumOf(Number.MAX_VALUE, Number.MAX_VALUE, -Number.MAX_VALUE)).toBe(Number.MAX_VALUE);
    expect(sumOf(Number.MIN_VALUE, Number.MIN_VALUE)).toBe(2 * Number.MIN_VALUE);
  });

  it('is 0 for nothing, and not finite where a value is not', () => {
    expect(sumOver(emptySum(), 1)).toBe(0);
    expect(sumOf(1, Infinity)).toBe(Infinity);
    expect(sumOf(Infinity, -Infinity)).toBeNaN();
  });

  it('has one form for one value', () => {
    const a = addSums(exactSum(Float64Array.of(2 ** 40)), exactSum(Float64Array.of(-1)));
    expect(a).toEqual(exactSum(Float64Array.of(2 ** 40 - 1)));
    expect(exactSum(Float64Array.of(5, -5))).toEqual(emptySum());
  });

  it('carries in time over more than two million additions', () => {
    const values = new Float64Array(2 ** 21 + 3).fill(2 ** 32 - 1);
    expect(sumOver(exactSum(values), 1)).toBe((2 ** 32 - 1) * (2 ** 21 + 3));
  });
});

describe('exactSumOfProducts', () => {
  it('keeps both halves of each product', () => {
    const x = 1 + 2 ** -52;
    const products = exactSumOfProducts(Float64Array.of(x, 1), Float64Array.of(x, -(1 + 2 ** -51)));
    expect(sumOver(products, 1)).toBe(2 ** -104);
  });
});

describe('roundedRatio', () => {
  it('is the nearest double, ties to even', () => {
    expect(roundedRatio(1n, 3n, 0)).toBe(1 / 3);
    expect(roundedRatio(-2n, 3n, 0)).toBe(-2 / 3);
    expect(roundedRatio(2n ** 53n + 1n, 1n, 0)).toBe(2 ** 53);
    expect(roundedRatio(2n ** 53n + 3n, 1n, 0)).toBe(2 ** 53 + 4);
    expect(roundedRatio(10n ** 40n, 10n ** 39n, 0)).toBe(10);
    expect(roundedRatio(0n, 7n, 5)).toBe(0);
  });

  it('scales far', () => {
    expect(roundedRatio(3n, 2n, 1020)).toBe(1.5 * 2 ** 1020);
    expect(roundedRatio(3n, 2n, -1020)).toBe(1.5 * 2 ** -1020);
    expect(roundedRatio(1n, 1n, 2000)).toBe(Infinity);
    expect(roundedRatio(1n, 1n, -2000)).toBe(0);
  });
});
