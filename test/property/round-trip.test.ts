import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { isQuantity } from '../../src/scenario/quantities.ts';
import { readScenario } from '../../src/scenario/read/scenario.ts';
import { readPlain, sourceOf } from '../arbitraries/read-plain.ts';
import { scenario } from '../arbitraries/scenario.ts';

/** Returns what an author would write to get a part of a scenario: quantities by their texts, defaults too. */
function writtenAgain(part: unknown): unknown {
  if (isQuantity(part)) return part.text;
  if (Array.isArray(part)) return part.map(writtenAgain);
  if (typeof part !== 'object' || part === null) return part;
  if ('rho' in part && 'first' in part && 'second' in part) return [part.first, part.second, part.rho];
  const entries = Object.entries(part).filter(
    ([name, inner]) => inner !== undefined && inner !== '' && !(name === 'profile' && inner.length === 0),
  );
  return Object.fromEntries(entries.map(([name, inner]) => [name, writtenAgain(inner)]));
}

/** Defaults that were written again are no longer defaults; nothing else may differ. */
function ignoringWritten(part: unknown): unknown {
  return JSON.parse(
    JSON.stringify(part, (name, value) => {
      if (name === 'written') return undefined;
      return value === Number.POSITIVE_INFINITY ? 'infinite' : value;
    }),
  );
}

describe('a scenario', () => {
  it('reads the same from YAML and from JSON, however they are laid out', () => {
    fc.assert(
      fc.property(scenario, fc.integer({ min: 0, max: 4 }), (content, indent) => {
        const read = readPlain(content);
        const json = readScenario(sourceOf(JSON.stringify(content, undefined, indent), 'scenario.json'));
        const yaml = readScenario(
          sourceOf(stringify(content, { indent: Math.max(1, indent) }), 'scenario.yaml'),
        );
        const windows = readScenario(sourceOf(stringify(content).replaceAll('\n', '\r\n'), 'scenario.yaml'));
        expect(json).toEqual(read);
        expect(yaml).toEqual(read);
        expect(windows).toEqual(read);
      }),
      { numRuns: 15, seed: 11 },
    );
  });

  it('reads the same again from its own texts', () => {
    fc.assert(
      fc.property(scenario, (content) => {
        const read = readPlain(content);
        expect(ignoringWritten(readPlain(writtenAgain(read)))).toEqual(ignoringWritten(read));
      }),
      { numRuns: 30, seed: 12 },
    );
  });
});
