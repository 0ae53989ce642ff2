import { nameFault, namePattern } from './names.ts';
import type { Node } from './node.ts';
import { shown } from './node.ts';

/** Returns a node for things that the author names (processes, strategies), in the order in which they stand. */
export function named<T>(
  each: Node<T>,
  placeholder: string,
  meaning: string,
): Node<Readonly<Record<string, T>>> {
  return {
    required: true,
    read(raw, path, reading) {
      const values: Record<string, T> = {};
      if (!(raw instanceof Map) || raw.size === 0) {
        const value = raw === undefined || raw instanceof Map ? {} : { value: shown(raw) };
        reading.report(path, { ...value, rule: `must name at least one: ${meaning}` });
        return values;
      }
      for (const [key, content] of raw) {
        const name = String(key);
        const fault =
          nameFault(name) ?? (typeof key === 'string' ? undefined : 'must be a text: put it in quotes');
        if (fault !== undefined) {
          reading.report([...path, name], { value: JSON.stringify(name), rule: `the name ${fault}` });
          continue;
        }
        values[name] = each.read(content ?? undefined, [...path, name], reading);
      }
      return values;
    },
    jsonSchema: {
      type: 'object',
      description: meaning,
      minProperties: 1,
      propertyNames: { pattern: namePattern, maxLength: 80 },
      additionalProperties: each.jsonSchema,
    },
    rows: (path) => each.rows(`${path}.<${placeholder}>`),
  };
}
