import { createStream } from '../../../src/random/stream.ts';

/** Returns n fixed uniforms of the given name. */
export function sample(name: string, n: number): number[] {
  const out = new Float64Array(n);
  createStream({ low: 1, high: 2 }, name).fill(0, out);
  return [...out];
}

/** Returns the greatest of the errors of a function over the given arguments. */
export function worst<T>(args: readonly T[], error: (argument: T) => number): number {
  return args.reduce((most, argument) => Math.max(most, error(argument)), 0);
}
