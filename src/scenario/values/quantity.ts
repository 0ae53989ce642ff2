import type { Distribution } from '../../model/distributions/distribution.ts';
import { probabilityBelow } from '../../model/distributions/law.ts';
import { lawOf } from '../../model/distributions/law-of.ts';
import { buildDistribution, type ReadColumn } from './build.ts';
import { type Domain, describeDomain, isInDomain } from './domain.ts';
import { type ParsedValue, parseValue } from './parse.ts';
import { SyntaxFault, shownText, type ValueProblem } from './tokenize.ts';
import { singular, type TimeUnit, timeUnits } from './units.ts';

/** What a field measures: nothing with a time unit, a length of time, or something per time. */
export type Dimension = 'plain' | 'duration' | 'perTime';

/** A value that was read: its text, its distribution (a certain one is a constant), and its unit where it has one. */
export interface Quantity {
  /** As written, trimmed. */
  readonly text: string;
  readonly distribution: Distribution;
  /** The unit of a duration (`weeks`), or what a rate is per. */
  readonly unit?: TimeUnit;
}

/** What a field takes. With `whole`, a certain value must be a whole number; a draw is rounded by whoever draws it. */
export interface ValueRule {
  readonly dimension: Dimension;
  readonly domain: Domain;
  readonly whole?: boolean;
}

/** A quantity, or everything that is wrong with it. */
export type QuantityResult =
  | { readonly ok: true; readonly quantity: Quantity }
  | { readonly ok: false; readonly problems: readonly ValueProblem[] };

/**
 * Returns the quantity that a field holds: a number, or a text `expression [unit]` (see docs of the value grammar).
 * A certain value outside the domain is a problem, and so is an uncertain one that never lies in it; other draws
 * outside are for `clampToDomain`. Never throws for what was written; every problem of the value is reported.
 *
 * @param raw what the field holds, of any type
 * @param rule what the field takes
 * @param readColumn reads a column for `empirical(file, column)`; without it such a value is a problem
 */
export function parseQuantity(raw: unknown, rule: ValueRule, readColumn?: ReadColumn): QuantityResult {
  const text = typeof raw === 'number' ? String(raw) : typeof raw === 'string' ? raw.trim() : undefined;
  const parsed = text === undefined || text === '' ? notAValue(raw) : parsedOrProblem(raw, text);
  if ('problem' in parsed) return { ok: false, problems: [parsed.problem] };

  const written = text ?? '';
  const problems: ValueProblem[] = [];
  const distribution = buildDistribution(parsed.expression, problems, readColumn);
  const unitRule = unitProblem(parsed.unit, rule.dimension);
  if (unitRule !== undefined) problems.push({ value: shownText(written), rule: unitRule });
  const domainRule = distribution === undefined ? undefined : domainProblem(distribution, rule);
  if (domainRule !== undefined) problems.push({ value: shownText(written), rule: domainRule });
  if (distribution === undefined || problems.length > 0) return { ok: false, problems };
  const unit = parsed.unit === undefined ? {} : { unit: parsed.unit.time };
  return { ok: true, quantity: { text: written, distribution, ...unit } };
}

/** Returns a quantity as it was written, with single spaces. */
export function formatQuantity(quantity: Quantity): string {
  return quantity.text.replaceAll(/\s+/gu, ' ');
}

/** Returns the value of a quantity that is certain, in its own unit, or undefined where it is not. */
export function certainValue(quantity: Quantity): number | undefined {
  return quantity.distribution.type === 'constant' ? quantity.distribution.value : undefined;
}

function notAValue(raw: unknown): { problem: ValueProblem } {
  const value = shownText(String(typeof raw === 'object' && raw !== null ? 'a list or a section' : raw));
  return { problem: { value, rule: 'must be a number or a text such as "10 to 20"' } };
}

function parsedOrProblem(raw: unknown, text: string): ParsedValue | { problem: ValueProblem } {
  if (typeof raw === 'number') return { expression: { kind: 'number', text, value: raw } };
  try {
    return parseValue(text);
  } catch (error) {
    if (error instanceof SyntaxFault) return { problem: error.problem };
    throw error;
  }
}

function unitProblem(unit: ParsedValue['unit'], dimension: Dimension): string | undefined {
  const units = timeUnits.join(', ');
  const rates = timeUnits.map((each) => `/${singular(each)}`).join(', ');
  if (dimension === 'plain') {
    return unit === undefined ? undefined : `has no unit of time, so "${unit.text}" must go`;
  }
  if (dimension === 'duration') {
    if (unit === undefined) return `a duration needs its unit: ${units}`;
    return unit.isRate ? `a duration has a unit such as ${unit.time}, without "${unit.text}"` : undefined;
  }
  if (unit === undefined) return `a value per time needs its unit: ${rates}`;
  return unit.isRate ? undefined : `is a value per time: write /${singular(unit.time)}`;
}

function domainProblem(distribution: Distribution, { domain, whole }: ValueRule): string | undefined {
  if (distribution.type === 'constant') {
    if (!isInDomain(distribution.value, domain)) return `must be ${describeDomain(domain)}`;
    return whole === true && !Number.isInteger(distribution.value) ? 'must be a whole number' : undefined;
  }
  return isEverInside(distribution, domain)
    ? undefined
    : `must be ${describeDomain(domain)}, and this distribution never is`;
}

/** Whether a distribution holds any probability within a domain. */
function isEverInside(distribution: Distribution, domain: Domain): boolean {
  const { min = -Infinity, max = Infinity } = domain;
  const law = lawOf(distribution);
  const { low, high } = law.support;
  // A continuous distribution puts nothing on its ends, so open bounds there take nothing from it.
  const isSurelyInside = law.kind === 'continuous' || (domain.minOpen !== true && domain.maxOpen !== true);
  if (isSurelyInside && low >= min && high <= max) return true;
  const above = domain.minOpen === true ? law.cdf(min) : probabilityBelow(law, min);
  const upTo = domain.maxOpen === true ? probabilityBelow(law, max) : law.cdf(max);
  return upTo > above;
}
