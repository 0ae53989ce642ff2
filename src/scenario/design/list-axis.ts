import type { Problem } from '../../errors.ts';
import { type Axis, levelAxis } from './axis.ts';

const plainNumber = /^[+-]?(?:\d[\d_]*(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const unitAtEnd = /^[+-]?[\d_.]+(?:[eE][+-]?\d+)?((?:\s*%)?(?:\s*\/\s*[a-z]+|\s+(?:per\s+)?[a-z]+)?)$/i;

/**
 * Returns the axis of a list of values, `2,4,6 weeks` or `pert(1, 2, 4),uniform(0, 3)`, or undefined after reporting what is
 * wrong with it. A comma within brackets or quotes is part of a value. Where all but the last value are bare numbers, the
 * last one's unit is everyone's.
 */
export function listAxis(
  field: string,
  text: string,
  report: (problem: Pick<Problem, 'value' | 'rule'>) => void,
): Axis | undefined {
  const written = splitAtCommas(text).map((value) => value.trim());
  const values = withCommonUnit(written);
  const twice = values.find((value, index) => values.indexOf(value) < index);
  if (values.includes('')) {
    report({ value: JSON.stringify(text), rule: 'a value is missing between the commas' });
  } else if (twice !== undefined) {
    report({ value: JSON.stringify(twice), rule: 'the value is given twice' });
  } else {
    return levelAxis(field, { count: values.length, at: (index) => values[index] ?? '' });
  }
  return undefined;
}

function withCommonUnit(values: readonly string[]): readonly string[] {
  const earlier = values.slice(0, -1);
  const unit = unitAtEnd.exec(values.at(-1) ?? '')?.[1] ?? '';
  if (unit === '' || !earlier.every((value) => plainNumber.test(value))) return values;
  return [...earlier.map((value) => `${value}${unit}`), ...values.slice(-1)];
}

/** Brackets need not be balanced here: the value grammar says so better where they are not. */
function splitAtCommas(text: string): string[] {
  const pieces = [''];
  let depth = 0;
  let quote = '';
  for (const character of text) {
    if (character === ',' && depth === 0 && quote === '') {
      pieces.push('');
      continue;
    }
    pieces.push(`${pieces.pop()}${character}`);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if ('(['.includes(character)) depth++;
    else if (')]'.includes(character)) depth = Math.max(0, depth - 1);
  }
  return pieces;
}
