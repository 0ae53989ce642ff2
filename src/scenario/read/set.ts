import { parse } from 'csv-parse/sync';
import { InputError, type Problem } from '../../errors.ts';
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

/**
 * Returns the rows of a scenario set, in order, every one of them valid over its base, and the text of the file. Throws InputError with every
 * problem, each with its row (the header is row 1) and its column.
 */
export function readSet(file: string, base: ScenarioSource): { rows: readonly SetRow[]; text: string } {
  const text = readTextFile(file, greatestBytes);
  const [header = [], ...records] = parseCsv(file, text);
  const problems: Problem[] = [...headerProblems(file, header, base)];
  const rows: SetRow[] = [];
  const firstRowOf = new Map<string, number>();
  records.forEach((record, index) => {
    const row = index + 2;
    const name = record[0] ?? '';
    const fault = rowFault(record, header, firstRowOf.get(name));
    if (fault !== undefined) problems.push({ file, line: row, ...fault });
    firstRowOf.set(name, firstRowOf.get(name) ?? row);
    rows.push({ name, overrides: overridesOf(file, header, record, row) });
  });
  if (records.length === 0) problems.push({ file, rule: 'the set has no rows' });
  if (problems.length === 0) problems.push(...valueProblems(rows, base));
  if (problems.length > 0) throw new InputError(shortened(problems, file));
  return { rows, text };
}

function parseCsv(file: string, text: string): readonly string[][] {
  if (text.trim() === '') throw new InputError([{ file, rule: 'the file is empty' }]);
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    const { message, lines } = error as Error & { lines?: number };
    throw new InputError([
      { file, ...(lines === undefined ? {} : { line: lines }), rule: `is not a valid CSV: ${message}` },
    ]);
  }
}

function headerProblems(file: string, header: readonly string[], base: ScenarioSource): readonly Problem[] {
  return header.flatMap((field, index): Problem[] => {
    const place = { file, line: 1, column: index + 1 };
    if (index === 0) {
      return field === 'scenario'
        ? []
        : [{ ...place, value: JSON.stringify(field), rule: 'the first column must be called "scenario"' }];
    }
    if (header.indexOf(field) < index) return [{ ...place, path: field, rule: 'the column is given twice' }];
    const fault = fieldFault(field, base.document.root);
    return fault === undefined ? [] : [{ ...place, path: field, ...fault }];
  });
}

function rowFault(
  record: readonly string[],
  header: readonly string[],
  firstRow: number | undefined,
): Pick<Problem, 'value' | 'rule' | 'column'> | undefined {
  const name = record[0] ?? '';
  if (record.length !== header.length) {
    return { value: `${record.length} cells`, rule: `must have ${header.length} cells, as the header has` };
  }
  if (name === '') return { column: 1, rule: 'the scenario must have a name' };
  if (firstRow === undefined) return undefined;
  return {
    column: 1,
    value: JSON.stringify(name),
    rule: `the scenario is given twice, first in row ${firstRow}`,
  };
}

function overridesOf(
  file: string,
  header: readonly string[],
  record: readonly string[],
  row: number,
): readonly Override[] {
  return header.flatMap((field, index) => {
    const text = record[index] ?? '';
    return index === 0 || text === '' ? [] : [{ field, text, file, row, column: index + 1 }];
  });
}

/** A problem of the base would be found again in every row, so one of a kind is enough. */
function valueProblems(rows: readonly SetRow[], base: ScenarioSource): readonly Problem[] {
  const found = new Map<string, Problem>();
  for (const { overrides } of rows) {
    try {
      readScenario(base, overrides);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const problem of error.problems) {
        const { file, line, column, path, rule } = problem;
        found.set([file, line, column, path, rule].join('\n'), problem);
      }
    }
  }
  return [...found.values()];
}

function shortened(problems: readonly Problem[], file: string): readonly Problem[] {
  const more = problems.length - mostProblems;
  if (more <= 0) return problems;
  return [...problems.slice(0, mostProblems), { file, rule: `and ${more} more problems` }];
}
