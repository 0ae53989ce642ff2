import { describe, expect, it } from 'vitest';
import { describeProblem, InputError } from '../../../../src/errors.ts';
import { readScenario } from '../../../../src/scenario/read/scenario.ts';
import { sourceOf } from '../../../arbitraries/read-plain.ts';
import { problemsIn, problemsWith, valid } from '../problems-in.ts';

describe('a scenario with much wrong', () => {
  const text = `calendar: { period: wek, horizon: 11 years, startMonth: 13 }
market: { model: levle, price: -3, sizee: 4, seasonality: [1, 2], level: 5 /week }
plan: { demand: 500, cv: high }
finance:
  openingCash: triangular(5, 2, 3)
  burn: 3 weeks
  holdingRate: normal(0.1, -1)
  salvage: "discrete(0: 0.5, 1: 0.6)"
  discountRate: -2
processes:
  cnc: { scal: short-run, lead: 2 /week, yield: 0, batch: 2.5 }
  mould: { from: injection-moulding }
strategies:
  staged:
    initialOrder: 100
    stages: [{ process: cnk }, { process: cnc }, { process: cnc }]
    advanceWhen: { at: 3 weeks, designFrozen: { for: 3 weeks } }
  other: { stages: [], advanceWhen: { require: 3, marketValidated: { sold: 3 } } }
correlations: [[market.prise, plan.demand, 0.3], [plan.demand, plan.cv, 2], 5]
`;
  const problems = problemsIn(text);

  it('lists every problem at once, each with its line', () => {
    expect(problems.map(({ line, path }) => `${line} ${path}`).sort()).toEqual(
      [
        '1 calendar.period',
        '1 calendar.startMonth',
        '2 market.model',
        '2 market.price',
        '2 market.sizee',
        '2 market.seasonality',
        '3 plan.demand',
        '3 plan.cv',
        '5 finance.openingCash',
        '6 finance.burn',
        '7 finance.holdingRate',
        '8 finance.salvage',
        '9 finance.discountRate',
        '11 processes.cnc.scal',
        '11 processes.cnc.scale',
        '11 processes.cnc.lead',
        '11 processes.cnc.yield',
        '11 processes.cnc.batch',
        '12 processes.mould.from',
        '16 strategies.staged.stages.0.process',
        '16 strategies.staged.stages.2.process',
        '17 strategies.staged.advanceWhen',
        '18 strategies.other.initialOrder',
        '18 strategies.other.stages',
        '18 strategies.other.advanceWhen.require',
        '19 correlations.0.0',
        '19 correlations.1',
        '19 correlations.2',
      ].sort(),
    );
  });

  it('says of each the file, a rule, the value where there is one, and the nearest name', () => {
    expect(
      problems.every(
        ({ file, column, rule }) => file === 'scenario.yaml' && (column ?? 0) > 0 && rule !== '',
      ),
    ).toBe(true);
    const nearest = Object.fromEntries(problems.map((problem) => [problem.path, problem.nearest]));
    expect(nearest).toMatchObject({
      'calendar.period': 'week',
      'market.model': 'level',
      'market.sizee': 'size',
      'processes.cnc.scal': 'scale',
      'processes.mould.from': 'injection-molding',
      'strategies.staged.stages.0.process': 'cnc',
      'correlations.0.0': 'market.price',
    });
    expect(problems.map(describeProblem)).toContain(
      'scenario.yaml:2:25: market.price: must be at least 0 (got "-3")',
    );
  });

  it('makes no rule complain about a field that could not be read', () => {
    expect(problems.filter(({ path }) => path === 'calendar.horizon' || path === 'market.level')).toEqual([]);
    expect(problemsWith('market.model', undefined).map(({ path }) => path)).toEqual(['market.model']);
    expect(problemsWith('calendar.horizon', undefined).map(({ path }) => path)).toEqual(['calendar.horizon']);
  });
});

