import type { Node } from './node.ts';
import { shown } from './node.ts';

/** Returns a node for a list of like things; where nothing is written it is empty. */
export function list<T>(each: Node<T>, meaning: string, minimum = 0): Node<readonly T[]> {
  return {
    required: minimum > 0,
    read(raw, path, reading) {
      if (raw === undefined && minimum === 0) return [];
      if (!Array.isArray(raw) || raw.length < minimum) {
        const value = raw === undefined ? {} : { value: Array.isArray(raw) ? 'an empty list' : shown(raw) };
        reading.report(path, {
          ...value,
          rule: `must be a list${minimum > 0 ? ` of ${minimum} or more` : ''}`,
        });
        return [];
      }
      return raw.map((item, index) => each.read(item ?? undefined, [...path, index], reading));
    },
    jsonSchema: { type: 'array', description: meaning, minItems: minimum, items: each.jsonSchema },
    rows: (path) => each.rows(`${path}[]`),
  };
}
