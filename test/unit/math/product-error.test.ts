import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { productError } from '../../../src/math/product-error.ts';

describe('productError', () => {
  it('is what rounding takes from a product of whole numbers', () => {
    const whole = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        expect(BigInt(a * b) + BigInt(productError(a, b))).toBe(BigInt(a) * BigInt(b));
      }),
    );
  });
});
