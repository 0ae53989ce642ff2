import fc from 'fast-check';
import { market } from './market.ts';
import { type Plain, process } from './process.ts';
import { strategy } from './strategy.ts';
import { decimal, duration, fraction, number, rate, threshold } from './values.ts';

const calendar = fc.oneof(
  fc.record({
    period: fc.constant('week'),
    horizon: fc.integer({ min: 6, max: 80 }).map((weeks) => `${weeks} weeks`),
    startMonth: fc.integer({ min: 1, max: 12 }),
  }),
  fc.record(
    {
      period: fc.constant('month'),
      horizon: fc.oneof(
        fc.integer({ min: 4, max: 30 }).map((months) => `${months} months`),
        fc.constant('2 years'),
      ),
      startMonth: fc.integer({ min: 1, max: 12 }),
    },
    { requiredKeys: ['period', 'horizon'] },
  ),
);

const plan = fc.record(
  {
    demand: rate(2, 150),
    cv: number(0.1, 1),
    smoothing: decimal(0.05, 0.9),
    trendSmoothing: decimal(0, 0.9),
  },
  { requiredKeys: ['demand'] },
);

const design = fc.record(
  {
    issues: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constantFrom('poisson(6)', '2 to 12')),
    benchDiscovery: rate(0, 0.05),
    fieldDiscovery: rate(0, 0.001),
    engineeringCost: number(10, 1_500),
    fieldFixCost: number(0.1, 8),
    // All of it is a case of its own: what is on order is emptied.
    inventoryScrap: fc.oneof(fraction(0, 0.9), fc.constant(1)),
    appealLoss: fraction(0, 0.15),
    warranty: number(0.1, 6),
    warrantyPerIssue: number(0.05, 2),
    validation: fc.record(
      { cost: number(100, 8_000), time: duration(0, 5), detection: fraction(0, 1) },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

const finance = fc.record(
  {
    openingCash: fc.oneof(
      { arbitrary: number(20_000, 500_000), weight: 8 },
      { arbitrary: decimal(-4_000, -10), weight: 1 },
    ),
    burn: rate(10, 900),
    discountRate: fc.oneof(decimal(-0.2, 0.4), fc.constant('0.05 to 0.2')),
    holdingRate: fraction(0, 0.5),
    salvage: fraction(0, 0.8),
    reserve: number(10, 8_000),
    creditLine: number(10, 60_000),
    creditRate: fraction(0, 0.4),
    insolvencyCost: number(10, 30_000),
    terminal: duration(0, 60),
    funding: fc.array(
      fc.record(
        { at: duration(0, 50), amount: number(1_000, 80_000), ifSold: threshold(0, 300) },
        { requiredKeys: ['at', 'amount'] },
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['openingCash'] },
);

/** Quantities that every scenario holds, written or not; the correlation of a certain one says nothing. */
const correlatable = ['market.price', 'plan.demand', 'finance.openingCash', 'design.issues', 'market.level'];
const pairs = correlatable.flatMap((first, index) =>
  correlatable.slice(index + 1).map((second) => [first, second]),
);

const correlations = fc
  .subarray(pairs, { maxLength: 4 })
  .chain((chosen) =>
    fc
      .array(decimal(-1, 1), { minLength: chosen.length, maxLength: chosen.length })
      .map((rhos) => chosen.map(([first, second], index) => [first, second, rhos[index]])),
  );

function ofNames(processes: readonly string[], strategies: readonly string[]): fc.Arbitrary<Plain> {
  const named = (names: readonly string[], each: fc.Arbitrary<Plain>) =>
    fc.record(Object.fromEntries(names.map((name) => [name, each])));
  return fc.record(
    {
      schema: fc.constant(1),
      name: fc.constantFrom('a lamp', 'größe “7”'),
      description: fc.constant('made by a test'),
      currency: fc.constantFrom('USD', 'EUR'),
      calendar,
      market,
      plan,
      design,
      finance,
      processes: named(processes, process),
      strategies: named(strategies, strategy(processes)),
      correlations,
    },
    { requiredKeys: ['calendar', 'market', 'plan', 'finance', 'processes', 'strategies'] },
  );
}

/** Valid scenarios as plain objects, as a JSON file would hold them; data files are beside this one. */
export const scenario: fc.Arbitrary<Plain> = fc
  .tuple(
    fc.subarray(['cnc', 'soft tool', 'mould'], { minLength: 1 }),
    fc.subarray(['staged', 'early-mass', 'wait & see'], { minLength: 1 }),
  )
  .chain(([processes, strategies]) => ofNames(processes, strategies));
