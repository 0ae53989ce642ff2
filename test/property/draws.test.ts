import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareReplications } from '../../src/model/replications.ts';
import { rootKey } from '../../src/random/seed.ts';
import type { Scenario } from '../../src/scenario/fields/scenario.ts';
import { readPlain } from '../arbitraries/read-plain.ts';
import { scenario } from '../arbitraries/scenario.ts';

/** Everything random in a replication: what the uncertain fields were drawn as, by path, and the uniforms by period. */
function drawsOf(content: Scenario, seed: string, replication: number) {
  const { draw, drawn, uncertain } = prepareReplications(content, rootKey(seed));
  const { orders, discovery, validation, demandFactor } = draw(replication);
  return {
    inputs: new Map(uncertain.map(({ path }, index) => [path, drawn[index]])),
    periods: { orders: [...orders], discovery: [...discovery], validation },
    demandFactor: [...demandFactor],
  };
}

type Section = Readonly<Record<string, object>>;

/** A field more that is uncertain, none of which is in any correlation of the arbitrary scenarios. */
const additions: readonly ((content: Section) => Section)[] = [
  (content) => ({ ...content, plan: { ...content['plan'], cv: 'gamma(4, 0.1)' } }),
  (content) => ({ ...content, design: { ...content['design'], warranty: '1 to 3' } }),
  (content) => ({ ...content, finance: { ...content['finance'], salvage: 'beta(2, 5)' } }),
  (content) => ({
    ...content,
    processes: { first: { scale: 'prototype', material: '2 to 5' }, ...content['processes'] },
  }),
  (content) => ({
    ...content,
    strategies: {
      first: { initialOrder: '5 to 90', stages: [{ process: Object.keys(content['processes'] ?? {})[0] }] },
      ...content['strategies'],
    },
  }),
];

describe('draws', () => {
  it('stay as they are when an uncertain field is added', () => {
    fc.assert(
      fc.property(
        scenario,
        fc.constantFrom(...additions),
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        (content, add, replication) => {
          const before = drawsOf(readPlain(content), 'seed', replication);
          const after = drawsOf(readPlain(add(content as Section)), 'seed', replication);
          const known = new Set(before.inputs.keys());
          const kept = [...after.inputs].filter(([path]) => known.has(path));
          const added = [...after.inputs.keys()].filter((path) => !known.has(path));
          expect(added.length).toBeLessThanOrEqual(1);
          const same = [...before.inputs].filter(
            ([path]) => after.inputs.get(path) === before.inputs.get(path),
          );
          // The added one may have been uncertain before, in other words.
          expect(kept.length - same.length).toBeLessThanOrEqual(1 - added.length);
          expect(after.periods).toEqual(before.periods);
          expect(after.demandFactor).toEqual(before.demandFactor);
        },
      ),
      { numRuns: 40, seed: 3 },
    );
  });

  it('are those of the replication, whatever was drawn before it', () => {
    const [content] = fc.sample(scenario, { seed: 5, numRuns: 1 });
    const { draw, drawn } = prepareReplications(readPlain(content), rootKey('a'));
    const alone = draw(17).orders.slice();
    const inputs = drawn.slice();
    draw(3);
    expect(draw(17).orders).toEqual(alone);
    expect(drawn).toEqual(inputs);
  });

  it('are others with another seed, and with another replication', () => {
    const [content] = fc.sample(scenario, { seed: 6, numRuns: 1 });
    const read = readPlain(content);
    const { periods } = drawsOf(read, '0', 0);
    expect(drawsOf(read, '', 0).periods.orders[0]).not.toBe(periods.orders[0]);
    expect(drawsOf(read, '0', 1).periods.orders[0]).not.toBe(periods.orders[0]);
  });
});
