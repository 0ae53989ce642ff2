import { beforeAll, describe, expect, it } from 'vitest';
import { productionCost } from '../../../src/processes/cost.ts';
import { drawFigures } from '../../../src/processes/draw.ts';
import { type ProcessNeed, readNeed } from '../../../src/processes/need.ts';
import { type ProcessRanking, rankProcesses } from '../../../src/processes/rank.ts';
import { suitability } from '../../../src/processes/suitability.ts';
import { type CatalogueProcess, catalogue, type ProcessName } from '../../../src/scenario/catalogue/index.ts';

function reasonsOf(ranking: ProcessRanking, name: ProcessName): string {
  return ranking.suitability.find(({ process }) => process === name)?.reasons.join('; ') ?? '';
}

function suited(need: Omit<ProcessNeed, 'quantity'>): readonly ProcessName[] {
  const resolved = readNeed({ quantity: 1000, ...need });
  const judged = Object.values(catalogue).map((entry) => suitability(entry, resolved));
  return judged.filter(({ reasons }) => reasons.length === 0).map(({ process }) => process);
}

/** The expected total cost, computed apart from the ranking. */
function expectedCost(name: ProcessName, quantity: number, revisions: number): number {
  const totals = drawFigures(catalogue[name]).map(
    (figures) => productionCost(figures, quantity, revisions).total,
  );
  return totals.reduce((sum, total) => sum + total, 0) / totals.length;
}

describe('rankProcesses', () => {
  let ranking: ProcessRanking;
  const quantities = [50, 500, 5000, 50_000];
  beforeAll(() => {
    ranking = rankProcesses({ quantity: quantities, material: 'abs', revisions: 1 });
  });

  it('orders the processes by expected total cost and numbers them', () => {
    expect(ranking.quantities.map(({ quantity }) => quantity)).toEqual(quantities);
    for (const { quantity, processes } of ranking.quantities) {
      const ranked = processes.filter(({ rank }) => rank !== undefined);
      expect(ranked.map(({ rank }) => rank)).toEqual(ranked.map((_, index) => index + 1));
      for (const [index, row] of ranked.entries()) {
        expect(row.totalCost.mean).toBeGreaterThanOrEqual(ranked[index - 1]?.totalCost.mean ?? 0);
        expect(row.totalCost.mean).toBeCloseTo(expectedCost(row.process, quantity, 1), 6);
        expect(row.unitCost.mean).toBeCloseTo(row.totalCost.mean / quantity, 8);
        expect(row.totalCost.p10).toBeLessThan(row.totalCost.p90);
        expect(row.leadDays.p10).toBeLessThan(row.leadDays.p90);
      }
      const shares = ranked.reduce((sum, { cheapestShare }) => sum + cheapestShare, 0);
      expect(shares).toBeCloseTo(1, 9);
    }
  });

  it('puts the processes without tools first for few units and the mould first for many', () => {
    expect(ranking.quantities[0]?.processes[0]?.process).toMatch(/3d-printing|cnc-machining|vacuum-casting/);
    expect(ranking.quantities[3]?.processes[0]?.process).toBe('injection-molding');
  });

  it('gives break-evens that flip the order of expected costs', () => {
    expect(ranking.breakEvens.length).toBe(4);
    for (const { from, to, at } of ranking.breakEvens) {
      expect(expectedCost(from, 1, 1)).toBeLessThanOrEqual(expectedCost(to, 1, 1));
      if (at === undefined) continue;
      expect(expectedCost(to, at.quantity, 1)).toBeLessThanOrEqual(expectedCost(from, at.quantity, 1));
      expect(expectedCost(to, at.quantity - 1, 1)).toBeGreaterThan(expectedCost(from, at.quantity - 1, 1));
    }
  });

  it('says from which quantity on each is the cheapest, in agreement with the ranking', () => {
    expect(ranking.cheapest[0]?.from).toBe(1);
    for (const { quantity, processes } of ranking.quantities) {
      const best = ranking.cheapest.filter(({ from }) => from <= quantity).at(-1)?.process;
      expect(processes[0]?.process).toBe(best);
    }
  });

  it('gives the same answer again', () => {
    expect(rankProcesses({ quantity: quantities, material: 'abs', revisions: 1 })).toEqual(ranking);
  });

  it('says why a process does not suit', () => {
    expect(reasonsOf(ranking, 'die-casting')).toBe(
      'cannot be made in abs: it takes aluminium, zinc, magnesium',
    );
    expect(reasonsOf(ranking, 'sheet-metal')).toContain('cannot be made in abs');
    const small = ranking.quantities[0]?.processes.find(({ process }) => process === 'injection-molding');
    expect(small?.rank).toBeUndefined();
    expect(small?.reasons.join()).toContain('the minimum order (500 to 5,000) is above 50');
    expect(small?.totalCost.mean).toBeGreaterThan(0);
    const many = ranking.quantities[3]?.processes.find(({ process }) => process === 'vacuum-casting');
    expect(many?.reasons.join('; ')).toMatch(/more than a year.*more than 50 tools/);
  });

  it('remarks a quantity outside the economic range without excluding the process for it', () => {
    const [at] = rankProcesses({ quantity: 30, material: 'aluminium' }).quantities;
    const machined = at?.processes.find(({ process }) => process === 'cnc-machining');
    expect(machined?.rank).toBeDefined();
    expect(machined?.remarks.join()).toContain(
      'below the range called economic: 50 to 2,000 (vendor figure)',
    );
  });
});