describe('readScenario', () => {
  it('reads what is valid', () => {
    expect(problemsIn(valid)).toEqual([]);
    expect(problemsIn(valid.replaceAll('\n', '\r\n'))).toEqual([]);
  });

  it('lists nothing but what is required where nothing is written', () => {
    expect(problemsIn('{}', 'scenario.json').map(({ path }) => path)).toEqual([
      'calendar.horizon',
      'market.model',
      'market.price',
      'plan.demand',
      'finance.openingCash',
      'processes',
      'strategies',
    ]);
  });

  it('starts a process from the catalogue, under what the author writes', () => {
    const text = valid.replace('cnc: { scale: short-run,', 'cnc: { from: cnc-machining,');
    const { cnc } = readScenario(sourceOf(text)).processes;
    expect([cnc?.scale, cnc?.material.text, cnc?.lead.text]).toEqual(['short-run', '20', '2 weeks']);
    expect(cnc?.setup.distribution.type).toBe('lognormal');
  });

  it('reads columns of data files beside the scenario, and says what is wrong with one', () => {
    expect(problemsWith('market.price', 'empirical(demand.csv, weekly)')).toEqual([]);
    const rulesOf = (value: string) => problemsWith('market.price', value).map(({ rule }) => rule);
    expect(rulesOf('empirical(missing.csv, weekly)')).toEqual(['the data file does not exist']);
    expect(rulesOf('empirical(../arbitraries/demand.csv, weekly)')).toEqual([]);
    expect(rulesOf('empirical(../../package.json, weekly)')).toEqual([
      'a data file must lie in the folder of the scenario or below',
    ]);
    expect(problemsWith('market.price', 'empirical(demand.csv, weakly)')).toMatchObject([
      { path: 'market.price', rule: 'is not a column of the data file demand.csv', nearest: 'weekly' },
    ]);
    expect(problemsWith('market.profile', 'demand.csv:weakly')).toMatchObject([{ nearest: 'weekly' }]);
  });

  it('lays the cells of a set over the base, and says where they stand', () => {
    const cell = (field: string, text: string) => ({ field, text, file: 'set.csv', row: 3, column: 2 });
    const source = sourceOf(valid);
    const read = (...cells: ReturnType<typeof cell>[]) => readScenario(source, cells);
    expect(read(cell('market.price', '120')).market.price.text).toBe('120');
    expect(
      read(cell('strategies.staged.stages.0.cover', '6 weeks')).strategies['staged']?.stages[0]?.cover.text,
    ).toBe('6 weeks');
    expect(read(cell('market.seasonality', `[${Array(12).fill(1)}]`)).market.seasonality).toEqual(
      Array(12).fill(1),
    );
    expect(read(cell('calendar.startMonth', ' 7 ')).calendar.startMonth).toBe(7);
    expect(() => read(cell('market.price', 'cheap'))).toThrow(/^set\.csv:3:2: market\.price: .*cheap/);
    expect(() => read(cell('market.price.deeper', '1'))).toThrow('lies below a field that holds a value');
    expect(() => read(cell('strategies.staged.stages.4.cover', '1 week'))).toThrow('a place in the list');
    expect(read().market.price.text).toBe('99');
  });

  it('throws one error with exit code 2', () => {
    expect(() => readScenario(sourceOf('a: 1'))).toThrow(InputError);
    expect(() => readScenario(sourceOf('a: 1'))).toThrow(expect.objectContaining({ exitCode: 2 }));
  });

  it('keeps hostile names from reaching any object', () => {
    const hostile = JSON.stringify({ processes: 1 }).replace(
      '1',
      '{"__proto__": {"scale": "mass"}, "constructor": {"scale": "mass"}, "prototype": {"scale": "mass"}, "toString": {"scale": "mass"}}',
    );
    const problems = problemsIn(hostile, 'scenario.json').filter(({ path }) => path?.startsWith('processes'));
    expect(problems.map(({ path, rule }) => `${path}: ${rule}`)).toEqual([
      'processes.__proto__: the name is reserved',
      'processes.constructor: the name is reserved',
      'processes.prototype: the name is reserved',
    ]);
    expect(problemsWith('__proto__', { polluted: 1 })).toBeDefined();
    expect(
      problemsIn(`${valid}__proto__: { polluted: 1 }\nconstructor: { a: 1 }\n`).map(({ path }) => path),
    ).toEqual(['__proto__', 'constructor']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
