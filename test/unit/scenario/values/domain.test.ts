import { describe, expect, it } from 'vitest';
import { clampToDomain, describeDomain, isInDomain } from '../../../../src/scenario/values/domain.ts';

describe('a domain', () => {
  it.each([
    [{}, 'any number'],
    [{ min: 0 }, 'at least 0'],
    [{ min: 0, minOpen: true }, 'above 0'],
    [{ max: 1 }, 'at most 1'],
    [{ min: 0, max: 1 }, 'from 0 to 1'],
    [{ min: 0, max: 1, maxOpen: true }, 'at least 0 and below 1'],
    [{ min: 0, minOpen: true, max: 1 }, 'above 0 and at most 1'],
  ])('%j is described', (domain, words) => {
    expect(describeDomain(domain)).toBe(words);
  });

  it('clamps a draw to its nearest number, and 1e-9 inside an open end', () => {
    const open = { min: 0, minOpen: true, max: 1, maxOpen: true };
    expect([-5, 0, 0.5, 1, 7].map((x) => clampToDomain(x, open))).toEqual([
      1e-9,
      1e-9,
      0.5,
      1 - 1e-9,
      1 - 1e-9,
    ]);
    expect([-5, 0, 0.5, 1, 7].map((x) => clampToDomain(x, { min: 0, max: 1 }))).toEqual([0, 0, 0.5, 1, 1]);
    expect(clampToDomain(Number.POSITIVE_INFINITY, { min: 0 })).toBe(Number.POSITIVE_INFINITY);
    expect(isInDomain(1e-10, open)).toBe(true);
  });
});
