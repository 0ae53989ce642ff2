import { type Sampling, wholeBlocks } from '../random/sampling.ts';
import type { Verdict } from '../report/verdict.ts';
import { verdictOn } from '../report/verdict.ts';
import { simulateAll } from '../run/simulate.ts';
import type { Scenario } from '../scenario/fields/scenario.ts';
import type { ScenarioSummary } from '../statistics/scenario-summary.ts';
import { refuseNotFinite } from './finite.ts';
import { checkOptions, defaultReplications, defaultSeed } from './options.ts';

/** How a scenario is simulated by a program; nothing is written to disk. */
export interface SimulateOptions {
  /** Futures played: 10,000 unless told. */
  readonly replications?: number;
  /** Any text; the same one gives the same futures: `1` unless told. */
  readonly seed?: string;
  /** Worker threads; one a processor unless told. They change no result. */
  readonly workers?: number;
  /** Whether cash is summarised by period; it is unless told. */
  readonly cashFlow?: boolean;
  /** How the inputs are sampled, `random` unless told; the others play whole blocks of 64 futures. */
  readonly sampling?: Sampling;
}

/** What a simulation returns: mergeable summaries of every metric, and the verdict that they give. */
export interface SimulationResult {
  readonly summary: ScenarioSummary;
  readonly verdict: Verdict | undefined;
}

/** Returns the results of one scenario, every strategy over the same futures. Throws InputError
 * where an option is out of range, RunError where a worker fails. */
export async function simulate(scenario: Scenario, options: SimulateOptions = {}): Promise<SimulationResult> {
  checkOptions(options);
  const { replications = defaultReplications.one, seed = defaultSeed, workers } = options;
  const { cashFlow = true, sampling = 'random' } = options;
  const one = { count: 1, at: () => scenario };
  const run = {
    replications: wholeBlocks(replications, sampling),
    seed,
    cashFlow,
    sampling,
    ...(workers === undefined ? {} : { workers }),
  };
  for await (const [, , summary] of simulateAll(one, run)) {
    refuseNotFinite(scenario.name, Object.keys(scenario.strategies), summary);
    return { summary, verdict: verdictOn(scenario.name, scenario, summary) };
  }
  throw new RangeError('a run of one scenario gave no result');
}
