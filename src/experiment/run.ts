import { basename, join } from 'node:path';
import { type Sampling, wholeBlocks } from '../random/sampling.ts';
import { convergenceRows } from '../report/convergence-rows.ts';
import type { HashedFile, Manifest, RunIdentity } from '../report/manifest.ts';
import { resultSchemaVersion } from '../report/manifest.ts';
import { hashInputs, type InputFile, openResultFolder } from '../report/result-folder.ts';
import { rowsOf, type ScenarioRows } from '../report/rows.ts';
import type { ConvergenceRow } from '../report/tables/convergence.ts';
import { type Verdict, verdictOn } from '../report/verdict.ts';
import { defaultWorkers } from '../run/pool.ts';
import { simulateInRounds } from '../run/rounds.ts';
import { simulateAll } from '../run/simulate.ts';
import { constantPeriods } from '../scenario/schema/convert.ts';
import { version } from '../version.ts';
import { playOnCredit } from './cash-need.ts';
import { refuseNotFinite } from './finite.ts';
import type { Experiment } from './open.ts';
import { checkOptions } from './options.ts';
import { hasCome, type Until } from './until.ts';
import { clampsOf, repairsOf } from './warnings.ts';

/** How an experiment is run. */
export interface ExperimentOptions {
  readonly replications: number;
  readonly seed: string;
  readonly workers?: number | undefined;
  /** Whether cash by period is written; `auto` leaves it out where it would have over 100,000 rows. */
  readonly cashFlow: 'auto' | 'always' | 'never';
  /** Whether results of another run in the folder may be replaced. */
  readonly force?: boolean | undefined;
  /** How the inputs are sampled: `random` unless told. */
  readonly sampling?: Sampling | undefined;
  /** What it goes on until; `replications` is then the most that a scenario may get. */
  readonly until?: Until | undefined;
  /** How long it may take; it stops at a look. */
  readonly timeMs?: number | undefined;
  /** How many rounds to play of each window of scenarios, to repeat a run that was cut by time. */
  readonly rounds?: readonly number[] | undefined;
  /** Whether convergence.csv is written. */
  readonly convergence?: boolean | undefined;
  onProgress?(done: number, total: number): void;
  /** Is told of each scenario as it finishes, in order. */
  onScenario?(rows: ScenarioRows, verdict: Verdict | undefined): void;
}

/** Beyond so many rows nobody reads cash by period, and it takes longer to write than to simulate. */
const mostCashFlowRows = 100_000;

/**
 * Runs an experiment and writes its result files to a folder. Returns the manifest, which is written last. Throws
 * InputError where the folder cannot be had, RunError where the simulation fails; either way no result file is left
 * half written.
 */
export async function runExperiment(
  experiment: Experiment,
  path: string,
  options: ExperimentOptions,
): Promise<Manifest> {
  checkOptions(options);
  const startedAt = new Date();
  const workers = options.workers ?? defaultWorkers();
  const inputs = inputFiles(experiment);
  const identity = identityOf(experiment, options, hashInputs(inputs));
  const folder = openResultFolder(path, identity, inputs, options.force === true);
  const clamps: Manifest['clamps'][number][] = [];
  const repairs: Manifest['repairs'][number][] = [];
  const strategies = new Set<string>();
  const convergence: Looks = new Map();
  const rounds: number[] = [];
  let futures = 0;
  try {
    const results = play(experiment, identity, options, workers, { convergence, rounds });
    for await (const [index, scenario, summary] of results) {
      const name = experiment.names[index] ?? '';
      refuseNotFinite(name, Object.keys(scenario.strategies), summary);
      const onCredit =
        experiment.set === undefined
          ? await playOnCredit(scenario, summary, {
              seed: options.seed,
              workers,
              sampling: options.sampling,
            })
          : undefined;
      const extras = {
        onCredit,
        looked: options.until !== undefined,
        indifference: options.until?.kind === 'decision' ? options.until.indifference : undefined,
        convergence: convergence.get(index),
      };
      convergence.delete(index);
      futures += summary.replications;
      const rows = rowsOf(name, scenario, summary, extras);
      folder.write(rows);
      for (const strategy of Object.keys(scenario.strategies)) strategies.add(strategy);
      clamps.push(...clampsOf(scenario, summary).map((clamp) => ({ scenario: name, ...clamp })));
      repairs.push(...repairsOf(scenario).map((repair) => ({ scenario: name, ...repair })));
      options.onScenario?.(rows, verdictOn(name, scenario, summary, extras));
    }
    return folder.finish({
      name: experiment.name,
      scenarios: experiment.scenarios.count,
      futures,
      rounds: options.timeMs === undefined && options.rounds === undefined ? undefined : rounds,
      strategies: [...strategies],
      clamps,
      repairs,
      run: {
        startedAt: startedAt.toISOString(),
        elapsedMs: Date.now() - startedAt.getTime(),
        workers,
        node: process.version,
        platform: `${process.platform} ${process.arch}`,
      },
    });
  } catch (error) {
    folder.discard();
    throw error;
  }
}

