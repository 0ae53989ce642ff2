import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { InputError } from '../../errors.ts';

/** Run from source, as tests do, the scenarios are one folder nearer. */
const template = new URL(
  import.meta.url.endsWith('.ts')
    ? '../../../scenarios/template.yaml'
    : '../../../../scenarios/template.yaml',
  import.meta.url,
);

/** Returns the command `shortrun init [file]`: a commented scenario to start from. */
export function initCommand(): Command {
  return new Command('init')
    .description('write a commented scenario to start from')
    .argument('[file]', 'where to write it', 'scenario.yaml')
    .option('--force', 'replace the file if it is there')
    .action((file: string, { force }: { force?: true }) => {
      if (existsSync(file) && force === undefined) {
        throw new InputError([{ file, rule: 'is there already: name another one, or give --force' }]);
      }
      try {
        writeFileSync(file, readFileSync(template));
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code;
        throw new InputError([{ file, rule: `cannot be written (${code})` }]);
      }
      process.stdout.write(`wrote ${file}: edit it, then type\n\n  shortrun run ${file}\n`);
    });
}
