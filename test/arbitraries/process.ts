import fc from 'fast-check';
import { duration, fraction, highFraction, number, rate, type Written } from './values.ts';

export type Plain = Readonly<Record<string, unknown>>;

const scale = fc.constantFrom('prototype', 'short-run', 'low-volume', 'mass');

const fields = {
  scale,
  setup: number(10, 800),
  // A certain batch is whole; a batch that is drawn is rounded.
  batch: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constant('uniform(0.5, 12)')) as fc.Arbitrary<Written>,
  tooling: number(200, 30_000),
  toolLife: fc.oneof(number(50, 3_000), fc.constant('unlimited')),
  toolingLead: duration(0, 8),
  toolingDeposit: fraction(0, 1),
  changeCost: number(50, 3_000),
  changeTime: duration(0, 5),
  material: number(1, 20),
  conversion: number(1, 30),
  learning: highFraction(0.75),
  learningReference: number(10, 500),
  yield: highFraction(0.6),
  // Great enough for any minimum order below, rounded up to batches, within a single period.
  capacity: fc.oneof(rate(60, 400), fc.constant('unlimited')),
  minimumOrder: number(1, 40),
  lead: duration(0, 9),
  deposit: fraction(0, 1),
};

const ownProcess = fc.record(fields, { requiredKeys: ['scale'] });

const builtIn = fc
  .record(
    {
      from: fc.constantFrom(
        '3d-printing',
        'cnc-machining',
        'vacuum-casting',
        'bridge-tooling',
        'injection-molding',
      ),
      material: fields.material,
      lead: fields.lead,
    },
    { requiredKeys: ['from'] },
  )
  .map((each) => ({ ...each, minimumOrder: 20 }));

/** A way of making the product, of its own or started from the catalogue. */
export const process: fc.Arbitrary<Plain> = fc.oneof(
  { arbitrary: ownProcess, weight: 6 },
  { arbitrary: builtIn, weight: 1 },
);
