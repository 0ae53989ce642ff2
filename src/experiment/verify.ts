import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, type Problem, RunError } from '../errors.ts';
import type { Manifest } from '../report/manifest.ts';
import { hashText, readManifest } from '../report/result-folder.ts';
import { version } from '../version.ts';
import { openExperiment } from './open.ts';
import { type ExperimentOptions, runExperiment } from './run.ts';
import type { Until } from './until.ts';

/** Runs the experiment of a result folder again, from the inputs that are kept in it, into another folder. */
export async function rerun(
  folder: string,
  into: string,
  options: Pick<ExperimentOptions, 'workers' | 'onProgress'>,
): Promise<Manifest> {
  const manifest = manifestIn(folder);
  refuseChangedInputs(folder, manifest);
  const [scenario] = manifest.inputs;
  const inputs = join(folder, 'inputs');
  const set = manifest.set === undefined ? undefined : join(inputs, manifest.set);
  const experiment = openExperiment(join(inputs, scenario?.file ?? ''), { set, only: manifest.only });
  return runExperiment(experiment, into, {
    ...options,
    replications: manifest.replications,
    seed: manifest.seed,
    cashFlow: manifest.cashFlow ? 'always' : 'never',
    sampling: manifest.sampling,
    until: manifest.until as Until | undefined,
    rounds: manifest.rounds,
    convergence: manifest.convergence,
  });
}

/**
 * Returns where the files of a result folder differ from what its manifest says, or from the same files in another
 * folder: the first line that does. Empty where every byte is the same.
 */
export function compareFolders(folder: string, again: string): readonly Problem[] {
  return manifestIn(folder).outputs.flatMap(({ file, sha256 }): Problem[] => {
    const path = join(folder, file);
    if (!existsSync(path)) return [{ file: path, rule: 'is missing' }];
    if (!existsSync(join(again, file))) return [{ file: path, rule: 'is no result of the new run' }];
    const [ours, theirs] = [path, join(again, file)].map((each) => readFileSync(each, 'utf8')) as [
      string,
      string,
    ];
    const changed: Problem[] =
      hashText(ours) === sha256
        ? []
        : [{ file: path, rule: 'was changed after the run: its hash is not the manifest’s' }];
    return ours === theirs ? changed : [...changed, firstDifference(path, ours, theirs)];
  });
}

function manifestIn(folder: string): Manifest {
  const manifest = readManifest(folder);
  if (manifest === undefined) {
    throw new InputError([{ file: join(folder, 'manifest.json'), rule: 'is not the manifest of a run' }]);
  }
  if (manifest.shortrun !== version) {
    throw new RunError(
      `the results were made by shortrun ${manifest.shortrun}, this is ${version}: another version may give other numbers`,
    );
  }
  return manifest;
}

function refuseChangedInputs(folder: string, { inputs }: Manifest): void {
  const problems = inputs.flatMap(({ file, sha256 }): Problem[] => {
    const path = join(folder, 'inputs', file);
    if (!existsSync(path)) return [{ file: path, rule: 'is missing, so the run cannot be repeated' }];
    return hashText(readFileSync(path, 'utf8')) === sha256
      ? []
      : [{ file: path, rule: 'was changed after the run: its hash is not the manifest’s' }];
  });
  if (problems.length > 0) throw new InputError(problems);
}

function firstDifference(file: string, ours: string, theirs: string): Problem {
  const [lines, others] = [ours.split('\r\n'), theirs.split('\r\n')];
  const index = lines.findIndex((line, place) => line !== others[place]);
  const line = index < 0 ? lines.length : index;
  const [cells, otherCells] = [(lines[line] ?? '').split(','), (others[line] ?? '').split(',')];
  const column = Math.max(
    0,
    cells.findIndex((cell, place) => cell !== otherCells[place]),
  );
  return {
    file,
    line: line + 1,
    column: column + 1,
    value: `${cells[column] ?? 'nothing'}`,
    rule: `differs: the new run has ${otherCells[column] ?? 'nothing'}`,
  };
}
