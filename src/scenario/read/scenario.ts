import { InputError, type Problem } from '../../errors.ts';
import { type Scenario, scenarioNode } from '../fields/scenario.ts';
import { checkRules } from '../rules/index.ts';
import { dotted, type Path } from '../schema/node.ts';
import { type DataFiles, dataFilesOf } from './data-file.ts';
import { parseSource, type SourceDocument } from './document.ts';
import { startFromCatalogue } from './from-catalogue.ts';
import { type Override, overridden } from './overrides.ts';
import { readTextFile } from './text-file.ts';

const greatestBytes = 4 * 1024 * 1024;

/** A scenario file that was parsed but not yet validated: the base of a set, or a scenario of its own. */
export interface ScenarioSource {
  readonly file: string;
  readonly text: string;
  readonly document: SourceDocument;
  readonly dataFiles: DataFiles;
}

/** Returns a scenario file, parsed. Throws InputError where it cannot be read or is not YAML or JSON. */
export function openScenario(file: string): ScenarioSource {
  const text = readTextFile(file, greatestBytes);
  return { file, text, document: parseSource(file, text), dataFiles: dataFilesOf(file) };
}

/**
 * Returns the validated scenario of a source, with the cells of a set's row laid over it if there are any. Throws
 * InputError with every problem there is.
 */
export function readScenario(source: ScenarioSource, overrides: readonly Override[] = []): Scenario {
  const problems: Problem[] = [];
  const report = (path: Path, problem: Problem): void => {
    problems.push({ ...locate(source, overrides, path), path: dotted(path), ...problem });
  };
  const root = startFromCatalogue(overridden(source.document.root, overrides, report), report);
  const scenario = scenarioNode.read(root, [], { report, readColumn: source.dataFiles.readColumn });
  const unread = new Set(problems.map(({ path }) => path ?? ''));
  const reportRule: typeof report = (path, problem) => {
    if (!unread.has(dotted(path))) report(path, problem);
  };
  checkRules(scenario, reportRule, unread);
  if (problems.length > 0) throw new InputError(problems);
  return scenario;
}

/** A problem stands in the cell of the set that wrote the value, or else in the scenario's own file. */
function locate(source: ScenarioSource, overrides: readonly Override[], path: Path): Problem {
  const name = dotted(path);
  const cell = overrides.find((override) => name === override.field || name.startsWith(`${override.field}.`));
  const place = cell === undefined ? source.document.position(path) : undefined;
  return cell === undefined
    ? { file: source.file, ...place, rule: '' }
    : { file: cell.file, line: cell.row, column: cell.column, rule: '' };
}
