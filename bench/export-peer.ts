import type { Distribution } from '../src/model/distributions/distribution.ts';
import type { Scenario } from '../src/scenario/fields/scenario.ts';
import { isQuantity } from '../src/scenario/quantities.ts';
import { constantInModelUnits, type Period } from '../src/scenario/schema/convert.ts';
import { kinds } from '../src/scenario/schema/kinds.ts';
import type { FieldValue } from '../src/scenario/schema/quantity.ts';
import type { Domain } from '../src/scenario/values/domain.ts';
import { openBoundMargin } from '../src/scenario/values/domain.ts';
import { unitsPerYear } from '../src/scenario/values/units.ts';

/** A scenario as the peers read it: JSON in model units; what has no value or is without limit is left out. */
export type PeerScenario = Readonly<Record<string, unknown>>;

/**
 * Returns a scenario in the form of the peers (`bench/peers/`). A certain field is its number in model units. An uncertain
 * one is its distribution in the unit as written, with what follows a draw: `clamp` to the domain, `scale` to periods or
 * to a period, `ceil` to whole periods. Throws RangeError where the peers cannot follow: another distribution than
 * normal, lognormal, uniform or triangular, a correlation, or an uncertain fraction per time in another unit than the
 * period.
 */
export function exportForPeers(scenario: Scenario): PeerScenario {
  const { correlations, ...rest } = scenario;
  if (correlations.length > 0) throw new RangeError('the peers know no correlations');
  return exportPart(rest, '', scenario.calendar.period) as PeerScenario;
}

function exportPart(part: unknown, path: string, period: Period): unknown {
  if (isQuantity(part)) return exportQuantity(part, path, period);
  // A peer does no work for what it is not told of, and seasons of 1 are none.
  if (path === 'market.seasonality' && (part as readonly number[]).every((factor) => factor === 1))
    return undefined;
  if (Array.isArray(part)) return part.map((inner, index) => exportPart(inner, `${path}.${index}`, period));
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(([name, inner]) => {
    return [name, exportPart(inner, path === '' ? name : `${path}.${name}`, period)] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function exportQuantity(field: FieldValue, path: string, period: Period): unknown {
  const certain = constantInModelUnits(field, period);
  if (certain !== undefined) return Number.isFinite(certain) ? certain : undefined;
  const { domain } = kinds[field.kind];
  return {
    ...exportDistribution(field.distribution, path),
    ...exportConversion(field, domain, path, period),
  };
}

function exportDistribution(distribution: Distribution, path: string): Record<string, unknown> {
  const { type, ...parameters } = distribution;
  if (type === 'normal' || type === 'lognormal' || type === 'uniform' || type === 'triangular') {
    return { dist: type, ...parameters };
  }
  throw new RangeError(`${path}: the peers know no ${type} distribution`);
}

function exportConversion(
  field: FieldValue,
  domain: Domain,
  path: string,
  period: Period,
): Record<string, unknown> {
  const clamp = bounds(domain);
  const perYear = period === 'week' ? 52 : 12;
  const { unit } = field;
  const periodsInUnit = unit === undefined ? 1 : perYear / unitsPerYear[unit];
  switch (kinds[field.kind].conversion) {
    case 'none':
    case 'roundHalfUp': // the peers round issues and batches themselves
      return { clamp };
    case 'periods':
      return { clamp, scale: periodsInUnit, ceil: true };
    case 'atLeastOnePeriod':
      return { clamp: [1 / periodsInUnit, clamp[1]], scale: periodsInUnit, ceil: true };
    case 'perPeriod':
      return { clamp, scale: 1 / periodsInUnit };
    case 'sharePerPeriod':
      if (periodsInUnit !== 1) throw new RangeError(`${path}: the peers know no fraction per ${unit}`);
      return { clamp };
  }
}

/** The bounds of a domain, where null is none; a draw outside goes to an open bound's inside. */
function bounds({ min, minOpen, max, maxOpen }: Domain): [number | null, number | null] {
  return [
    min === undefined ? null : min + (minOpen === true ? openBoundMargin : 0),
    max === undefined ? null : max - (maxOpen === true ? openBoundMargin : 0),
  ];
}
