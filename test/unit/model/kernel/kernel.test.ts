import { describe, expect, it } from 'vitest';
import { simulateColumns } from '../../../../src/model/columns.ts';
import { createKernel } from '../../../../src/model/kernel/kernel.ts';
import { readPlain } from '../../../arbitraries/read-plain.ts';

const kernel = createKernel();
const key = { low: 1, high: 2 };

const base = {
  calendar: { horizon: '60 weeks' },
  market: { model: 'level', price: 50, level: '40 /week', noise: 0.3, cancel: '5% /week' },
  plan: { demand: '30 /week' },
  design: {
    issues: 6,
    benchDiscovery: '3 /year',
    fieldDiscovery: '0.01 /year',
    inventoryScrap: 0.2,
    appealLoss: 0.05,
  },
  finance: { openingCash: 20_000, burn: '300 /week', creditLine: 5_000, discountRate: 0.2 },
  processes: {
    soft: {
      scale: 'short-run',
      setup: 100,
      batch: 10,
      material: 20,
      conversion: 10,
      learning: 0.9,
      lead: '2 weeks',
    },
    hard: {
      scale: 'mass',
      tooling: 4_000,
      toolingLead: '5 weeks',
      material: 12,
      lead: '3 weeks',
      deposit: 0.4,
    },
  },
  strategies: {
    staged: {
      initialOrder: 50,
      stages: [{ process: 'soft' }, { process: 'hard' }],
      advanceWhen: { marketValidated: { sold: 100 } },
      stop: { after: '20 weeks', soldBelow: 500 },
    },
    mass: { initialOrder: 400, stages: [{ process: 'hard' }] },
  },
};

const cases: Record<string, object> = {
  'a level market': base,
  'a scrap that leaves nothing': { ...base, design: { ...base.design, inventoryScrap: 1 } },
  'counts of millions': {
    ...base,
    market: { ...base.market, level: '90000000 /week' },
    plan: { demand: '90000000 /week' },
    finance: { openingCash: 1e13 },
  },
  'counts next to none': { ...base, market: { ...base.market, level: '0.2 /week' } },
  'more faults than a sum can take': {
    ...base,
    design: { ...base.design, issues: 5_000, benchDiscovery: '12 /year', inventoryScrap: 0 },
  },
  'lead times and payment delays that are drawn': {
    ...base,
    market: { ...base.market, paymentDelay: 'uniform(0, 70) weeks' },
    processes: {
      soft: { ...base.processes.soft, lead: 'uniform(0, 20) weeks', capacity: '60 to 90 /week' },
      hard: { ...base.processes.hard, lead: '1 to 30 weeks', toolLife: '100 to 400' },
    },
  },
  'no money at all': { ...base, finance: { openingCash: 0, burn: '100 /week' } },
  'the longest horizon': { ...base, calendar: { horizon: '520 weeks' } },
};

describe('the kernel', () => {
  for (const [name, plain] of Object.entries(cases)) {
    it(`makes the same bits as the replay: ${name}`, () => {
      const scenario = readPlain(plain);
      const range = { first: 1_000, count: 131 };
      const [fast] = kernel.simulate([scenario], key, range, true);
      expect(fast).toEqual(simulateColumns(scenario, key, range, true));
    });
  }

  it('makes the same of a scenario whatever stands beside it and however its replications are cut', () => {
    const scenarios = [base, cases['the longest horizon'], cases['counts next to none']].map(readPlain);
    const whole = kernel.simulate(scenarios, key, { first: 0, count: 100 }, false);
    const [alone] = kernel.simulate(scenarios.slice(0, 1), key, { first: 37, count: 20 }, false);
    expect(alone?.strategies[1]?.metrics.npv).toEqual(whole[0]?.strategies[1]?.metrics.npv.slice(37, 57));
  });

  it('has nothing to do for no scenario and for no replication', () => {
    expect(kernel.simulate([], key, { first: 0, count: 10 }, false)).toEqual([]);
    const [none] = kernel.simulate([readPlain(base)], key, { first: 0, count: 0 }, true);
    expect(none?.strategies[0]?.metrics.npv.length).toBe(0);
  });
});
