import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { prepareReplications } from '../../src/model/replications.ts';
import { rootKey } from '../../src/random/seed.ts';
import { readScenario } from '../../src/scenario/read/scenario.ts';
import { sourceOf } from '../arbitraries/read-plain.ts';
import { scenario } from '../arbitraries/scenario.ts';
import { valid } from '../unit/scenario/problems-in.ts';

/** Whatever is written, it is a scenario that can be played, or wrong input with a rule for every problem. */
function readOrRefuse(text: string, file: string): void {
  try {
    prepareReplications(readScenario(sourceOf(text, file)), rootKey('1')).draw(0);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    const { problems } = error as InputError;
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every(({ rule }) => rule !== '')).toBe(true);
  }
}

/** Returns a text with some of its characters left out, doubled or put in. */
const cutUp = (text: string) =>
  fc
    .array(
      fc.record({
        at: fc.nat(text.length),
        take: fc.nat(12),
        put: fc.constantFrom(
          '',
          ' ',
          '\n',
          '\t',
          ':',
          '{',
          ']',
          '-',
          '"',
          '&a ',
          '*a',
          '!!map ',
          '0',
          '%',
          '1e400',
          '\u0000',
          '—',
          '<<: ',
        ),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((cuts) =>
      cuts.reduce((before, { at, take, put }) => before.slice(0, at) + put + before.slice(at + take), text),
    );

const anyKey = fc.oneof(
  fc.constantFrom(
    'market',
    'processes',
    'strategies',
    'cnc',
    'stages',
    '__proto__',
    'constructor',
    'toString',
    'from',
    'at',
  ),
  fc.string({ maxLength: 5 }),
);

describe('the reader', () => {
  it('survives any text', () => {
    fc.assert(
      fc.property(fc.oneof(cutUp(valid), fc.string({ unit: 'binary' })), (text) =>
        readOrRefuse(text, 'any.yaml'),
      ),
      {
        numRuns: 400,
        seed: 51,
      },
    );
  });

  it('survives any JSON, also where a scenario has one part of it', () => {
    const anything = fc.anything({ key: anyKey, maxDepth: 4, withObjectString: false });
    fc.assert(
      fc.property(scenario, anyKey, anything, fc.boolean(), (content, key, value, alone) => {
        const text = JSON.stringify(alone ? value : { ...content, [key]: value }) ?? 'null';
        readOrRefuse(text, 'any.json');
      }),
      { numRuns: 200, seed: 52 },
    );
  });
});
