import type { ValueRule } from '../values/quantity.ts';

/** What a quantity measures. The kind decides its unit, its domain, and how a draw becomes model units. */
export interface Kind extends ValueRule {
  /** The type as the reference page words it. */
  readonly wording: string;
  /** The unit of the number as written or drawn, for tables and CSV; a duration or rate adds its own time unit. */
  readonly unit: string;
  /** How a draw becomes the number that the model works with. */
  readonly conversion:
    | 'none'
    | 'periods'
    | 'atLeastOnePeriod'
    | 'perPeriod'
    | 'sharePerPeriod'
    | 'roundHalfUp';
}

const plain = { dimension: 'plain', conversion: 'none' } as const;
const nonNegative = { min: 0 } as const;
const positive = { min: 0, minOpen: true } as const;
const share = { min: 0, max: 1 } as const;
const positiveShare = { min: 0, minOpen: true, max: 1 } as const;

/** Every kind of quantity that a scenario may hold. */
export const kinds = {
  money: { ...plain, domain: nonNegative, wording: 'money', unit: 'currency' },
  balance: { ...plain, domain: {}, wording: 'money (may be negative)', unit: 'currency' },
  units: { ...plain, domain: nonNegative, wording: 'units', unit: 'units' },
  positiveUnits: { ...plain, domain: positive, wording: 'units (> 0)', unit: 'units' },
  batch: {
    ...plain,
    domain: { min: 1 },
    whole: true,
    conversion: 'roundHalfUp',
    wording: 'whole units (≥ 1)',
    unit: 'units',
  },
  count: { ...plain, domain: nonNegative, conversion: 'roundHalfUp', wording: 'count', unit: 'count' },
  number: { ...plain, domain: nonNegative, wording: 'number ≥ 0', unit: '1' },
  persistence: {
    ...plain,
    domain: { min: 0, max: 1, maxOpen: true },
    wording: 'number in [0, 1)',
    unit: '1',
  },
  fraction: { ...plain, domain: share, wording: 'fraction', unit: '1' },
  positiveFraction: { ...plain, domain: positiveShare, wording: 'fraction (> 0)', unit: '1' },
  annualFraction: { ...plain, domain: share, wording: 'fraction a year', unit: '1/year' },
  annualGrowth: {
    ...plain,
    domain: { min: -1, minOpen: true },
    wording: 'fraction a year (> −1)',
    unit: '1/year',
  },
  duration: {
    dimension: 'duration',
    domain: nonNegative,
    conversion: 'periods',
    wording: 'duration',
    unit: 'time',
  },
  leadTime: {
    dimension: 'duration',
    domain: nonNegative,
    conversion: 'atLeastOnePeriod',
    wording: 'duration (at least 1 period)',
    unit: 'time',
  },
  moneyRate: {
    dimension: 'perTime',
    domain: nonNegative,
    conversion: 'perPeriod',
    wording: 'money per time',
    unit: 'currency',
  },
  unitsRate: {
    dimension: 'perTime',
    domain: nonNegative,
    conversion: 'perPeriod',
    wording: 'units per time',
    unit: 'units',
  },
  rate: {
    dimension: 'perTime',
    domain: nonNegative,
    conversion: 'perPeriod',
    wording: 'per time',
    unit: '1',
  },
  shareRate: {
    dimension: 'perTime',
    domain: share,
    conversion: 'sharePerPeriod',
    wording: 'fraction per time',
    unit: '1',
  },
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;
