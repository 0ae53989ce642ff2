import { join } from 'node:path';
import { Command, Option } from 'commander';
import { defaultReplications, defaultSeed, mostReplications, mostWorkers } from '../../experiment/options.ts';
import { nameList, wholeNumber } from '../options/numbers.ts';

/** Returns the command `shortrun run <scenario>`: the main job. */
export function runCommand(): Command {
  return new Command('run')
    .description('compare the strategies of a scenario, or of every row of a set, over the same futures')
    .argument('<scenario>', 'a scenario in YAML or JSON')
    .option('-s, --set <file>', 'a CSV of scenarios that differ from it')
    .option(
      '-n, --replications <number>',
      'futures played for each scenario (default: 10,000; with a set 1,000)',
      wholeNumber('--replications', 1, mostReplications),
    )
    .option('--seed <text>', 'any text; the same one gives the same futures', defaultSeed)
    .option(
      '-w, --workers <number>',
      'worker threads, which change no result (default: one a processor)',
      wholeNumber('--workers', 1, mostWorkers),
    )
    .option('-o, --out <folder>', 'folder for the results (default: results/<name>)')
    .option('--only <names>', 'run only these rows of the set: a,b', nameList)
    .addOption(
      new Option(
        '--cashflow <when>',
        'write cashflow.csv: auto leaves it out of sets of over 100,000 rows of it',
      )
        .choices(['auto', 'always', 'never'])
        .default('auto'),
    )
    .option('--strict', 'refuse correlations that would have to be repaired')
    .option('--force', 'replace the results of another run in the folder')
    .option('-q, --quiet', 'print nothing but errors')
    .option('--json', 'print the verdicts as JSON')
    .action(run);
}

interface RunOptions {
  readonly set?: string;
  readonly replications?: number;
  readonly seed: string;
  readonly workers?: number;
  readonly out?: string;
  readonly only?: readonly string[];
  readonly cashflow: 'auto' | 'always' | 'never';
  readonly strict?: true;
  readonly force?: true;
  readonly quiet?: true;
  readonly json?: true;
}

async function run(scenarioFile: string, options: RunOptions): Promise<void> {
  const { openExperiment } = await import('../../experiment/open.ts');
  const { runExperiment } = await import('../../experiment/run.ts');
  const { startProgress } = await import('../screen/progress.ts');
  const { createScreen } = await import('../screen/results.ts');
  const experiment = openExperiment(scenarioFile, options);
  const folder = options.out ?? join('results', experiment.name);
  const progress = startProgress(options.quiet === true);
  const screen = createScreen(experiment);
  try {
    const manifest = await runExperiment(experiment, folder, {
      ...options,
      replications: options.replications ?? defaultReplications[options.set === undefined ? 'one' : 'set'],
      cashFlow: options.cashflow,
      onProgress: progress.update,
      onScenario: screen.add,
    });
    progress.stop();
    if (options.json) process.stdout.write(screen.json(manifest));
    else if (!options.quiet) process.stdout.write(screen.text(manifest, folder));
  } finally {
    progress.stop();
  }
}