describe('suitability', () => {
  it('follows material, finish and tolerance', () => {
    expect(suited({})).toHaveLength(7);
    expect(suited({ material: 'metal' })).toEqual(['sheet-metal', 'cnc-machining', 'die-casting']);
    expect(suited({ material: 'steel' })).toEqual(['sheet-metal', 'cnc-machining']);
    expect(suited({ material: 'zinc' })).toEqual(['cnc-machining', 'die-casting']);
    expect(suited({ material: 'silicone' })).not.toContain('cnc-machining');
    expect(suited({ finish: 'anodised' })).toEqual(['sheet-metal', 'cnc-machining', 'die-casting']);
    expect(suited({ finish: 'anodised', material: 'steel' })).toEqual([]);
    expect(suited({ finish: 'clear', material: 'acrylic' })).toContain('injection-molding');
    expect(suited({ finish: 'clear', material: 'abs' })).toEqual([]);
    expect(suited({ tolerance: 0.025 })).toEqual(['cnc-machining']);
    expect(suited({ tolerance: 0.001 })).toEqual([]);
  });

  it('answers with no ranking where nothing suits', () => {
    const ranking = rankProcesses({ quantity: 10, tolerance: 0.001 });
    expect(ranking.quantities).toEqual([{ quantity: 10, processes: [] }]);
    expect([ranking.breakEvens, ranking.cheapest]).toEqual([[], []]);
  });

  it('remarks what stands in for a material, and care for a fine tolerance', () => {
    const ranking = rankProcesses({ quantity: 100, material: 'abs', tolerance: 0.2 });
    const cast = ranking.suitability.find(({ process }) => process === 'vacuum-casting');
    expect(cast?.remarks).toContain('abs: as an ABS-like polyurethane');
    expect(cast?.remarks.join()).toContain(
      '± 0.2 mm is finer than the usual ± 0.3 mm (engineering judgement)',
    );
  });
});

describe('what the catalogue says', () => {
  const [print, machine, bridge, mould] = (
    ['3d-printing', 'cnc-machining', 'bridge-tooling', 'injection-molding'] as const
  ).map((name) => catalogue[name]);

  // Published break-evens of print or machine against a tool run from 100 to 13,000 units.
  it('puts the break-evens of a tool within those that were published', () => {
    const entries = [print, machine, bridge, mould].filter(
      (entry): entry is CatalogueProcess => entry !== undefined,
    );
    const { cheapest } = rankProcesses({ quantity: 1 }, entries);
    const from = (name: ProcessName) => cheapest.find(({ process }) => process === name)?.from;
    expect(from('bridge-tooling')).toBeGreaterThan(100);
    expect(from('bridge-tooling')).toBeLessThan(2000);
    expect(from('injection-molding')).toBeGreaterThan(500);
    expect(from('injection-molding')).toBeLessThan(13_000);
  });

  it('moves the break-even of a tool up where the design still changes', () => {
    const entries = [print, mould].filter((entry): entry is CatalogueProcess => entry !== undefined);
    const at = (revisions: number) =>
      rankProcesses({ quantity: 1, revisions }, entries).breakEvens[0]?.at?.quantity;
    expect(at(0)).toBeGreaterThan(0);
    expect(at(4)).toBeGreaterThan(at(0) ?? 0);
  });
});
