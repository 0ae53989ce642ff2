/** Version of the result files: their names, columns and meaning. */
export const resultSchemaVersion = 1;

export interface HashedFile {
  readonly file: string;
  /** Of the bytes of the file, in hexadecimal. */
  readonly sha256: string;
}

/** What makes a run what it is: everything that its results depend on. */
export interface RunIdentity {
  readonly schemaVersion: number;
  readonly shortrun: string;
  readonly seed: string;
  readonly replications: number;
  /** The scenarios that were run, where only some of a set were. */
  readonly only: readonly string[] | undefined;
  readonly cashFlow: boolean;
  readonly sampling: 'random' | 'lhs' | 'sobol';
  /** What the run went on until, from look to look; `replications` is then the most that a scenario may get. */
  readonly until: RunUntil | undefined;
  /** How long it might take; where it was cut short, `rounds` says at which look. */
  readonly timeMs: number | undefined;
  readonly convergence: boolean;
  /** The scenario first, then the set if there is one, then data files. Kept beside the results in `inputs/`. */
  readonly inputs: readonly HashedFile[];
  readonly set: string | undefined;
}

/** What a run goes on until; see `--until`. */
export interface RunUntil {
  readonly kind: 'decision' | 'npv' | 'prob';
  readonly indifference?: number;
  readonly halfWidth?: number;
}

/** `manifest.json`: what was run, with which result, so that it can be run again and compared. */
export interface Manifest extends RunIdentity {
  readonly name: string;
  readonly scenarios: number;
  /** Futures played, of all scenarios together. */
  readonly futures: number;
  /** How many rounds were played of each window of scenarios, where time could end the run. */
  readonly rounds: readonly number[] | undefined;
  readonly strategies: readonly string[];
  readonly outputs: readonly HashedFile[];
  /** Fields of which more than a trace of the draws had to be put to the edge of their domain. */
  readonly clamps: readonly { readonly scenario: string; readonly field: string; readonly share: number }[];
  /** Correlations that no variables can have together, and the nearest possible ones that were used. */
  readonly repairs: readonly {
    readonly scenario: string;
    readonly first: string;
    readonly second: string;
    readonly asked: number;
    readonly used: number;
  }[];
  /** The only part that differs from one run to the next. */
  readonly run: {
    readonly startedAt: string;
    readonly elapsedMs: number;
    readonly workers: number;
    readonly node: string;
    readonly platform: string;
  };
}

/** Returns whether the content of a JSON file has what makes a manifest: what was run, from what, and with which result. */
export function isManifest(content: unknown): content is Manifest {
  if (typeof content !== 'object' || content === null) return false;
  const { shortrun, seed, replications, cashFlow, only, set, inputs, outputs } = content as Partial<Manifest>;
  return (
    [shortrun, seed].every((each) => typeof each === 'string') &&
    Number.isInteger(replications) &&
    typeof cashFlow === 'boolean' &&
    (only === undefined || Array.isArray(only)) &&
    (set === undefined || typeof set === 'string') &&
    [inputs, outputs].every((files) => Array.isArray(files) && files.length > 0 && files.every(isHashedFile))
  );
}

function isHashedFile(content: unknown): content is HashedFile {
  const { file, sha256 } = (content ?? {}) as Partial<HashedFile>;
  return typeof file === 'string' && typeof sha256 === 'string';
}

/** Returns whether two runs must give the same results. */
export function sameIdentity(a: RunIdentity, b: RunIdentity): boolean {
  return JSON.stringify(identityOf(a)) === JSON.stringify(identityOf(b));
}

function identityOf(run: RunIdentity): readonly unknown[] {
  const { schemaVersion, shortrun, seed, replications, only, cashFlow, inputs, set } = run;
  const { sampling, until, timeMs, convergence } = run;
  return [
    schemaVersion,
    shortrun,
    seed,
    replications,
    only ?? null,
    cashFlow,
    inputs,
    set ?? null,
    sampling,
    until ?? null,
    timeMs ?? null,
    convergence,
  ];
}
