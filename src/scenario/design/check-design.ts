import { InputError, type Problem } from '../../errors.ts';
import type { Override } from '../read/overrides.ts';
import { readScenario, type ScenarioSource } from '../read/scenario.ts';
import type { SetDesign } from './set-design.ts';

/** Rows that are tried at most; a design has few kinds of mistakes and very many rows. */
const mostTried = 500;

/**
 * Throws InputError with every problem that rows of a design have over their base scenario: a missing unit, a value out of
 * its domain, a rule between fields. Tries enough rows to see every value of a list and both sides of a range, 500 at most;
 * reading the finished set checks the rest. What is wrong with a cell has the path `vary`.
 */
export function checkDesign(design: SetDesign, base: ScenarioSource): void {
  const found = new Map<string, Problem>();
  for (const index of telling(design)) {
    const [name = '', ...cells] = design.row(index);
    try {
      readScenario(base, overridesOf(design, cells, index));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const problem of error.problems) {
        const written = problem.file === cellMark ? asVaried(problem, name) : problem;
        const about = [problem.file, problem.path, problem.rule].join('\n');
        if (!found.has(about)) found.set(about, written);
      }
    }
  }
  if (found.size > 0) throw new InputError([...found.values()]);
}

/** Stands for the file of an override, which there is not yet. */
const cellMark = '';

function overridesOf({ header }: SetDesign, cells: readonly string[], row: number): Override[] {
  return cells.map((text, index) => ({
    field: header[index + 1] ?? '',
    text,
    file: cellMark,
    row,
    column: index + 2,
  }));
}

function asVaried({ path, value, rule, nearest }: Problem, row: string): Problem {
  return {
    path: 'vary',
    value: `${path} = ${value ?? 'that'} in ${row}`,
    rule,
    ...(nearest === undefined ? {} : { nearest }),
  };
}

/** The rows that hold a value for the first time, or the least or the greatest number of a column. */
function telling(design: SetDesign): readonly number[] {
  const columns = design.header
    .slice(1)
    .map(() => ({ seen: new Set<string>(), least: Infinity, greatest: -Infinity }));
  const first = new Set<number>();
  const extreme = new Map<string, number>();
  for (let index = 0; index < design.count; index++) {
    design
      .row(index)
      .slice(1)
      .forEach((text, place) => {
        const column = columns[place];
        if (column === undefined) return;
        const number = Number.parseFloat(text);
        if (number < column.least) {
          column.least = number;
          extreme.set(`${place} least`, index);
        }
        if (number > column.greatest) {
          column.greatest = number;
          extreme.set(`${place} greatest`, index);
        }
        if (column.seen.size < mostTried && !column.seen.has(text)) {
          column.seen.add(text);
          first.add(index);
        }
      });
  }
  return [...new Set([...extreme.values(), ...first])].slice(0, mostTried);
}
