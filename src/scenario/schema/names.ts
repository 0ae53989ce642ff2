import { closest, distance } from 'fastest-levenshtein';

/** Returns the known name that is nearest to a misspelt one, or undefined where none is near enough to be meant. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || name.length > 100) return undefined;
  const folded = name.toLowerCase();
  const best = closest(
    folded,
    known.map((candidate) => candidate.toLowerCase()),
  );
  const match = known.find((candidate) => candidate.toLowerCase() === best);
  return match !== undefined && distance(folded, best) <= Math.max(2, best.length / 2) ? match : undefined;
}

const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/** What `nameFault` allows, as far as a pattern can say it: no reserved name, no whole number, no dot, no space at an end. */
export const namePattern = `^(?!(?:\\d+|${[...reserved].join('|')})$)[^.\\s](?:[^.]*[^.\\s])?$`;

/**
 * Returns why a name that an author gives (to a process or a strategy) cannot be used, or undefined where it can.
 * A dot would break dotted paths, and a control character would break a table or a CSV.
 */
export function nameFault(name: string): string | undefined {
  if (reserved.has(name)) return 'is reserved';
  if (name.length === 0 || name.length > 80) return 'must have 1 to 80 characters';
  if (name !== name.trim()) return 'must not begin or end with a space';
  if (name.includes('.')) return 'must not hold a dot';
  // An object would move such a key to the front.
  if (/^\d+$/.test(name)) return 'must not be a whole number';
  return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name) ? 'must not hold control characters' : undefined;
}
