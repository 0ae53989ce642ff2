import { parse } from 'csv-parse/sync';
import { describeProblem, InputError, type Problem } from '../../errors.ts';
import { fieldFault } from './known-fields.ts';
import type { Override } from './overrides.ts';
import { readScenario, type ScenarioSource } from './scenario.ts';
import { readTextFile } from './text-file.ts';

const greatestBytes = 1024 * 1024 * 1024;
/** More problems than this help nobody; the rest is counted. */
const mostProblems = 100;

/** One row of a set: the name of a scenario and the fields in which it differs from the base. */
export interface SetRow {
  readonly name: string;
  readonly overrides: readonly Override[];
}

/** A record of the file: its cells, and its row, the header being row 1 and an empty line counting as one. */
interface SetRecord {
  readonly cells: readonly string[];
  readonly row: number;
}

/**
 * Returns the rows of a scenario set, in order, every one of them valid over its base, and the text of the file. Throws
 * InputError with every problem, each with its row (the header is row 1) and its column.
 */
export function readSet(file: string, base: ScenarioSource): { rows: readonly SetRow[]; text: string } {
  const text = readTextFile(file, greatestBytes);
  const [header = { cells: [], row: 1 }, ...records] = parseCsv(file, text);
  const fields = header.cells;
  const faults = headerProblems(file, header, base);
  const rows = records
    .filter(({ cells }) => cells.length === fields.length)
    .map((record) => ({
      name: record.cells[0] ?? '',
      overrides: overridesOf(file, fields, record, new Set(faults.map(({ column }) => column))),
    }));
  const problems = [...faults, ...rowProblems(file, fields, records), ...valueProblems(file, rows, base)];
  if (problems.length > 0) throw new InputError(shortened(problems, file));
  return { rows, text };
}

function parseCsv(file: string, text: string): readonly SetRecord[] {
  if (text.trim() === '') throw new InputError([{ file, rule: 'the file is empty' }]);
  try {
    const parsed = parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
    }) as unknown as readonly { record: readonly string[]; info: { empty_lines: number } }[];
    return parsed.map(({ record, info }, index) => ({ cells: record, row: index + 1 + info.empty_lines }));
  } catch (error) {
    const { message, lines } = error as Error & { lines?: number };
    throw new InputError([
      { file, ...(lines === undefined ? {} : { line: lines }), rule: `is not a valid CSV: ${message}` },
    ]);
  }
}

function headerProblems(file: string, { cells, row }: SetRecord, base: ScenarioSource): readonly Problem[] {
  return cells.flatMap((field, index): Problem[] => {
    const place = { file, line: row, column: index + 1 };
    if (index === 0) {
      return field === 'scenario'
        ? []
        : [{ ...place, value: JSON.stringify(field), rule: 'the first column must be called "scenario"' }];
    }
    if (cells.indexOf(field) < index) return [{ ...place, path: field, rule: 'the column is given twice' }];
    const fault = fieldFault(field, base.document.root);
    return fault === undefined ? [] : [{ ...place, path: field, ...fault }];
  });
}

function rowProblems(
  file: string,
  fields: readonly string[],
  records: readonly SetRecord[],
): readonly Problem[] {
  if (records.length === 0) return [{ file, rule: 'the set has no rows' }];
  const firstRowOf = new Map<string, number>();
  return records.flatMap(({ cells, row }): Problem[] => {
    const place = { file, line: row };
    const name = cells[0] ?? '';
    const first = firstRowOf.get(name);
    firstRowOf.set(name, first ?? row);
    const ragged = {
      ...place,
      value: `${cells.length} cells`,
      rule: `must have ${fields.length} cells, as the header has`,
    };
    const nameless = { ...place, column: 1, rule: 'the scenario must have a name' };
    const twice = {
      ...place,
      column: 1,
      value: JSON.stringify(name),
      rule: `the scenario is given twice, first in row ${first}`,
    };
    return [
      ...(cells.length === fields.length ? [] : [ragged]),
      ...(name === '' ? [nameless] : first === undefined ? [] : [twice]),
    ];
  });
}

function overridesOf(
  file: string,
  fields: readonly string[],
  { cells, row }: SetRecord,
  faulty: ReadonlySet<number | undefined>,
): readonly Override[] {
  return fields.flatMap((field, index) => {
    const text = cells[index] ?? '';
    const column = index + 1;
    return index === 0 || text === '' || faulty.has(column) ? [] : [{ field, text, file, row, column }];
  });
}

/** A problem of the base would be found again in every row, so one of a kind is enough. */
function valueProblems(file: string, rows: readonly SetRow[], base: ScenarioSource): readonly Problem[] {
  const ofBase = problemsOf(base, []);
  if (rows.length === 0) return ofBase;
  const known = new Set(ofBase.map(describeProblem));
  const found = new Map<string, Problem>();
  for (const { overrides } of rows) {
    for (const problem of problemsOf(base, overrides)) {
      const placed = known.has(describeProblem(problem)) ? problem : inRow(problem, file, overrides[0]?.row);
      found.set(describeProblem(placed), placed);
    }
  }
  return [...found.values()];
}

/** A rule that spans fields may be broken by a row and yet name a field that only the base holds. */
function inRow(problem: Problem, file: string, row: number | undefined): Problem {
  if (problem.file === file || row === undefined) return problem;
  const { column: _, ...rest } = problem;
  return { ...rest, file, line: row };
}

function problemsOf(base: ScenarioSource, overrides: readonly Override[]): readonly Problem[] {
  try {
    readScenario(base, overrides);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems;
  }
}

function shortened(problems: readonly Problem[], file: string): readonly Problem[] {
  const more = problems.length - mostProblems;
  if (more <= 0) return problems;
  return [...problems.slice(0, mostProblems), { file, rule: `and ${more} more problems` }];
}
