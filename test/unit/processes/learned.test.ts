import { describe, expect, it } from 'vitest';
import { learnedUnits } from '../../../src/processes/learned.ts';

/** The definition, unit by unit, with the arithmetic of the platform. */
function unitByUnit(learning: number, reference: number, units: number): number {
  let sum = 0;
  for (let made = 0; made < units; made += 1) sum += Math.max(1, made / reference) ** Math.log2(learning);
  return sum;
}

describe('learnedUnits', () => {
  it('is the number of units where nothing is learned or the reference is not passed', () => {
    expect(learnedUnits(1, 1, 12_345)).toBe(12_345);
    expect(learnedUnits(0.8, 100, 101)).toBe(101);
    expect(learnedUnits(0.8, 100, 0)).toBe(0);
  });

  it('costs a doubling what the learning fraction says', () => {
    const atUnit = (made: number) => learnedUnits(0.85, 50, made + 1) - learnedUnits(0.85, 50, made);
    expect(atUnit(100)).toBeCloseTo(0.85, 9);
    expect(atUnit(200)).toBeCloseTo(0.85 * 0.85, 9);
  });

  it.each([0.5, 0.6, 0.75, 0.9, 0.999, 0.1, 1e-9])(
    'agrees with the sum over units at a learning of %d',
    (learning) => {
      for (const reference of [0.5, 1, 7.3, 100]) {
        for (const units of [1, 2, 17, 60, 150, 20_000]) {
          const exact = unitByUnit(learning, reference, units);
          expect(Math.abs(learnedUnits(learning, reference, units) / exact - 1)).toBeLessThan(1e-9);
        }
      }
    },
  );
});
