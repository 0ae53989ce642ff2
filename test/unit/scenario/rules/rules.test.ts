import { describe, expect, it } from 'vitest';
import { problemsIn, problemsWith, valid } from '../problems-in.ts';

const said = (field: string, value: unknown) =>
  problemsWith(field, value).map(
    ({ path, rule, nearest }) => `${path}: ${rule}${nearest === undefined ? '' : ` (${nearest})`}`,
  );

describe('the calendar', () => {
  it.each(['1 week', '520 weeks', '10 years', '3640 days'])('may have a horizon of %s', (horizon) => {
    expect(said('calendar.horizon', horizon)).toEqual([]);
  });

  it.each(['521 weeks', '0 weeks', '11 years'])('must not have a horizon of %s', (horizon) => {
    expect(said('calendar.horizon', horizon)).toEqual(['calendar.horizon: must be 1 to 520 periods']);
  });

  it('must be certain', () => {
    expect(said('calendar.horizon', '1 to 2 years')).toEqual(['calendar.horizon: must be certain']);
  });

  it('has months where it says so', () => {
    expect(said('calendar', { period: 'month', horizon: '40 years' })).toEqual([]);
    expect(said('calendar', { period: 'month', horizon: '44 years' })).toEqual([
      'calendar.horizon: must be 1 to 520 periods',
    ]);
  });
});

describe('the market', () => {
  it.each([
    ['bass', ['size', 'innovation', 'imitation']],
    ['level', ['level']],
    ['profile', ['profile']],
  ])('needs its own fields with the model %s', (model, fields) => {
    expect(said('market', { model, price: 1 })).toEqual(
      fields.map((field) => `market.${field}: is required with the model ${model}`),
    );
  });

  it('may hold the fields of another model', () => {
    expect(said('market.size', '100 to 200')).toEqual([]);
  });

  it('has seasons of mean 1', () => {
    expect(said('market.seasonality', [2, ...Array(11).fill(1)])).toEqual([
      'market.seasonality: must have a mean of 1 (± 1%)',
    ]);
    expect(said('market.seasonality', [1.12, ...Array(11).fill(1)])).toEqual([]);
  });
});

describe('a process', () => {
  const process = (fields: object) => said('processes.cnc', { scale: 'mass', lead: '2 weeks', ...fields });

  it('must make its minimum order, in whole batches, within the lead time', () => {
    expect(process({ capacity: '10 /week', minimumOrder: 20 })).toEqual([]);
    expect(process({ capacity: '10 /week', minimumOrder: 21 })).toHaveLength(1);
    expect(process({ capacity: '10 /week', minimumOrder: 15, batch: 20 })).toEqual([]);
    expect(process({ capacity: '10 /week', batch: 21 })).toEqual([
      'processes.cnc.capacity: must reach the minimum order in whole batches (21 units) within the lead time',
    ]);
    expect(process({ capacity: '0 /week' })).toHaveLength(1);
  });

  it('may fall short in some futures', () => {
    expect(process({ capacity: '1 to 10 /week', minimumOrder: 50 })).toEqual([]);
  });
});

describe('a ladder', () => {
  const stages = (...processes: unknown[]) =>
    said(
      'strategies.staged.stages',
      processes.map((process) => ({ process })),
    );

  it('names processes of the scenario, each once', () => {
    expect(stages('cnk')).toEqual([
      'strategies.staged.stages.0.process: must be a process of this scenario: cnc (cnc)',
    ]);
    expect(stages('cnc', 'cnc')).toEqual([
      'strategies.staged.stages.1.process: a ladder must not have a process twice',
    ]);
    expect(stages('toString')).toHaveLength(1);
    expect(said('strategies.staged.stages', [{}])).toEqual([
      'strategies.staged.stages.0.process: is required: the process of this stage, by its name',
    ]);
  });

  it('is asked for once where its name is no text', () => {
    expect(stages(5)).toEqual([
      'strategies.staged.stages.0.process: must be text of at most 2,000 characters',
    ]);
  });

  it('has a step or more', () => {
    expect(stages()).toEqual(['strategies.staged.stages: must be a list of 1 or more']);
    expect(said('strategies', undefined)).toHaveLength(1);
    expect(said('strategies', {})).toHaveLength(1);
  });
});

describe('gates', () => {
  const sold = { marketValidated: { sold: 5 } };

  it.each([
    [{ at: '3 weeks' }],
    [sold],
    [{ ...sold, require: 1 }],
    [{ ...sold, designFrozen: { for: '2 weeks' }, require: 2 }],
  ])('may be %j', (gates) => {
    expect(said('strategies.staged.advanceWhen', gates)).toEqual([]);
  });

  it.each([
    [{}, 'must hold "at" or at least one of demandStable, designFrozen, costPressure, marketValidated'],
    [{ require: 1 }, 'must hold "at"'],
    [{ at: '3 weeks', ...sold }, '"at" must stand alone'],
    [{ at: '3 weeks', require: 1 }, 'has no meaning beside "at"'],
    [{ ...sold, require: 0 }, 'must be a certain whole number from 1 to 4'],
    [{ ...sold, require: 2 }, 'must be from 1 to 1, the number of gates given'],
    [{ marketValidated: {} }, 'is required: units'],
    [{ marketValidatd: { sold: 1 } }, 'is not a known field (marketValidated)'],
  ])('must not be %j', (gates, rule) => {
    for (const field of ['strategies.staged.advanceWhen', 'strategies.staged.stages.0.advanceWhen']) {
      expect(said(field, gates).join('\n')).toContain(`${field}`);
      expect(said(field, gates).join('\n')).toContain(rule);
    }
  });
});

describe('correlations', () => {
  it('join two different quantities of the scenario, each pair once', () => {
    expect(said('correlations', [['market.price', 'plan.demand', -0.5]])).toEqual([]);
    expect(said('correlations', [['market.prise', 'market.model', 0.5]])).toEqual([
      'correlations.0.0: is not a quantity of this scenario (market.price)',
      expect.stringContaining('correlations.0.1: is not a quantity of this scenario'),
    ]);
    expect(said('correlations', [['plan.cv', 'plan.cv', 0.5]])).toEqual([
      'correlations.0: must join two different fields',
    ]);
    expect(
      said('correlations', [
        ['plan.cv', 'plan.demand', 0.5],
        ['plan.demand', 'plan.cv', 0.4],
      ]),
    ).toEqual(['correlations.1: the pair is given twice']);
    expect(said('correlations', [['plan.cv', 'plan.demand', 1.1]])).toHaveLength(1);
    expect(said('correlations', [['plan.cv', 'plan.demand']])).toHaveLength(1);
    expect(said('correlations', { 'plan.cv': 0.5 })).toEqual(['correlations: must be a list']);
  });
});

describe('all rules', () => {
  it('are checked together', () => {
    const text = valid
      .replace('2 years', '600 weeks')
      .replace('level: 500 /month', 'size: 3')
      .replace('process: cnc', 'process: cmc');
    expect(problemsIn(text).map(({ line, path }) => [line, path])).toEqual([
      [1, 'calendar.horizon'],
      [2, 'market.level'],
      [8, 'strategies.staged.stages.0.process'],
    ]);
  });
});
