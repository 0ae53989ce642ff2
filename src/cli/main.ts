#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { RunError } from '../errors.ts';
import { version } from '../version.ts';
import { explainCommand } from './commands/explain.ts';
import { initCommand } from './commands/init.ts';
import { processesCommand } from './commands/processes.ts';
import { runCommand } from './commands/run.ts';
import { schemaCommand } from './commands/schema.ts';
import { setCommand } from './commands/set.ts';
import { validateCommand } from './commands/validate.ts';
import { verifyCommand } from './commands/verify.ts';
import { reportFailure } from './failure.ts';

/** The program: each command is in a file of its own and loads what it needs when it is called. */
const program = new Command('shortrun')
  .description('scale in stages with short production runs, or commit early to mass production?')
  .version(version)
  .option('--debug', 'show where in the program an error arose')
  .showSuggestionAfterError()
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text) })
  .addCommand(runCommand())
  .addCommand(validateCommand())
  .addCommand(explainCommand())
  .addCommand(verifyCommand())
  .addCommand(initCommand())
  .addCommand(setCommand())
  .addCommand(schemaCommand())
  .addCommand(processesCommand());

for (const command of program.commands) command.copyInheritedSettings(program);

process.stdout.on('error', outputFailed);
process.stderr.on('error', () => undefined);
process.once('SIGINT', interrupted);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = error instanceof CommanderError ? usageExit(error) : reportFailure(error, debugWanted());
}

/** Asking for help or the version is no error; a word that is not understood is wrong input. */
function usageExit(error: CommanderError): number {
  return error.exitCode === 0 ? 0 : 2;
}

/** Whoever reads the output may stop early, as `head` does: that is no error. */
function outputFailed(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.exitCode = reportFailure(
    new RunError(`the output cannot be written (${error.code})`),
    debugWanted(),
  );
}

/** A progress bar hides the cursor and keeps lines from wrapping; the terminal gets both back. */
function interrupted(): void {
  if (process.stderr.isTTY) process.stderr.write('\u001b[?25h\u001b[?7h\n');
  process.exit(130);
}

function debugWanted(): boolean {
  return process.argv.includes('--debug');
}
