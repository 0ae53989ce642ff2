import type { Problem } from '../../errors.ts';
import { scenarioNode } from '../fields/scenario.ts';
import { nearestName } from '../schema/names.ts';

type Section = ReadonlyMap<unknown, unknown>;

/**
 * Returns every dotted field that a scenario with this content may hold: the patterns of the field table, with the
 * names of its own processes and strategies and the places of its own lists put in.
 */
export function knownFields(root: Section): readonly string[] {
  return scenarioNode.rows('').flatMap((row) => expand(row.path.split('.'), root, []));
}

/** Returns why a dotted field cannot be set in a scenario with this content, or undefined where it can. */
export function fieldFault(
  field: string,
  root: Section,
): Pick<Problem, 'rule' | 'nearest' | 'value'> | undefined {
  const known = knownFields(root);
  if (known.includes(field)) return undefined;
  const nearest = nearestName(field, known);
  return {
    value: JSON.stringify(field),
    rule: 'is not a field of this scenario',
    ...(nearest === undefined ? {} : { nearest }),
  };
}

function expand([part, ...rest]: readonly string[], content: unknown, before: readonly string[]): string[] {
  if (part === undefined) return [before.join('.')];
  const section = content instanceof Map ? content : new Map<unknown, unknown>();
  if (part.startsWith('<')) {
    return [...section].flatMap(([name, inner]) => expand(rest, inner, [...before, String(name)]));
  }
  if (!part.endsWith('[]')) return expand(rest, section.get(part), [...before, part]);
  const name = part.slice(0, -2);
  const items: unknown = section.get(name);
  if (!Array.isArray(items)) return [];
  return items.flatMap((item, index) => expand(rest, item, [...before, name, String(index)]));
}
