import { Command } from 'commander';
import { describeProblem } from '../../errors.ts';
import { nameList } from '../options/numbers.ts';

interface ValidateOptions {
  readonly set?: string;
  readonly only?: readonly string[];
  readonly strict?: true;
}

/** Returns the command `shortrun validate <scenario>`: every problem of a scenario or set, without running it. */
export function validateCommand(): Command {
  return new Command('validate')
    .description('check a scenario, or a set over it, and list every problem')
    .argument('<scenario>', 'a scenario in YAML or JSON')
    .option('-s, --set <file>', 'a CSV of scenarios that differ from it')
    .option('--only <names>', 'check that these rows of the set are there: a,b', nameList)
    .option('--strict', 'refuse correlations that would have to be repaired')
    .action(validate);
}

async function validate(file: string, options: ValidateOptions): Promise<void> {
  const { openExperiment } = await import('../../experiment/open.ts');
  const { remarksOn, repairsOf, uncertainFields } = await import('../../experiment/warnings.ts');
  const { scenarios, names } = openExperiment(file, options);
  const scenario = scenarios.at(0);
  const strategies = Object.keys(scenario.strategies);
  const size = options.set === undefined ? '' : `${names.length} scenarios, each with `;
  process.stdout.write(
    `valid: ${size}${strategies.length} strategies (${strategies.join(', ')}), ` +
      `${uncertainFields(scenario).length} uncertain fields\n`,
  );
  for (const { first, second, asked, used } of repairsOf(scenario)) {
    const rule = `${asked} between ${first} and ${second} is impossible with the others; ${used.toFixed(3)} is used`;
    process.stdout.write(`note: ${describeProblem({ path: 'correlations', rule })}\n`);
  }
  for (const remark of remarksOn(scenario)) process.stdout.write(`note: ${remark}\n`);
}
