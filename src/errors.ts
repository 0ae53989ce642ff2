/** One thing that is wrong with what the user wrote: where it stands, what it says, and the rule it breaks. */
export interface Problem {
  /** The file as the user named it. */
  readonly file?: string;
  /** Dotted field path within the scenario, such as `processes.cnc.tooling`. */
  readonly path?: string;
  /** 1-based line (YAML, JSON) or row (CSV, the header being row 1). */
  readonly line?: number;
  /** 1-based column; in a CSV the column's number. */
  readonly column?: number;
  /** What was written, as text. */
  readonly value?: string;
  /** What is required, as a sentence without a full stop. */
  readonly rule: string;
  /** The nearest known name, where a name was not recognised. */
  readonly nearest?: string;
}

/** The base of every error that shortrun raises on purpose; anything else is a defect. */
export class ShortrunError extends Error {
  override readonly name: string = 'ShortrunError';
  readonly exitCode: number;
  readonly problems: readonly Problem[];

  constructor(
    message: string,
    exitCode: number,
    problems: readonly Problem[] = [],
    options: ErrorOptions = {},
  ) {
    super(message, options);
    this.exitCode = exitCode;
    this.problems = problems;
  }
}

/** The input is wrong (exit 2). It carries every problem that was found, not only the first. */
export class InputError extends ShortrunError {
  override readonly name = 'InputError';

  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join('\n'), 2, problems);
  }
}

/** The input was right but the run failed (exit 3). */
export class RunError extends ShortrunError {
  override readonly name = 'RunError';

  constructor(message: string, problems: readonly Problem[] = [], options: ErrorOptions = {}) {
    super(message, 3, problems, options);
  }
}

/** Returns a problem in one line: `file:line:column: path: rule (got value; did you mean nearest?)`. */
export function describeProblem(problem: Problem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
  const notes = [
    problem.value === undefined ? undefined : `got ${problem.value}`,
    problem.nearest === undefined ? undefined : `did you mean "${problem.nearest}"?`,
  ].filter((note) => note !== undefined);
  const where = [place, problem.path].filter((part) => part !== undefined && part !== '').join(': ');
  const said = notes.length === 0 ? problem.rule : `${problem.rule} (${notes.join('; ')})`;
  return where === '' ? said : `${where}: ${said}`;
}
