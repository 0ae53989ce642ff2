import { nearestName } from './names.ts';
import type { Node } from './node.ts';
import { shown } from './node.ts';

/** Returns a node for free text; required where it has no standard one. */
export function text(meaning: string, standard?: string): Node<string> {
  const fallback = standard ?? '';
  const wording = standard === undefined ? 'required' : standard === '' ? '–' : `\`${standard}\``;
  return {
    required: standard === undefined,
    read(raw, path, reading) {
      if (raw === undefined) {
        if (standard === undefined) reading.report(path, { rule: `is required: ${meaning}` });
        return fallback;
      }
      if (typeof raw === 'string' && raw.length <= 2000) return raw;
      reading.report(path, { value: shown(raw), rule: 'must be text of at most 2,000 characters' });
      return fallback;
    },
    jsonSchema: { type: 'string', maxLength: 2000, description: meaning },
    rows: (path) => [{ path, type: 'text', default: wording, meaning }],
  };
}

/** Returns a node for one word out of a few; required where it has no standard one. */
export function choice<const W extends string>(
  words: readonly [W, ...W[]],
  meaning: string,
  standard?: W,
): Node<W> {
  const fallback = standard ?? words[0];
  return {
    required: standard === undefined,
    read(raw, path, reading) {
      if (raw === undefined) {
        if (standard === undefined) reading.report(path, { rule: `is required: one of ${words.join(', ')}` });
        return fallback;
      }
      const found = words.find((word) => word === raw);
      if (found !== undefined) return found;
      const nearest = typeof raw === 'string' ? nearestName(raw, words) : undefined;
      reading.report(path, {
        value: shown(raw),
        rule: `must be one of ${words.join(', ')}`,
        ...(nearest === undefined ? {} : { nearest }),
      });
      return fallback;
    },
    jsonSchema: {
      enum: words,
      description: meaning,
      ...(standard === undefined ? {} : { default: standard }),
    },
    rows: (path) => [
      {
        path,
        type: words.map((word) => `\`${word}\``).join(', '),
        default: standard === undefined ? 'required' : `\`${standard}\``,
        meaning,
      },
    ],
  };
}

/** Returns a node for a certain whole number within bounds. A set writes it as text, so a text of digits is one too. */
export function whole(meaning: string, minimum: number, maximum: number, standard: number): Node<number> {
  return {
    required: false,
    read(raw, path, reading) {
      if (raw === undefined) return standard;
      const value = typeof raw === 'string' && /^\d{1,15}$/.test(raw.trim()) ? Number(raw) : raw;
      if (typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum)
        return value;
      reading.report(path, {
        value: shown(raw),
        rule: `must be a certain whole number from ${minimum} to ${maximum}`,
      });
      return standard;
    },
    jsonSchema: { type: 'integer', minimum, maximum, default: standard, description: meaning },
    rows: (path) => [{ path, type: 'whole number', default: String(standard), meaning }],
  };
}

/** Returns a node for a certain whole number that may be left out and then has no value. */
export function optionalWhole(meaning: string, minimum: number, maximum: number): Node<number | undefined> {
  const inner = whole(meaning, minimum, maximum, minimum);
  const { default: _, ...jsonSchema } = inner.jsonSchema;
  return {
    required: false,
    read: (raw, path, reading) => (raw === undefined ? undefined : inner.read(raw, path, reading)),
    jsonSchema,
    rows: (path) => inner.rows(path).map((row) => ({ ...row, default: '–' })),
  };
}
