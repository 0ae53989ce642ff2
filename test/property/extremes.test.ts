import { describe, expect, it } from 'vitest';
import { type Columns, simulateColumns } from '../../src/model/columns.ts';
import { createKernel } from '../../src/model/kernel/kernel.ts';
import { rootKey } from '../../src/random/seed.ts';
import { readPlain } from '../arbitraries/read-plain.ts';

const ordinary = {
  calendar: { horizon: '10 years' },
  market: { model: 'level', price: 50, level: '100 /week' },
  plan: { demand: '100 /week' },
  design: { issues: 500, benchDiscovery: '0.3 /year', inventoryScrap: 0.999, engineeringCost: 1 },
  finance: { openingCash: 100_000_000 },
  processes: { a: { scale: 'short-run', material: 5, lead: '6 weeks' } },
  strategies: { x: { initialOrder: 100, stages: [{ process: 'a' }] } },
};

/** Scenarios that are legal and absurd: each would overflow, underflow or never end in a careless model. */
const absurd = {
  'hundreds of revisions that each scrap nearly all': ordinary,
  'demand that grows a thousandfold a year': { ...ordinary, market: { ...ordinary.market, growth: 1000 } },
  'more issues than can be counted': { ...ordinary, design: { ...ordinary.design, issues: 1e99 } },
  'no demand at all': { ...ordinary, market: { ...ordinary.market, level: '0 /week' } },
  'no cash at all': { ...ordinary, finance: { openingCash: 0 } },
  'a yield near 0': { ...ordinary, processes: { a: { ...ordinary.processes.a, yield: 1e-9 } } },
  'a tool a unit': {
    ...ordinary,
    processes: { a: { ...ordinary.processes.a, tooling: 10, toolLife: 1 } },
  },
} as const;

describe.each(Object.entries(absurd))('with %s', (_, content) => {
  it('every metric is finite, in the replay and to the bit in the kernel', () => {
    const scenario = readPlain(content);
    const range = { first: 0, count: 8 };
    const plain = simulateColumns(scenario, rootKey('1'), range, false);
    const [fast] = createKernel().simulate([scenario], rootKey('1'), range, false);
    expect(metricsOf(fast)).toEqual(metricsOf(plain));
    const { unit_cost: unitCost, ...others } = metricsOf(plain);
    for (const [name, column] of Object.entries(others)) {
      expect(
        column?.filter((value) => !Number.isFinite(value)),
        name,
      ).toHaveLength(0);
    }
    // No unit, no cost of a unit.
    expect(unitCost?.filter((value) => value === Number.POSITIVE_INFINITY)).toHaveLength(0);
  });
});

function metricsOf(columns: Columns | undefined): Readonly<Record<string, Float64Array>> {
  return columns?.strategies[0]?.metrics ?? {};
}
