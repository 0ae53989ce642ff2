import { nearestName } from './names.ts';
import type { FieldRow, JsonSchema, Node, Path, Reading, Value } from './node.ts';
import { shown } from './node.ts';

type Parts = Readonly<Record<string, Node<unknown>>>;
export type SectionValue<P extends Parts> = { readonly [K in keyof P]: Value<P[K]> };

/** Returns a node for a fixed set of named parts. An unknown name is a problem that names the nearest known one. */
export function section<P extends Parts>(parts: P, meaning = ''): Node<SectionValue<P>> {
  const names = Object.keys(parts);
  const required = names.some((name) => parts[name]?.required);

  function read(raw: unknown, path: Path, reading: Reading): SectionValue<P> {
    const given = asMap(raw, path, reading);
    for (const key of given.keys()) {
      if (names.includes(String(key))) continue;
      const nearest = nearestName(String(key), names);
      reading.report([...path, String(key)], {
        rule: unknownRule(String(key)),
        ...(nearest === undefined ? {} : { nearest }),
      });
    }
    return Object.fromEntries(
      names.map((name) => [name, parts[name]?.read(given.get(name), [...path, name], reading)]),
    ) as SectionValue<P>;
  }

  return {
    read,
    required,
    jsonSchema: sectionSchema(parts, meaning),
    rows: (path) => sectionRows(parts, path),
  };
}

/** Returns a node for a section that may be left out altogether; its own required fields bind only where it is given. */
export function optionalSection<P extends Parts>(parts: P, meaning = ''): Node<SectionValue<P> | undefined> {
  const inner = section(parts, meaning);
  return {
    ...inner,
    required: false,
    read: (raw, path, reading) => (raw === undefined ? undefined : inner.read(raw, path, reading)),
  };
}

/** A call whose commas cut it apart leaves its last piece as a key: what is meant is the missing quotes. */
function unknownRule(key: string): string {
  return key.includes(')')
    ? 'is not a known field: a text that holds a comma must stand in quotes within { }'
    : 'is not a known field';
}

function asMap(raw: unknown, path: Path, reading: Reading): ReadonlyMap<unknown, unknown> {
  if (raw instanceof Map) return raw;
  if (raw !== undefined) {
    reading.report(path, { value: shown(raw), rule: 'must be a section with named fields' });
  }
  return new Map();
}

function sectionSchema(parts: Parts, meaning: string): JsonSchema {
  const entries = Object.entries(parts);
  const required = entries.filter(([, part]) => part.required).map(([name]) => name);
  return {
    type: 'object',
    ...(meaning === '' ? {} : { description: meaning }),
    properties: Object.fromEntries(entries.map(([name, part]) => [name, part.jsonSchema])),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

function sectionRows(parts: Parts, path: string): readonly FieldRow[] {
  return Object.entries(parts).flatMap(([name, part]) => part.rows(path === '' ? name : `${path}.${name}`));
}
