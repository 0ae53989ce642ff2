import type { Problem } from '../../errors.ts';
import { nearestName } from '../schema/names.ts';
import { type Axis, levelAxis } from './axis.ts';
import { plainDecimal } from './decimal.ts';
import { numberAt, type Range, stepAt } from './scale.ts';

type Report = (problem: Pick<Problem, 'value' | 'rule' | 'nearest'>) => void;

const number = String.raw`[+-]?(?:\d[\d_]*(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?`;
const form = new RegExp(
  String.raw`^(${number})(\s*%)?\s*\.\.\s*(${number})(\s*%)?((?::[^\s:/]*)*)(?:\s+([^\d:].*)|(/.*))?$`,
);
const start = new RegExp(String.raw`^${number}(\s*%)?\s*\.\.(?!/)`);
const words = ['log', 'whole'] as const;
const mostSteps = 100_000;

/** Returns whether a text begins like a range, `low..high`. */
export function looksLikeRange(text: string): boolean {
  return start.test(text);
}

/**
 * Returns the axis of `low..high[:count][:log][:whole] [unit]`, or undefined after reporting everything that is wrong with it.
 * The unit, and a percent sign, go behind every number. A `whole` range without a count holds every whole number.
 */
export function rangeAxis(field: string, text: string, report: Report): Axis | undefined {
  const match = form.exec(text);
  if (match === null) {
    report({
      value: JSON.stringify(text),
      rule: 'a range is written low..high[:count][:log][:whole] [unit]',
    });
    return undefined;
  }
  const [, low = '', lowPercent, high = '', highPercent, modifiers = '', spaced, attached] = match;
  const problems: Parameters<Report>[0][] = [];
  const { count, isLog, isWhole } = readModifiers(modifiers, (problem) => problems.push(problem));
  const range = { low: numberOf(low), high: numberOf(high), isLog, isWhole };
  const rules = [
    ...rangeRules(range, count),
    ...(lowPercent && !highPercent ? ['both ends must be in %'] : []),
  ];
  problems.push(...rules.map((rule) => ({ value: JSON.stringify(text), rule })));
  problems.forEach(report);
  if (problems.length > 0) return undefined;

  const unit = (spaced ?? attached ?? '').trim();
  const ending = `${highPercent === undefined ? '' : '%'}${unit === '' ? '' : ` ${unit}`}`;
  const cell = (value: number) => `${plainDecimal(value)}${ending}`;
  const steps = count ?? (isWhole && !isLog ? range.high - range.low + 1 : undefined);
  if (steps === undefined) return { field, levels: undefined, cellAt: (u) => cell(numberAt(range, u)) };
  return levelAxis(field, { count: steps, at: (index) => cell(stepAt(range, index, steps)) });
}

function readModifiers(text: string, report: Report): { count?: number; isLog: boolean; isWhole: boolean } {
  const given = text.split(':').slice(1);
  const counts = given.filter((modifier) => /^\d+$/.test(modifier));
  for (const modifier of given) {
    if (counts.includes(modifier) || words.some((word) => word === modifier)) continue;
    const nearest = nearestName(modifier, words);
    const rule = 'after a range comes :count, :log or :whole';
    report({ value: JSON.stringify(modifier), rule, ...(nearest === undefined ? {} : { nearest }) });
  }
  if (new Set(given).size < given.length || counts.length > 1) {
    report({ value: JSON.stringify(text), rule: 'a range has one count, and each of :log and :whole once' });
  }
  const [count] = counts;
  return {
    ...(count === undefined ? {} : { count: Number(count) }),
    isLog: given.includes('log'),
    isWhole: given.includes('whole'),
  };
}

function rangeRules({ low, high, isLog, isWhole }: Range, count: number | undefined): string[] {
  const isInteger = Number.isInteger(low) && Number.isInteger(high);
  return [
    ...(Number.isFinite(high - low) && low < high ? [] : ['low must be less than high']),
    ...(isLog && low <= 0 ? ['a range with :log must begin above 0'] : []),
    ...(isWhole && !isInteger ? ['the ends of a range with :whole must be whole numbers'] : []),
    ...(count !== undefined && (count < 2 || count > mostSteps)
      ? [`the count must be from 2 to ${mostSteps}`]
      : []),
    ...(isWhole && isInteger && count !== undefined && count > high - low + 1
      ? [`there are only ${high - low + 1} whole numbers in the range`]
      : []),
  ];
}

function numberOf(text: string): number {
  return Number(text.replaceAll('_', ''));
}
