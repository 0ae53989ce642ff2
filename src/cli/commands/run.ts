import { join } from 'node:path';
import { Command, Option } from 'commander';
import { InputError } from '../../errors.ts';
import { defaultReplications, defaultSeed, mostReplications, mostWorkers } from '../../experiment/options.ts';
import type { Until } from '../../experiment/until.ts';
import { nameList, wholeNumber } from '../options/numbers.ts';
import { type Sampling, samplingOption } from '../options/sampling.ts';
import { readAmount, readTime, readUntil } from '../options/until.ts';

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
    .addOption(
      samplingOption(
        'spread the uncertain fields at random, or evenly: a Latin hypercube or a Sobol’ sequence',
      ),
    )
    .option(
      '--until <what>',
      'play until decision, npv±<money> or prob±<percent>, and no longer (+- may stand for ±)',
    )
    .option(
      '--max-replications <number>',
      'with --until or --time, no scenario gets more futures (default: 100,000; with a set 10,000)',
      wholeNumber('--max-replications', 256, 4_000_000_000),
    )
    .option(
      '--indifference <money>',
      'with --until decision, the least difference of mean NPV that matters',
      readAmount('--indifference'),
    )
    .option('--time <time>', 'stop at the last look that ends in time: 30s, 5m, 1h', readTime)
    .option('--convergence', 'write convergence.csv, and show how the estimate settled')
    .option('--strict', 'refuse correlations that would have to be repaired')
    .option('--force', 'replace the results of another run in the folder')
    .option('-q, --quiet', 'print nothing but errors')
    .option('--json', 'print the verdicts as JSON')
    .action(run);
}

/** Where a run ends by itself, it may take so many. */
const defaultMost = { one: 100_000, set: 10_000 } as const;

interface RunOptions {
  readonly set?: string;
  readonly replications?: number;
  readonly seed: string;
  readonly workers?: number;
  readonly out?: string;
  readonly only?: readonly string[];
  readonly cashflow: 'auto' | 'always' | 'never';
  readonly sampling: Sampling;
  readonly until?: string;
  readonly maxReplications?: number;
  readonly indifference?: number;
  readonly time?: number;
  readonly convergence?: true;
  readonly strict?: true;
  readonly force?: true;
  readonly quiet?: true;
  readonly json?: true;
}

async function run(scenarioFile: string, options: RunOptions): Promise<void> {
  const stopping = stoppingOf(options);
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
      ...stopping,
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

/** Returns how many futures to play, and until what. Throws InputError where options contradict each other. */
function stoppingOf(options: RunOptions): {
  readonly replications: number;
  readonly until: Until | undefined;
  readonly timeMs: number | undefined;
} {
  const { until, time, replications, maxReplications, indifference, sampling, set } = options;
  const size = set === undefined ? 'one' : 'set';
  const endsByItself = until !== undefined || time !== undefined;
  const rules: readonly (readonly [boolean, string, string])[] = [
    [
      endsByItself && replications !== undefined,
      '--replications',
      'is for a fixed number of futures: with --until or --time give --max-replications',
    ],
    [!endsByItself && maxReplications !== undefined, '--max-replications', 'goes with --until or --time'],
    [indifference !== undefined && until !== 'decision', '--indifference', 'goes with --until decision'],
    [
      until !== undefined && sampling !== 'random',
      '--sampling',
      'must be random with --until, whose statements rest on independent futures',
    ],
  ];
  const problems = rules.flatMap(([broken, path, rule]) => (broken ? [{ path, rule }] : []));
  if (problems.length > 0) throw new InputError(problems);
  return {
    replications: endsByItself
      ? (maxReplications ?? defaultMost[size])
      : (replications ?? defaultReplications[size]),
    until: until === undefined ? undefined : readUntil(until, indifference),
    timeMs: time,
  };
}
