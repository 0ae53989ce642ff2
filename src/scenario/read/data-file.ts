import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { InputError } from '../../errors.ts';
import { nearestName } from '../schema/names.ts';
import { readTextFile } from './text-file.ts';

const greatestBytes = 100 * 1024 * 1024;

/** The data files of a scenario: `empirical(...)` and `profile` read their columns. */
export interface DataFiles {
  /** Returns a numeric column of a CSV file beside the scenario. Throws InputError where there is none. */
  readColumn(file: string, column: string): readonly number[];
  /** Returns the files that were read so far, as the scenario names them, with their text. */
  read(): readonly { readonly name: string; readonly text: string }[];
}

/** Returns the data files of a scenario. They lie in its folder or below; each is read once. */
export function dataFilesOf(scenarioFile: string): DataFiles {
  const folder = dirname(scenarioFile);
  const files = new Map<string, { name: string; text: string; rows: readonly string[][] }>();

  function open(name: string): readonly string[][] {
    const path = resolve(folder, name);
    const known = files.get(path);
    if (known !== undefined) return known.rows;
    const inside = relative(folder, path);
    if (inside.startsWith('..') || isAbsolute(inside) || isAbsolute(name)) {
      throw new InputError([
        { value: name, rule: 'a data file must lie in the folder of the scenario or below' },
      ]);
    }
    const text = readData(path, name);
    const rows = parseRows(text, name);
    files.set(path, { name: inside, text, rows });
    return rows;
  }

  return {
    readColumn: (name, column) => numbersOf(open(name), name, column),
    read: () => [...files.values()].map(({ name, text }) => ({ name, text })),
  };
}

function readData(path: string, name: string): string {
  try {
    return readTextFile(path, greatestBytes);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.problems.map(({ rule }) => ({ value: name, rule: `the data file ${rule}` })));
  }
}

function parseRows(text: string, name: string): readonly string[][] {
  try {
    return parse(text, { bom: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    throw new InputError([{ value: name, rule: `the data file is not a CSV: ${(error as Error).message}` }]);
  }
}

function numbersOf(rows: readonly string[][], file: string, column: string): readonly number[] {
  const header = rows[0] ?? [];
  const index = header.indexOf(column);
  if (index < 0) {
    const nearest = nearestName(column, header);
    throw new InputError([
      {
        value: column,
        rule: `is not a column of the data file ${file}`,
        ...(nearest === undefined ? {} : { nearest }),
      },
    ]);
  }
  const numbers = rows.slice(1).map((row) => (row[index]?.trim() ? Number(row[index]) : Number.NaN));
  const wrong = numbers.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) {
    const value = JSON.stringify(rows[wrong + 1]?.[index] ?? '');
    throw new InputError([
      { value, rule: `row ${wrong + 2} of column ${column} in ${file} must be a number` },
    ]);
  }
  if (numbers.length === 0) throw new InputError([{ value: file, rule: 'the data file has no rows' }]);
  return numbers;
}
