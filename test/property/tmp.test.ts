import { it } from 'vitest';
import { simulateColumns } from '../../src/model/columns.ts';
import { createKernel } from '../../src/model/kernel/kernel.ts';
import { rootKey } from '../../src/random/seed.ts';
import { readPlain } from '../arbitraries/read-plain.ts';
const base = (o: any) => ({ calendar: { horizon: '520 weeks' }, market: { model: 'level', price: 90, level: '20 /week', ...o.market }, plan: { demand: '20 /week' }, design: o.design ?? {}, finance: { openingCash: 1e6, ...o.finance }, processes: { cnc: { scale: 'mass', material: 5, lead: '3 weeks', ...o.process } }, strategies: { s: { initialOrder: 100, stages: [{ process: 'cnc', ...o.stage }], ...o.strategy } } });
it('x', () => {
  const cases: Record<string, any> = {
    scrap: { design: { issues: 400, benchDiscovery: '0.15 /year', inventoryScrap: 0.9 } },
    scrap99: { design: { issues: 400, benchDiscovery: '0.15 /year', inventoryScrap: 0.99 } },
    hugeDemand: { market: { level: '1e15 /week' } },
    huge16: { market: { level: '1e60 /week' } },
    tinyYield: { process: { yield: 1e-9 } },
    tinyLife: { process: { toolLife: 1e-9, tooling: 1 } },
    growth: { market: { growth: 1e9 } },
    growth100: { market: { growth: 1e100 } },
    disc: { finance: { discountRate: -0.999999 } },
    disc2: { finance: { discountRate: 1e100 } },
    price: { market: { price: 1e100 } },
    noise: { market: { noise: 30 } },
    noise100: { market: { noise: 1e90 } },
    learn: { process: { learning: 1e-9, conversion: 5, learningReference: 1e-9 } },
    issues: { design: { issues: 1e12, benchDiscovery: '0.1 /year', engineeringCost: 1 } },
    issues2: { design: { issues: 1e99, benchDiscovery: '0.1 /year', engineeringCost: 1 } },
    cover: { stage: { cover: '1e90 weeks' } },
    safety: { stage: { safety: 1e99 } },
    batch: { process: { batch: 1e99 } },
    zeroPrice: { market: { price: 0 }, process: { material: 0 } },
    cash: { finance: { openingCash: 1e100 } },
    negcash: { finance: { openingCash: -1e100 } },
    credit: { finance: { openingCash: -5, creditLine: 1e9, creditRate: 1 } },
  };
  const k = createKernel();
  for (const [n, o] of Object.entries(cases)) {
    try {
    const t = performance.now();
    const s = readPlain(base(o));
    const c = simulateColumns(s, rootKey('1'), { first: 0, count: 3 }, false);
    const t2 = performance.now() - t;
    const [f] = k.simulate([s], rootKey('1'), { first: 0, count: 3 }, false);
    const bad = Object.entries(c.strategies[0]!.metrics).filter(([m, v]) => v.some((x) => !Number.isFinite(x)) && m !== 'unit_cost').map(([m, v]) => m + '=' + v[0]);
    const diff = Object.entries(c.strategies[0]!.metrics).filter(([m, v]) => v.some((x, i) => !Object.is(x + 0, (f!.strategies[0]!.metrics as any)[m][i] + 0))).map(([m]) => m);
    console.log(n, t2.toFixed(0), 'npv', c.strategies[0]!.metrics.npv[0], bad.join(' '), diff.length ? 'KERNEL DIFF ' + diff : '');
    } catch (e) { console.log(n, String((e as Error).message).slice(0, 150)); }
  }
});
