import type { Problem } from '../../errors.ts';
import type { Axis } from './axis.ts';
import { listAxis } from './list-axis.ts';
import { looksLikeRange, rangeAxis } from './range-axis.ts';

/** What is wrong with an axis as written, and the field that it is about where that could be read. */
export type AxisProblem = Pick<Problem, 'value' | 'rule' | 'nearest'>;

/**
 * Returns the axis that a text describes, or undefined after reporting everything that is wrong with it:
 * `field=low..high[:count][:log][:whole] [unit]` or `field=value,value,…`.
 */
export function parseAxis(text: string, report: (problem: AxisProblem) => void): Axis | undefined {
  const equals = text.indexOf('=');
  const field = text.slice(0, Math.max(0, equals)).trim();
  const content = text.slice(equals + 1).trim();
  if (equals < 0 || field === '' || content === '') {
    const rule = 'must read field=low..high[:count][:log][:whole] [unit], or field=value,value,…';
    report({ value: JSON.stringify(text), rule });
    return undefined;
  }
  return looksLikeRange(content) ? rangeAxis(field, content, report) : listAxis(field, content, report);
}
