import { describe, expect, it } from 'vitest';
import { downsideOf } from '../../../src/report/downside.ts';
import { extraCash, extraCashInterval } from '../../../src/report/extra-cash.ts';
import { summariseFan } from '../../../src/statistics/cash-flow-fan.ts';
import { summariseColumn } from '../../../src/statistics/column-summary.ts';
import { emptySum } from '../../../src/statistics/exact-sum.ts';

const n = 400;
/** 40 of 400 futures run out of cash, in periods 1, 2 and 3; without a limit they go to −1, −2, … −40 and the others not below 5. */
const broke = (i: number) => i < 40;
const column = (of: (i: number) => number) => Float64Array.from({ length: n }, (_, i) => of(i));
const from = column((i) => (broke(i) ? 1 + (i % 3) : 4));
const paths = new Float64Array(4 * n);
const summary = {
  metrics: { insolvent: summariseColumn(column((i) => Number(broke(i)))) },
  unitsTimesSpend: emptySum(),
  fan: summariseFan({
    periods: 4,
    closingCash: paths,
    cumulativeCashFlow: paths,
    insolventFrom: from,
    scaledFrom: from,
  }),
};
const lowestOnCredit = summariseColumn(column((i) => (broke(i) ? -1 - i : 5)));

describe('the downside', () => {
  it('says how likely, when, and how much more credit would have kept 95% afloat', () => {
    const found = downsideOf(summary, { lowestOnCredit, creditLine: 0 });
    expect(found).toMatchObject({ share: { estimate: 0.1 }, medianPeriod: 2, covered: 0.95 });
    // 20 of 400 go below −20: the 5th percentile, type 7, is a twentieth of the way from −21 to −20.
    expect(found?.extraCash).toBeCloseTo(20.05, 10);
  });

  it('takes the credit line off, and says nothing where it is uncertain or was not played', () => {
    expect(extraCash({ lowestOnCredit, creditLine: 15 }, 0.95)).toBeCloseTo(5.05, 10);
    expect(extraCash({ lowestOnCredit, creditLine: 100 }, 0.95)).toBe(0);
    expect(extraCash({ lowestOnCredit, creditLine: undefined }, 0.95)).toBeUndefined();
    expect(extraCash({ lowestOnCredit: undefined, creditLine: 0 }, 0.95)).toBeUndefined();
    const { low = 1, high = 0 } = extraCashInterval({ lowestOnCredit, creditLine: 0 }, 0.95) ?? {};
    expect(low).toBeLessThan(20);
    expect(high).toBeGreaterThan(21);
  });
});
