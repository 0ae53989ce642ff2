import { Command, Option } from 'commander';
import { InputError } from '../../errors.ts';
import { defaultSeed, mostReplications } from '../../experiment/options.ts';
import type { Scenario } from '../../scenario/fields/scenario.ts';
import { wholeNumber } from '../options/numbers.ts';
import { type Sampling, samplingOption } from '../options/sampling.ts';

interface ExplainOptions {
  readonly scenario?: string;
  readonly set?: string;
  readonly row?: string;
  readonly replication: number;
  readonly seed: string;
  readonly sampling: Sampling;
  readonly strategy?: string;
  readonly format: 'table' | 'csv' | 'json';
}

/** Returns the command `shortrun explain`: the ledger of one future, every strategy, period by period. */
export function explainCommand(): Command {
  return new Command('explain')
    .description(
      'show one future period by period: the ledger of every strategy, in which every line adds up',
    )
    .argument('[scenario]', 'a scenario in YAML or JSON')
    .option('--scenario <file>', 'the same, by name')
    .option('-s, --set <file>', 'a CSV of scenarios that differ from it')
    .option('--row <name>', 'the row of the set')
    .option(
      '-r, --replication <number>',
      'which future, from 0',
      wholeNumber('--replication', 0, mostReplications),
      0,
    )
    .option('--seed <text>', 'the seed of the run', defaultSeed)
    .addOption(samplingOption('the sampling of the run'))
    .option('--strategy <name>', 'only this strategy')
    .addOption(
      new Option('--format <form>', 'how to print it').choices(['table', 'csv', 'json']).default('table'),
    )
    .option('--csv', 'short for --format csv')
    .option('--json', 'short for --format json')
    .action(show);
}

async function show(argument: string | undefined, options: ExplainOptions & { csv?: true; json?: true }) {
  const { explain } = await import('../../experiment/explain.ts');
  const { explanationText } = await import('../screen/explanation.ts');
  const scenario = await chosenScenario(argument ?? options.scenario, options);
  checkStrategy(scenario, options.strategy);
  const explanation = explain(scenario, options.seed, options.replication, options.sampling);
  const { strategy } = options;
  const shown =
    strategy === undefined
      ? explanation
      : { ...explanation, ledgers: explanation.ledgers.filter((each) => each.strategy === strategy) };
  const format = options.json ? 'json' : options.csv ? 'csv' : options.format;
  process.stdout.write(explanationText(shown, scenario, format));
}

async function chosenScenario(file: string | undefined, { set, row }: ExplainOptions): Promise<Scenario> {
  const { openExperiment } = await import('../../experiment/open.ts');
  if (file === undefined)
    throw new InputError([{ path: 'scenario', rule: 'is required: a scenario in YAML or JSON' }]);
  if ((set === undefined) !== (row === undefined)) {
    throw new InputError([
      { path: '--row', rule: 'goes together with --set: the name of a row of that set' },
    ]);
  }
  return openExperiment(file, { set, only: row === undefined ? undefined : [row] }).scenarios.at(0);
}

function checkStrategy(scenario: Scenario, strategy: string | undefined): void {
  const known = Object.keys(scenario.strategies);
  if (strategy === undefined || known.includes(strategy)) return;
  throw new InputError([
    { path: '--strategy', value: JSON.stringify(strategy), rule: `must be one of ${known.join(', ')}` },
  ]);
}
