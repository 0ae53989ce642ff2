/** The figures of one process in one sampled future: plain numbers, times in days of a 364-day year. */
export interface ProcessFigures {
  /** Money for every batch that is begun. */
  readonly setup: number;
  /** Units a setup serves, whole and at least 1. */
  readonly batch: number;
  /** Money a tool. */
  readonly tooling: number;
  /** Units paid for that a tool lasts; Infinity where it does not wear. */
  readonly toolLife: number;
  readonly toolingLeadDays: number;
  /** Money and time of one design revision. */
  readonly changeCost: number;
  readonly changeTimeDays: number;
  /** Money a unit paid for; conversion learns. */
  readonly material: number;
  readonly conversion: number;
  /** Conversion cost after a doubling, as a fraction in (0, 1], counted from `learningReference` units on. */
  readonly learning: number;
  readonly learningReference: number;
  /** Good units of those paid for, in (0, 1]. */
  readonly yield: number;
  /** Units paid for a day; Infinity where there is no limit. */
  readonly capacityPerDay: number;
  /** The least that can be ordered, in units paid for. */
  readonly minimumOrder: number;
  readonly leadDays: number;
}

/** A process that costs nothing and knows no limits, as the defaults of a scenario have it. */
export const plainFigures: ProcessFigures = {
  setup: 0,
  batch: 1,
  tooling: 0,
  toolLife: Number.POSITIVE_INFINITY,
  toolingLeadDays: 0,
  changeCost: 0,
  changeTimeDays: 0,
  material: 0,
  conversion: 0,
  learning: 1,
  learningReference: 1,
  yield: 1,
  capacityPerDay: Number.POSITIVE_INFINITY,
  minimumOrder: 0,
  leadDays: 0,
};
