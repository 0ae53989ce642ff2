import { describe, expect, it } from 'vitest';
import { RunError } from '../../../src/errors.ts';
import { refuseNotFinite } from '../../../src/experiment/finite.ts';
import { summariseColumn } from '../../../src/statistics/column-summary.ts';
import { summarisePaired } from '../../../src/statistics/paired-summary.ts';

function results(npv: readonly number[], unitCost: readonly number[]) {
  const column = Float64Array.from(npv);
  const metrics = { npv: summariseColumn(column), unit_cost: summariseColumn(Float64Array.from(unitCost)) };
  return {
    replications: npv.length,
    strategies: [{ metrics, fan: undefined }],
    paired: summarisePaired([column]),
    inputs: [],
    clamped: new Uint32Array(0),
  };
}

function problemsWith(npv: readonly number[]): unknown {
  try {
    return refuseNotFinite('lamp', ['staged'], results(npv, [1, 1]));
  } catch (error) {
    return error instanceof RunError ? error.problems : error;
  }
}

describe('results that are no numbers', () => {
  it('stop a run with the scenario, the strategy and the metric', () => {
    expect(problemsWith([1, Number.NaN])).toMatchObject([{ path: 'lamp: staged', value: 'npv' }]);
    expect(problemsWith([1, Number.POSITIVE_INFINITY])).toMatchObject([
      { path: 'lamp: staged', value: 'npv' },
    ]);
  });

  it('leave a run alone where no unit was made, so that none has a cost', () => {
    expect(() =>
      refuseNotFinite('lamp', ['staged'], results([1, 2], [Number.NaN, Number.NaN])),
    ).not.toThrow();
    expect(() => refuseNotFinite('lamp', ['staged'], results([1, 2], [Number.NaN, 3]))).not.toThrow();
  });
});
