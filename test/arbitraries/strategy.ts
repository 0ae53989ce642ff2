import fc from 'fast-check';
import type { Plain } from './process.ts';
import { decimal, duration, fraction, number, rate, threshold } from './values.ts';

const evidence = {
  demandStable: fc.record({ cv: decimal(0.1, 1.5), window: duration(1, 16) }),
  designFrozen: fc.record({ for: duration(0, 12) }),
  costPressure: fc.record({ payback: duration(5, 200) }),
  marketValidated: fc.record({ sold: threshold(0, 400) }),
};

const evidenceGates = fc
  .record(evidence, { requiredKeys: [] })
  .filter((gates) => Object.keys(gates).length > 0)
  .chain((gates) =>
    fc
      .option(fc.integer({ min: 1, max: Object.keys(gates).length }), { nil: undefined })
      .map((require) => (require === undefined ? gates : { ...gates, require })),
  );

const gates: fc.Arbitrary<Plain> = fc.oneof(
  { arbitrary: duration(0, 50).map((at) => ({ at })), weight: 1 },
  { arbitrary: evidenceGates, weight: 3 },
);

const stage = {
  cover: duration(0, 10),
  safety: number(0.1, 3),
  stepUp: fc.oneof(decimal(0.5, 4), fc.constant('unlimited')),
  advanceWhen: gates,
};

/** A ladder: some of the processes, each once, in any order. */
function stages(processes: readonly string[]): fc.Arbitrary<readonly Plain[]> {
  return fc
    .shuffledSubarray([...processes], { minLength: 1 })
    .chain((names) =>
      fc.tuple(
        ...names.map((process) =>
          fc.record({ process: fc.constant(process), ...stage }, { requiredKeys: ['process'] }),
        ),
      ),
    );
}

/** A rule for producing on some of the processes. */
export function strategy(processes: readonly string[]): fc.Arbitrary<Plain> {
  return fc.record(
    {
      initialOrder: number(5, 400),
      stages: stages(processes),
      advanceWhen: gates,
      validationRounds: fc.integer({ min: 0, max: 3 }),
      supplierCollaboration: fc.record(
        {
          cost: rate(5, 300),
          issueReduction: fraction(0, 1),
          changeReduction: fraction(0, 1),
          setupReduction: fraction(0, 1),
        },
        { requiredKeys: [] },
      ),
      stop: fc.record({ after: duration(2, 40), soldBelow: threshold(0, 800) }),
    },
    { requiredKeys: ['initialOrder', 'stages'] },
  );
}
