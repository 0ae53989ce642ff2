import { InputError, type Problem } from '../../errors.ts';
import { rootKey } from '../../random/seed.ts';
import { mostDimensions } from '../../random/sobol/direction-numbers.ts';
import { nearestName } from '../schema/names.ts';
import type { Axis } from './axis.ts';
import { parseAxis } from './parse-axis.ts';
import { gridDesign, gridSize, latinHypercubeDesign, type SetDesign, sobolDesign } from './set-design.ts';

export const designNames = ['grid', 'lhs', 'sobol'] as const;
export type DesignName = (typeof designNames)[number];

/** A design as it was asked for, every part still as written. */
export interface DesignRequest {
  /** `grid`, `lhs` (Latin hypercube) or `sobol`. */
  readonly design: string;
  /** One text a field, as `parseAxis` reads them. */
  readonly vary: readonly string[];
  /** How many rows; wanted by all but a grid. */
  readonly rows?: string;
  readonly seed: string;
}

/** Says what is wrong with a field's name, or nothing. */
export type FieldCheck = (field: string) => Pick<Problem, 'value' | 'rule' | 'nearest'> | undefined;

/** A set this large is a slip of the pen: it would run for days. */
const mostRows = 1_000_000;

/**
 * Returns the design of a request. Throws InputError with every problem of it, each under the path of the part that it is
 * about: `design`, `vary` or `rows`.
 *
 * @param checkField tells unknown fields; without it every field is taken as it is
 */
export function planDesign(request: DesignRequest, checkField: FieldCheck = () => undefined): SetDesign {
  const problems: Problem[] = [];
  const design = designNames.find((name) => name === request.design);
  if (design === undefined) {
    const nearest = nearestName(request.design, designNames);
    const rule = `must be one of ${designNames.join(', ')}`;
    problems.push({
      path: 'design',
      value: request.design,
      rule,
      ...(nearest === undefined ? {} : { nearest }),
    });
  }
  const axes = readAxes(request.vary, checkField, problems);
  const rows = design === undefined ? 0 : readRows(design, request.rows, problems);
  if (design === 'grid') problems.push(...gridProblems(axes));
  if (design === 'sobol' && axes.length > mostDimensions) {
    const rule = `a Sobol' design has at most ${mostDimensions} fields`;
    problems.push({ path: 'vary', value: `${axes.length} fields`, rule });
  }
  if (problems.length > 0) throw new InputError(problems);
  if (design === 'grid') return gridDesign(axes);
  const key = rootKey(request.seed);
  return design === 'lhs' ? latinHypercubeDesign(axes, rows, key) : sobolDesign(axes, rows, key);
}

function readAxes(texts: readonly string[], checkField: FieldCheck, problems: Problem[]): readonly Axis[] {
  if (texts.length === 0) problems.push({ path: 'vary', rule: 'at least one field must vary' });
  const fields = new Set<string>();
  return texts.flatMap((text) => {
    const axis = parseAxis(text, (problem) => problems.push({ path: 'vary', ...problem }));
    const field = text.includes('=') ? text.slice(0, text.indexOf('=')).trim() : '';
    const fault = field === '' ? undefined : checkField(field);
    if (fault !== undefined) problems.push({ path: 'vary', ...fault });
    if (field !== '' && fields.has(field)) {
      problems.push({ path: 'vary', value: JSON.stringify(field), rule: 'the field is given twice' });
    }
    fields.add(field);
    return axis === undefined ? [] : [axis];
  });
}

function readRows(design: DesignName, text: string | undefined, problems: Problem[]): number {
  if (design === 'grid') {
    if (text !== undefined) {
      problems.push({ path: 'rows', value: text, rule: 'a grid has as many rows as its values make' });
    }
    return 0;
  }
  const rows = text !== undefined && /^\d[\d_,]{0,9}$/.test(text) ? Number(text.replace(/[_,]/g, '')) : 0;
  if (rows < 1 || rows > mostRows) {
    const value = text === undefined ? {} : { value: JSON.stringify(text) };
    problems.push({
      path: 'rows',
      ...value,
      rule: `must be a whole number from 1 to ${mostRows} for ${design}`,
    });
  }
  return rows;
}

function gridProblems(axes: readonly Axis[]): Problem[] {
  const problems = axes
    .filter(({ levels }) => levels === undefined)
    .map(
      ({ field }): Problem => ({
        path: 'vary',
        value: field,
        rule: 'a range in a grid needs a count: low..high:count',
      }),
    );
  const size = gridSize(axes);
  if (size > mostRows) {
    problems.push({ path: 'vary', value: `${size} rows`, rule: `a grid has at most ${mostRows} rows` });
  }
  return problems;
}
