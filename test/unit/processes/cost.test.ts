import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadDays, productionCost, productionDays } from '../../../src/processes/cost.ts';
import { type ProcessFigures, plainFigures } from '../../../src/processes/figures.ts';

function costOf(figures: Partial<ProcessFigures>, quantity: number, revisions = 0): number {
  return productionCost({ ...plainFigures, ...figures }, quantity, revisions).total;
}

describe('productionCost', () => {
  // lasercalcpro cnc-volume-pricing: setup $300, $15 a part; published $315, 45, 21, 18, 15.6 and 15.3 a part.
  it.each([
    [1, 315],
    [10, 45],
    [50, 21],
    [100, 18],
    [500, 15.6],
    [1000, 15.3],
  ])('gives the published price of %d machined parts', (quantity, price) => {
    expect(costOf({ setup: 300, batch: 1000, conversion: 15 }, quantity) / quantity).toBeCloseTo(price, 10);
  });

  // phas.io vacuum-casting: mould €600 for 20 castings, €18 each; published €138 a part at 5, €48 at 20 and at 40.
  it.each([
    [5, 138],
    [20, 48],
    [40, 48],
  ])('gives the published price of %d castings, moulds worn out included', (quantity, price) => {
    expect(costOf({ tooling: 600, toolLife: 20, conversion: 18 }, quantity) / quantity).toBeCloseTo(
      price,
      10,
    );
  });

  it('pays for bad units, for the minimum order, for every batch begun and for revisions', () => {
    expect(costOf({ yield: 0.9, material: 2 }, 90)).toBe(200);
    expect(costOf({ yield: 0.9, material: 2 }, 91)).toBe(204);
    expect(costOf({ minimumOrder: 500, material: 2 }, 10)).toBe(1000);
    expect(costOf({ setup: 30, batch: 50 }, 50)).toBe(30);
    expect(costOf({ setup: 30, batch: 50 }, 51)).toBe(60);
    expect(costOf({ changeCost: 1000, tooling: 5000 }, 1, 1.5)).toBe(6500);
    expect(productionCost({ ...plainFigures, toolLife: 20 }, 41)).toMatchObject({ tools: 3, paidUnits: 41 });
  });

  const figures: fc.Arbitrary<ProcessFigures> = fc.record({
    setup: fc.nat(500),
    batch: fc.integer({ min: 1, max: 300 }),
    tooling: fc.nat(50_000),
    toolLife: fc.integer({ min: 10, max: 1_000_000 }),
    toolingLeadDays: fc.nat(100),
    changeCost: fc.nat(9000),
    changeTimeDays: fc.nat(40),
    material: fc.double({ min: 0, max: 10, noNaN: true }),
    conversion: fc.double({ min: 0, max: 50, noNaN: true }),
    learning: fc.double({ min: 0.7, max: 1, noNaN: true }),
    learningReference: fc.integer({ min: 1, max: 10_000 }),
    yield: fc.double({ min: 0.5, max: 1, noNaN: true }),
    capacityPerDay: fc.integer({ min: 1, max: 1000 }),
    minimumOrder: fc.nat(5000),
    leadDays: fc.nat(60),
  });

  it('never falls, nor does the lead, as quantity or revisions grow', () => {
    const quantity = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(figures, quantity, fc.nat(5000), fc.nat(5), (process, from, more, revisions) => {
        const less = productionCost(process, from, revisions).total;
        expect(productionCost(process, from + more, revisions).total).toBeGreaterThanOrEqual(
          less * (1 - 1e-9),
        );
        expect(productionCost(process, from, revisions + 1).total).toBeGreaterThanOrEqual(less);
        expect(leadDays(process, from + more, revisions)).toBeGreaterThanOrEqual(
          leadDays(process, from, revisions),
        );
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('leadDays', () => {
  const process = {
    ...plainFigures,
    toolingLeadDays: 40,
    leadDays: 14,
    capacityPerDay: 10,
    changeTimeDays: 7,
  };

  it('is the tool, the batch lead or the time at full capacity, and the revisions', () => {
    expect(leadDays(process, 50)).toBe(54);
    expect(leadDays(process, 1000)).toBe(140);
    expect(leadDays(process, 50, 2)).toBe(68);
    expect(productionDays(process, 1000)).toBe(100);
    expect(productionDays(plainFigures, 1000)).toBe(0);
  });
});
