import { parseArgs } from 'node:util';

/** How much the benchmark does. */
export interface Effort {
  readonly quick: boolean;
  /** Interleaved rounds of every measurement. */
  readonly rounds: number;
  /** How long a round of one contestant lasts, about. */
  readonly roundSeconds: number;
  /** Over how many replications a peer's means are compared with ours. */
  readonly agreementReplications: number;
  /** Sizes of the sets that share draws. */
  readonly setSizes: readonly number[];
  /** Interleaved rounds of what goes through the pool of workers. */
  readonly poolRounds: number;
  /** How long a measurement through the pool of workers lasts, about, with one worker. */
  readonly poolSeconds: number;
  /** The set that is run from end to end; where it would take longer than `endSeconds`, with fewer replications. */
  readonly endSet: { readonly scenarios: number; readonly replications: number };
  readonly endSeconds: number;
  /** Starts of each command. */
  readonly starts: number;
  /** Doublings along each axis of the growth chart. */
  readonly doublings: number;
}

export interface Options {
  readonly effort: Effort;
  /** Sections to measure; all of them unless told. */
  readonly only: readonly string[] | undefined;
  /** Where the JSON goes; the chart goes beside it. */
  readonly out: string | undefined;
}

const full: Effort = {
  quick: false,
  rounds: 7,
  roundSeconds: 0.5,
  agreementReplications: 200_000,
  setSizes: [50, 1000],
  poolRounds: 5,
  poolSeconds: 4,
  endSet: { scenarios: 1000, replications: 10_000 },
  endSeconds: 90,
  starts: 9,
  doublings: 5,
};

/** About a minute: enough to see whether something is badly wrong, not to quote. */
const quick: Effort = {
  quick: true,
  rounds: 3,
  roundSeconds: 0.3,
  agreementReplications: 20_480,
  setSizes: [50],
  poolRounds: 2,
  poolSeconds: 1,
  endSet: { scenarios: 400, replications: 10_000 },
  endSeconds: 4,
  starts: 3,
  doublings: 3,
};

/** Returns what was asked for: `--quick`, `--only single,workers`, `--out file.json`. */
export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: { quick: { type: 'boolean' }, only: { type: 'string' }, out: { type: 'string' } },
  });
  return { effort: values.quick === true ? quick : full, only: values.only?.split(','), out: values.out };
}
