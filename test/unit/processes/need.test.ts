import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/errors.ts';
import { type ProcessNeed, readNeed } from '../../../src/processes/need.ts';
import { readQuantities } from '../../../src/processes/quantities.ts';

function problemsOf(need: ProcessNeed) {
  try {
    readNeed(need);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

describe('readQuantities', () => {
  it.each([
    ['500', [500]],
    ['5000, 50,500,50', [50, 500, 5000]],
    ['1_200', [1200]],
    ['50 to 5000', [50, 100, 200, 500, 1000, 2000, 5000]],
    ['30 TO 30', [30]],
    ['70 to 90', [70, 90]],
  ])('reads %s', (text, quantities) => {
    expect(readQuantities(text)).toEqual({ ok: true, quantities });
  });

  it('takes numbers and lists of numbers', () => {
    expect(readQuantities(7)).toEqual({ ok: true, quantities: [7] });
    expect(readQuantities([7, 3])).toEqual({ ok: true, quantities: [3, 7] });
  });

  it.each([
    '',
    '0',
    '-5',
    '1.5',
    '1e3',
    '50,',
    '50 to',
    'to 50',
    '9 to 5',
    '20000000',
    'many',
    '1 to 2 to 3',
  ])('refuses "%s"', (text) => {
    expect(readQuantities(text).ok).toBe(false);
  });

  it('refuses numbers that are no quantities', () => {
    for (const wrong of [0, -1, 2.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(readQuantities(wrong).ok).toBe(false);
    expect(readQuantities([]).ok).toBe(false);
  });
});

describe('readNeed', () => {
  it('resolves names as users say them', () => {
    expect(readNeed({ quantity: 1, material: 'PA12', finish: 'Anodized' })).toMatchObject({
      material: 'nylon',
      finish: 'anodised',
      revisions: 0,
    });
    expect(readNeed({ quantity: 1, material: 'stainless steel' }).material).toBe('stainless-steel');
    expect(readNeed({ quantity: 1, material: 'Plastics' }).material).toBe('plastic');
    expect(readNeed({ quantity: 1, tolerance: '±0.1mm', revisions: '1.5' })).toMatchObject({
      toleranceMm: 0.1,
      revisions: 1.5,
    });
  });

  it('names everything that is wrong at once, and the nearest name', () => {
    const problems = problemsOf({
      quantity: 'some',
      material: 'alumnium',
      finish: 'anodied',
      tolerance: 'fine',
      revisions: -1,
    });
    expect(problems.map(({ path, nearest }) => [path, nearest])).toEqual([
      ['quantity', undefined],
      ['material', 'aluminium'],
      ['finish', 'anodised'],
      ['tolerance', undefined],
      ['revisions', undefined],
    ]);
  });

  it('does not take what every object has for a name', () => {
    expect(problemsOf({ quantity: 1, material: 'constructor' })).toHaveLength(1);
    expect(problemsOf({ quantity: 1, finish: '__proto__' })).toHaveLength(1);
  });

  it.each(['0', '-0.1', '101', '', '0,1', 'NaN'])('refuses a tolerance of "%s"', (tolerance) => {
    expect(problemsOf({ quantity: 1, tolerance })).toHaveLength(1);
  });

  it.each(['', '-1', '1001', 'few'])('refuses "%s" revisions', (revisions) => {
    expect(problemsOf({ quantity: 1, revisions })).toHaveLength(1);
  });
});
