import { describe, expect, it } from 'vitest';
import { compact, grouped, money, percent } from '../../../src/report/format.ts';

describe('figures for people', () => {
  it.each([
    [123_456, 'USD', '$123k'],
    [-1_254_000, 'EUR', '−€1.25M'],
    [950, 'CHF', 'CHF 950'],
    [999.4, 'USD', '$999'],
    [999.5, 'USD', '$1.00k'],
    [999_499, 'USD', '$999k'],
    [999_500, 'USD', '$1.00M'],
    [0, 'USD', '$0'],
    [0.4, 'USD', '$0.40'],
    [18.37, 'USD', '$18.4'],
    [2.5e9, 'GBP', '£2.50B'],
    [9_950, 'USD', '$9.95k'],
    [99_500, 'USD', '$99.5k'],
  ])('show %d %s as %s', (amount, currency, text) => {
    expect(money(amount, currency)).toBe(text);
  });

  it('show whole numbers without decimals, and others in three digits', () => {
    expect([9.996, 9, 12.6, 0, 99.96].map(compact)).toEqual(['10.0', '9', '12.6', '0', '100']);
  });

  it.each([
    [0, '0%'],
    [1, '100%'],
    [0.004, '0.4%'],
    [0.5, '50%'],
    [0.996, '99.6%'],
    [0.01, '1%'],
  ])('show the share %d as %s', (share, text) => {
    expect(percent(share)).toBe(text);
  });

  it('never round a share to certainty', () => {
    expect(percent(0.9999)).not.toBe('100%');
    expect(percent(0.0001)).not.toBe('0%');
  });

  it('group thousands', () => {
    expect([0, 999, 1_000, 1_234_567, 999.6].map(grouped)).toEqual([
      '0',
      '999',
      '1,000',
      '1,234,567',
      '1,000',
    ]);
  });
});
