import { basename } from 'node:path';
import { InputError } from '../errors.ts';
import type { ScenarioList } from '../run/simulate.ts';
import type { Scenario } from '../scenario/fields/scenario.ts';
import { openScenario, readScenario, type ScenarioSource } from '../scenario/read/scenario.ts';
import { readSet, type SetRow } from '../scenario/read/set.ts';
import { nearestName } from '../scenario/schema/names.ts';
import { repairsOf } from './warnings.ts';

/** What is to be run: one scenario, or the rows of a set over it. */
export interface Experiment {
  /** What the result is called by default: the name of the set's file, or else of the scenario's. */
  readonly name: string;
  readonly source: ScenarioSource;
  /** The set's file, where there is one. */
  readonly set: { readonly file: string; readonly text: string } | undefined;
  /** What the scenarios are called, in order. */
  readonly names: readonly string[];
  readonly scenarios: ScenarioList;
  /** The rows that were picked, where not all were. */
  readonly only: readonly string[] | undefined;
}

/** What is picked of an experiment, and how strictly it is read. */
export interface OpenOptions {
  readonly set?: string | undefined;
  readonly only?: readonly string[] | undefined;
  /** Refuse correlations that no variables can have together, instead of repairing them. */
  readonly strict?: boolean | undefined;
}

/**
 * Returns what is to be run. Every scenario has been validated: throws InputError with every problem of the scenario, the
 * set, or the names in `only`.
 */
export function openExperiment(scenarioFile: string, options: OpenOptions = {}): Experiment {
  const experiment = openUnchecked(scenarioFile, options);
  if (options.strict === true) refuseRepairs(experiment);
  return experiment;
}

function openUnchecked(scenarioFile: string, { set, only }: OpenOptions): Experiment {
  const source = openScenario(scenarioFile);
  if (set === undefined) {
    const scenario = readScenario(source);
    const name = scenario.name === '' ? stem(scenarioFile) : scenario.name;
    pick([{ name, overrides: [] }], only, scenarioFile);
    const scenarios = { count: 1, at: () => scenario };
    return { name: stem(scenarioFile), source, set: undefined, names: [name], scenarios, only: undefined };
  }
  const { rows, text } = readSet(set, source);
  const picked = pick(rows, only, set);
  return {
    name: stem(set),
    source,
    set: { file: set, text },
    names: picked.map(({ name }) => name),
    scenarios: { count: picked.length, at: (index) => scenarioOf(source, picked[index]) },
    only: only === undefined ? undefined : picked.map(({ name }) => name),
  };
}

function refuseRepairs({ source, names, scenarios }: Experiment): void {
  const problems = names.flatMap((name, index) =>
    repairsOf(scenarios.at(index)).map(({ first, second, asked, used }) => ({
      file: source.file,
      path: 'correlations',
      value: `${asked} between ${first} and ${second} in ${name}`,
      rule: `is impossible together with the others; the nearest possible is ${used.toFixed(3)}`,
    })),
  );
  if (problems.length > 0) throw new InputError(problems);
}

function scenarioOf(source: ScenarioSource, row: SetRow | undefined): Scenario {
  if (row === undefined) throw new RangeError('the set has no such row');
  return readScenario(source, row.overrides);
}

/** Picks rows by name, in the order of the set. */
function pick(rows: readonly SetRow[], only: readonly string[] | undefined, file: string): readonly SetRow[] {
  if (only === undefined) return rows;
  const known = rows.map(({ name }) => name);
  if (only.length === 0) {
    throw new InputError([{ file, path: '--only', rule: 'must name at least one scenario of this run' }]);
  }
  const unknown = only.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new InputError(
      unknown.map((name) => {
        const nearest = nearestName(name, known);
        return {
          file,
          path: '--only',
          value: JSON.stringify(name),
          rule: 'is not a scenario of this run',
          ...(nearest === undefined ? {} : { nearest }),
        };
      }),
    );
  }
  return rows.filter(({ name }) => only.includes(name));
}

function stem(file: string): string {
  return basename(file).replace(/\.[^.]*$/, '') || 'scenario';
}