/** What the looks at scenarios that are not written yet told. */
type Looks = Map<number, ConvergenceRow[]>;

/** Plays a fixed number of futures, or in rounds where something is to be looked at in between. */
function play(
  experiment: Experiment,
  identity: RunIdentity,
  { until, timeMs, rounds, onProgress }: ExperimentOptions,
  workers: number,
  notes: { readonly convergence: Looks; readonly rounds: number[] },
): ReturnType<typeof simulateAll> {
  const { replications, seed, cashFlow, sampling, convergence } = identity;
  const common = { seed, workers, cashFlow, sampling, ...(onProgress === undefined ? {} : { onProgress }) };
  const inRounds = until !== undefined || timeMs !== undefined || rounds !== undefined || convergence;
  if (!inRounds) return simulateAll(experiment.scenarios, { ...common, replications });
  return simulateInRounds(experiment.scenarios, {
    ...common,
    mostReplications: replications,
    timeMs,
    rounds,
    now: () => performance.now(),
    enough: (summary) => until !== undefined && hasCome(until, summary),
    onLook(index, scenario, summary) {
      if (!convergence) return;
      const rows = convergenceRows(experiment.names[index] ?? '', scenario, summary, until !== undefined);
      notes.convergence.set(index, [...(notes.convergence.get(index) ?? []), ...rows]);
    },
    onWindow: (played) => notes.rounds.push(played),
  });
}

function identityOf(
  experiment: Experiment,
  options: ExperimentOptions,
  inputs: readonly HashedFile[],
): RunIdentity {
  return {
    schemaVersion: resultSchemaVersion,
    shortrun: version,
    seed: options.seed,
    replications: wholeBlocks(options.replications, options.sampling ?? 'random'),
    sampling: options.sampling ?? 'random',
    until: options.until,
    timeMs: options.timeMs,
    convergence: options.convergence === true,
    only: experiment.only,
    cashFlow: cashFlowWanted(experiment, options.cashFlow),
    inputs,
    set: experiment.set === undefined ? undefined : setName(experiment),
  };
}

/** Returns the files that an experiment reads, under the names by which they are kept beside its results. */
function inputFiles(experiment: Experiment): readonly InputFile[] {
  const { source, set } = experiment;
  return [
    { name: basename(source.file), text: source.text },
    ...(set === undefined ? [] : [{ name: setName(experiment), text: set.text }]),
    ...source.dataFiles.read(),
  ];
}

/** A set must not take the name of its scenario or of a data file. */
function setName({ source, set }: Experiment): string {
  const name = basename(set?.file ?? '');
  const taken = [basename(source.file), ...source.dataFiles.read().map((file) => file.name)];
  return taken.includes(name) ? join('set', name) : name;
}

function cashFlowWanted({ scenarios }: Experiment, when: ExperimentOptions['cashFlow']): boolean {
  if (when !== 'auto') return when === 'always';
  const { calendar, strategies } = scenarios.at(0);
  const periods = constantPeriods(calendar.horizon, calendar.period);
  return scenarios.count * Object.keys(strategies).length * periods <= mostCashFlowRows;
}
