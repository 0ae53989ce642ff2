import { InputError, type Problem } from '../errors.ts';

/** Unless told, so many futures are played for one scenario, and for each row of a set. */
export const defaultReplications = { one: 10_000, set: 1_000 } as const;
/** The seed unless told. */
export const defaultSeed = '1';
/** Replications are counted by 32 bits. */
export const mostReplications = 4_294_967_295;
export const mostWorkers = 1024;

/** Throws InputError, naming each option that is no whole number in its range. An option that was left out is right. */
export function checkOptions(options: {
  readonly replications?: number | undefined;
  readonly replication?: number | undefined;
  readonly workers?: number | undefined;
}): void {
  const problems = [
    ...outside('replications', options.replications, 1, mostReplications),
    ...outside('replication', options.replication, 0, mostReplications),
    ...outside('workers', options.workers, 1, mostWorkers),
  ];
  if (problems.length > 0) throw new InputError(problems);
}

function outside(path: string, value: number | undefined, least: number, most: number): readonly Problem[] {
  if (value === undefined || (Number.isInteger(value) && value >= least && value <= most)) return [];
  return [{ path, value: String(value), rule: `must be a whole number from ${least} to ${most}` }];
}
