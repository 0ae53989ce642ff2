import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summariseFan } from '../../src/statistics/cash-flow-fan.ts';
import { summariseColumn } from '../../src/statistics/column-summary.ts';
import { unpackColumns } from '../../src/statistics/packed/columns.ts';
import { columnPacker } from '../../src/statistics/packed/packer.ts';
import { packScenario, unpackScenario } from '../../src/statistics/packed/scenario.ts';
import { summarisePaired } from '../../src/statistics/paired-summary.ts';

/** The kinds of columns that there are, and those that are hard: every one of them may hold NaN and both zeros. */
const kinds = {
  flags: fc.integer({ min: 0, max: 1 }),
  periods: fc.integer({ min: 0, max: 156 }),
  'whole numbers': fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
  shares: fc.double({ min: 0, max: 1, noNaN: true }),
  money: fc.double({ min: -1e7, max: 1e7, noNaN: true }),
  'far apart': fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.integer({ min: -60, max: 60 })).map(
    // Exact, so that the same numbers come everywhere.
    ([fraction, places]) => fraction * (places < 0 ? 1 / (1 << -(places >> 1)) : 1 << (places >> 1)),
  ),
  'nearly one': fc.integer({ min: 0, max: 7 }).map((places) => 1 + places * Number.EPSILON),
  'any number': fc.double(),
} as const;

function columnOf(values: fc.Arbitrary<number>): fc.Arbitrary<Float64Array> {
  const cell = fc.oneof(
    { weight: 20, arbitrary: values },
    { weight: 1, arbitrary: fc.constantFrom(Number.NaN, -0, 0) },
  );
  return fc
    .tuple(fc.array(cell, { maxLength: 200 }), fc.integer({ min: 1, max: 25 }))
    .map(([cells, times]) =>
      Float64Array.from({ length: cells.length * times }, (_, i) => stretched(cells, i)),
    );
}

/** Repeats cells, each time a little larger, so that columns are long and still have ties. */
function stretched(cells: readonly number[], i: number): number {
  const value = cells[i % cells.length] as number;
  return i % 3 === 0 ? value : value * (1 + Math.floor(i / cells.length) * 0.0625);
}

describe('packed columns', () => {
  const pack = columnPacker();
  for (const [name, values] of Object.entries(kinds)) {
    it(`have the summaries of columns of ${name}, to the bit`, () => {
      fc.assert(
        fc.property(fc.array(columnOf(values), { maxLength: 4 }), fc.boolean(), (columns, isSorted) => {
          const packed = pack(columns.map((column) => ({ values: column, isSorted })));
          const expected = columns.map((column) => summariseColumn(column, isSorted ? 'runs' : 'none'));
          expect(unpackColumns(packed)).toEqual(expected);
        }),
        { numRuns: 60, seed: 1 },
      );
    });
  }

  it('have the summaries of columns with outliers, which need buckets in buckets', () => {
    const near = Float64Array.from({ length: 10_000 }, (_, i) => ((i * 7919) % 10_007) / 1e6);
    const middle = near.map((value, i) => (i % 5 === 0 ? 1e3 + value : value));
    const outliers = middle.map((value, i) => (i === 17 ? 1e9 : value));
    const beyond = near.map((value, i) => (i === 17 ? Infinity : value));
    const columns = [near, middle, outliers, beyond, near.map((value) => value * 1e-200)];
    const packed = pack(columns.map((values) => ({ values, isSorted: true })));
    expect(unpackColumns(packed)).toEqual(columns.map((values) => summariseColumn(values)));
  });
});

describe('a packed scenario', () => {
  it('is unpacked as what its columns give one by one', () => {
    const column = (factor: number) =>
      Float64Array.from({ length: 300 }, (_, i) => ((i * factor) % 101) / 7 - 3);
    const strategies = [3, 5, 11].map((factor) => ({
      metrics: { npv: column(factor), insolvent: column(factor).map((value) => Number(value < 0)) },
      paths: undefined,
    }));
    const inputs = [column(13), column(17)];
    const clamped = Uint32Array.from([0, 4]);
    const summary = unpackScenario(
      packScenario({ replications: 300, strategies, inputs, clamped }, 'none', columnPacker()),
    );
    expect(summary).toEqual({
      replications: 300,
      strategies: strategies.map(({ metrics: { npv, insolvent } }) => ({
        metrics: { npv: summariseColumn(npv), insolvent: summariseColumn(insolvent) },
        fan: undefined,
      })),
      paired: summarisePaired(
        strategies.map(({ metrics }) => metrics.npv),
        'runs',
      ),
      inputs: inputs.map((values) => summariseColumn(values)),
      clamped,
    });
  });

  it.each(['runs', 'sketch'] as const)(
    'keeps cash by period as %s, as it would be one by one',
    (cashFlow) => {
      const periods = 11;
      const path = (factor: number) =>
        Float64Array.from({ length: 300 * periods }, (_, i) => ((i * factor) % 997) / 7 - 40);
      const paths = {
        periods,
        closingCash: path(13),
        cumulativeCashFlow: path(29),
        insolventFrom: Float64Array.from({ length: 300 }, (_, i) => i % 14),
        scaledFrom: Float64Array.from({ length: 300 }, (_, i) => i % 23),
      };
      const metrics = { npv: path(3).slice(0, 300) };
      const whole = {
        replications: 300,
        strategies: [{ metrics, paths }],
        inputs: [],
        clamped: new Uint32Array(0),
      };
      const { strategies } = unpackScenario(packScenario(whole, cashFlow, columnPacker()));
      expect(strategies[0]?.fan).toMatchObject(summariseFan(paths, cashFlow));
    },
  );
});
