import { clampToDomain } from '../values/domain.ts';
import { durationPeriods, fractionPerPeriod, ratePerPeriod } from '../values/units.ts';
import { kinds } from './kinds.ts';
import type { FieldValue } from './quantity.ts';

export type Period = 'week' | 'month';

/** Returns a draw of a quantity in model units: clamped to its domain, then in periods or per period. */
export function toModelUnits(field: FieldValue, draw: number, period: Period): number {
  const kind = kinds[field.kind];
  const value = clampToDomain(draw, kind.domain);
  const perYear = period === 'week' ? 52 : 12;
  switch (kind.conversion) {
    case 'none':
      return value;
    case 'roundHalfUp':
      return Math.floor(value + 0.5);
    case 'periods':
      return durationOf(field, value, perYear);
    case 'atLeastOnePeriod':
      return Math.max(1, durationOf(field, value, perYear));
    case 'perPeriod':
      return field.unit === undefined ? value : ratePerPeriod(value, field.unit, perYear);
    case 'sharePerPeriod':
      return field.unit === undefined ? value : fractionPerPeriod(value, field.unit, perYear);
  }
}

/** "Never" and "unlimited" have no unit and stay what they are. */
function durationOf(field: FieldValue, value: number, perYear: number): number {
  return field.unit === undefined ? value : durationPeriods(value, field.unit, perYear);
}

/** Returns a certain quantity in model units, or undefined where it is uncertain. */
export function constantInModelUnits(field: FieldValue, period: Period): number | undefined {
  const { distribution } = field;
  if (distribution.type !== 'constant') return undefined;
  // NaN stands for what could not be read, and has to stay what it is, or rules would complain about it too.
  return Number.isNaN(distribution.value) ? Number.NaN : toModelUnits(field, distribution.value, period);
}

/** Returns a certain duration in periods; NaN where it is uncertain. */
export function constantPeriods(field: FieldValue, period: Period): number {
  return constantInModelUnits(field, period) ?? Number.NaN;
}
