import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { scenarioSchema } from '../../../src/scenario/json-schema.ts';
import { scenario } from '../../arbitraries/scenario.ts';
import { problemsIn, valid } from './problems-in.ts';

const validate = new Ajv2020({
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allErrors: true,
}).compile(scenarioSchema());

const schemaAccepts = (content: unknown) => validate(content) as boolean;
const readerAccepts = (content: unknown) => problemsIn(JSON.stringify(content), 'scenario.json').length === 0;

/** Every place below a part, its own included, as lists of keys. */
function places(part: unknown): (string | number)[][] {
  if (typeof part !== 'object' || part === null) return [[]];
  const entries: [string | number, unknown][] = Array.isArray(part)
    ? [...part.entries()]
    : Object.entries(part);
  return [[], ...entries.flatMap(([key, inner]) => places(inner).map((below) => [key, ...below]))];
}

/** Returns a copy of a part with one place replaced; undefined removes what stands there. */
function replaced(
  part: unknown,
  [key, ...below]: readonly (string | number)[],
  by: (old: unknown) => unknown,
): unknown {
  if (key === undefined) return by(part);
  const inner = replaced((part as Record<string | number, unknown>)[key], below, by);
  if (Array.isArray(part)) return part.with(Number(key), inner);
  return JSON.parse(JSON.stringify({ ...(part as object), [key]: inner }));
}

const mistakes: Readonly<Record<string, (old: unknown) => unknown>> = {
  'is true': () => true,
  'is nothing': () => null,
  'is a section of its own': () => ({ nonsense: 1 }),
  'is a list of lists': () => [[[]]],
  'holds an unknown field': (old) =>
    typeof old === 'object' && old !== null && !Array.isArray(old)
      ? { ...old, nonsense: 1 }
      : { nonsense: old },
  'is below any domain': (old) => (typeof old === 'number' || typeof old === 'string' ? -1e200 : -1),
};

describe('the JSON Schema', () => {
  it('accepts what the reader accepts', () => {
    fc.assert(
      fc.property(scenario, (content) => {
        expect(schemaAccepts(content) ? [] : validate.errors).toEqual([]);
      }),
      { numRuns: 80, seed: 21 },
    );
    expect(schemaAccepts(parse(valid))).toBe(true);
  });

  it('refuses structural mistakes, as the reader does', () => {
    const kind = fc.constantFrom(...Object.keys(mistakes));
    fc.assert(
      fc.property(scenario, kind, fc.nat(), (content, name, pick) => {
        const all = places(content);
        const place = all[pick % all.length] ?? [];
        // Any amount of cash is allowed, but a number that overflows; the schema leaves that to the reader.
        fc.pre(place.at(-1) !== 'openingCash');
        const broken = replaced(content, place, mistakes[name] ?? (() => undefined));
        const verdicts = {
          place: place.join('.'),
          name,
          schema: schemaAccepts(broken),
          reader: readerAccepts(broken),
        };
        expect(verdicts).toMatchObject({ schema: false, reader: false });
      }),
      { numRuns: 150, seed: 22 },
    );
  });

  it('refuses nothing that the reader takes, whatever is left out', () => {
    fc.assert(
      fc.property(scenario, fc.nat(), (content, pick) => {
        const all = places(content).filter((place) => typeof place.at(-1) === 'string');
        const place = all[pick % all.length] ?? [];
        const shorter = replaced(content, place, () => undefined);
        const isRefused = !schemaAccepts(shorter);
        expect({ place, isRefused, isTaken: readerAccepts(shorter) }).not.toMatchObject({
          isRefused: true,
          isTaken: true,
        });
      }),
      { numRuns: 60, seed: 23 },
    );
  });

  it.each([
    ['market.model', 'logistic'],
    ['calendar.period', 'day'],
    ['calendar.startMonth', 13],
    ['market.price', -1],
    ['plan.demand', 500],
    ['calendar.horizon', 2],
    ['schema', 2],
    ['strategies', {}],
    ['strategies.__proto__x', 1],
    ['strategies.17', { initialOrder: 1, stages: [{ process: 'cnc' }] }],
    ['strategies.staged.stages', []],
    ['strategies.staged.stages', [{}]],
    ['processes.cnc', {}],
    ['processes.cnc', { from: 'cnc' }],
    ['processes.cnc.yield', 0],
    ['finance.discountRate', -1],
    ['market.noisePersistence', 1],
    ['market.seasonality', [1]],
    ['market.profile', [-1]],
    ['correlations', [['a', 'b']]],
    ['correlations', [['market.price', 'plan.cv', 2]]],
  ])('refuses %s = %j, as the reader does', (path, value) => {
    const broken = replaced(parse(valid), path.split('.'), () => value);
    expect([schemaAccepts(broken), readerAccepts(broken)]).toEqual([false, false]);
  });

  it('takes a process that starts from the catalogue without a scale', () => {
    const content = replaced(parse(valid), ['processes', 'cnc'], () => ({ from: 'cnc-machining' }));
    expect([schemaAccepts(content), readerAccepts(content)]).toEqual([true, true]);
  });

  it('accepts every example', () => {
    const folder = new URL('../../../scenarios/', import.meta.url);
    const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
    for (const name of names.filter((each) => each.endsWith('.yaml'))) {
      const content = parse(readFileSync(new URL(name, folder), 'utf8'));
      expect({ name, errors: schemaAccepts(content) ? [] : validate.errors }).toEqual({ name, errors: [] });
    }
  });
});
