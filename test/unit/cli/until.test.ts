import { describe, expect, it } from 'vitest';
import { readAmount, readTime, readUntil } from '../../../src/cli/options/until.ts';

describe('--until', () => {
  it('reads what a run goes on until', () => {
    expect(readUntil('decision', undefined)).toEqual({ kind: 'decision', indifference: 0 });
    expect(readUntil('decision', 1000)).toEqual({ kind: 'decision', indifference: 1000 });
    for (const text of ['npv±5000', 'npv+-5,000', 'npv +/- 5_000']) {
      expect(readUntil(text, undefined)).toEqual({ kind: 'npv', halfWidth: 5000 });
    }
    expect(readUntil('prob±1%', undefined)).toEqual({ kind: 'prob', halfWidth: 0.01 });
    expect(readUntil('prob+-0.005', undefined)).toEqual({ kind: 'prob', halfWidth: 0.005 });
  });

  it.each(['', 'npv', 'npv±0', 'npv±1%', 'prob±60%', 'prob±-1%', 'decisions', 'npv±1e3'])(
    'refuses %j',
    (text) => {
      expect(() => readUntil(text, undefined)).toThrow(/--until: must be decision/);
    },
  );
});

describe('--time and --indifference', () => {
  it('read times and amounts', () => {
    expect(['30s', '1.5m', '2 min', '1h'].map(readTime)).toEqual([30_000, 90_000, 120_000, 3_600_000]);
    expect(readAmount('--indifference')('1,500.50')).toBe(1500.5);
  });

  it('refuse others', () => {
    for (const text of ['30', '0s', 's', '-1s']) expect(() => readTime(text)).toThrow(/--time/);
    for (const text of ['0', 'x', '-5', ''])
      expect(() => readAmount('--indifference')(text)).toThrow(/--indifference/);
  });
});
