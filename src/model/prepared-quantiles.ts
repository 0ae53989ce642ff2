import type { Distribution } from './distributions/distribution.ts';
import { quantileFunction } from './distributions/distribution.ts';
import type { Quantile } from './distributions/law.ts';

/** A table takes some 10 kB, so that these stay within some megabytes a thread. */
const mostTables = 512;
/** What is longer than this holds data of its own and comes once. */
const longestKey = 4096;

/** The ones that are tabulated; the others take no preparation. */
const tabulated: ReadonlySet<Distribution['type']> = new Set([
  'beta',
  'gamma',
  'studentt',
  'mixture',
  'truncate',
]);
/** By what was prepared, the one that was asked for last at the end. */
const prepared = new Map<string, Quantile>();

/**
 * Returns the quantile function of a distribution, the same one again for an equal distribution: the rows of a set share
 * most of theirs, and so do the pieces of a scenario. A quantile function remembers nothing of its calls.
 */
export function preparedQuantile(distribution: Distribution): Quantile {
  if (!tabulated.has(distribution.type)) return quantileFunction(distribution);
  const key = JSON.stringify(distribution, notFinite);
  if (key.length > longestKey) return quantileFunction(distribution);
  const known = prepared.get(key);
  const quantile = known ?? quantileFunction(distribution);
  prepared.delete(key);
  prepared.set(key, quantile);
  if (prepared.size > mostTables) prepared.delete(prepared.keys().next().value as string);
  return quantile;
}

/** JSON has no name for these, and 0 stands for −0 in it. */
function notFinite(_: string, value: unknown): unknown {
  if (typeof value !== 'number') return value;
  if (Object.is(value, -0)) return '-0';
  return Number.isFinite(value) ? value : `${value}`;
}
