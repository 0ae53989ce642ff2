import type { Problem } from '../../errors.ts';
import type { Path } from '../schema/node.ts';

/** One cell of a set: the field that it sets, and where it stands. */
export interface Override {
  readonly field: string;
  readonly text: string;
  readonly file: string;
  readonly row: number;
  readonly column: number;
}

type Section = ReadonlyMap<unknown, unknown>;
type Report = (path: Path, problem: Problem) => void;

/** Returns a scenario's content with cells laid over it; what they do not touch is shared, not copied. */
export function overridden(root: Section, overrides: readonly Override[], report: Report): Section {
  return overrides.reduce<Section>((content, override) => {
    const path = override.field.split('.');
    return withValue(content, path, cellValue(override.text), (problem) => report(path, problem)) as Section;
  }, root);
}

/** A cell is a text of the value grammar, or a list in JSON where it begins like one. */
function cellValue(text: string): unknown {
  if (!text.startsWith('[')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function withValue(
  content: unknown,
  [first, ...rest]: readonly string[],
  value: unknown,
  report: (problem: Problem) => void,
): unknown {
  if (first === undefined) return value;
  if (Array.isArray(content)) {
    const index = /^\d{1,4}$/.test(first) ? Number(first) : -1;
    if (index < 0 || index >= content.length) {
      report({ value: first, rule: `must be a number from 0 to ${content.length - 1}, a place in the list` });
      return content;
    }
    return content.with(index, withValue(content[index], rest, value, report));
  }
  if (content !== undefined && content !== null && !(content instanceof Map)) {
    report({ rule: 'lies below a field that holds a value' });
    return content;
  }
  const section = new Map<unknown, unknown>(content ?? []);
  return section.set(first, withValue(section.get(first), rest, value, report));
}
