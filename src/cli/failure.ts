import { describeProblem, ShortrunError } from '../errors.ts';

/** Says what went wrong on standard error, a line a problem. Returns the exit code. */
export function reportFailure(error: unknown, debug: boolean): number {
  if (error instanceof ShortrunError) {
    const { problems } = error;
    if (problems.length > 1) process.stderr.write(`error: ${problems.length} problems\n`);
    const lines = problems.length > 0 ? problems.map(describeProblem) : [error.message];
    for (const line of lines) process.stderr.write(`${problems.length > 1 ? '  ' : 'error: '}${line}\n`);
  } else {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`error: the run failed: ${message}\n`);
    if (!debug && !isOfTheSystem(error))
      process.stderr.write('this is a defect of shortrun; --debug shows where it arose\n');
  }
  if (debug && error instanceof Error) process.stderr.write(`${error.stack}\n${causeOf(error)}`);
  return error instanceof ShortrunError ? error.exitCode : 3;
}

/** A full disk or a file in the way is no defect of the program. */
function isOfTheSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? `caused by ${error.cause.stack}\n` : '';
}
