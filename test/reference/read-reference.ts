import { readFileSync } from 'node:fs';

/** Returns the figures of a JSON file of this folder, which says in `source` where they come from. */
export function readReference<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;
}
