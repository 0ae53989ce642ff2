import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../src/errors.ts';
import { rootKey } from '../../../../src/random/seed.ts';
import { setCsv } from '../../../../src/scenario/design/csv.ts';
import { latinHypercubeColumn } from '../../../../src/scenario/design/latin-hypercube.ts';
import {
  type DesignRequest,
  type FieldCheck,
  planDesign,
} from '../../../../src/scenario/design/plan-design.ts';

const request = (design: string, vary: readonly string[], rows?: string, seed = 'a'): DesignRequest => ({
  design,
  vary,
  seed,
  ...(rows === undefined ? {} : { rows }),
});

function rowsOf(asked: DesignRequest): readonly (readonly string[])[] {
  const design = planDesign(asked);
  return Array.from({ length: design.count }, (_, index) => design.row(index));
}

function problemsOf(asked: DesignRequest, check?: FieldCheck) {
  try {
    planDesign(asked, check);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

const column = (asked: DesignRequest, place: number) => rowsOf(asked).map((row) => row[place]);

describe('a grid', () => {
  it('holds every combination once, the last field changing fastest', () => {
    expect(rowsOf(request('grid', ['a=1..2:2', 'b=x,y,z']))).toEqual([
      ['grid-0001', '1', 'x'],
      ['grid-0002', '1', 'y'],
      ['grid-0003', '1', 'z'],
      ['grid-0004', '2', 'x'],
      ['grid-0005', '2', 'y'],
      ['grid-0006', '2', 'z'],
    ]);
  });

  it('names every row of a large one differently, all equally long', () => {
    const names = column(request('grid', ['a=1..200:whole', 'b=1..60:whole']), 0);
    expect(new Set(names).size).toBe(12_000);
    expect([names[0], names.at(-1)]).toEqual(['grid-00001', 'grid-12000']);
  });
});

describe('a Latin hypercube', () => {
  it('has one value in each of as many strata as rows', () => {
    const values = column(request('lhs', ['a=0..100', 'b=5..9'], '50'), 1).map(Number);
    expect(new Set(values.map((value) => Math.min(49, Math.floor(value / 2)))).size).toBe(50);
    const raw = latinHypercubeColumn(rootKey('a'), 'a', 1000);
    expect(new Set(raw.map((u) => Math.floor(u * 1000))).size).toBe(1000);
  });

  it('shares rows out evenly over a list', () => {
    const values = column(request('lhs', ['a=x,y,z'], '30'), 1);
    for (const name of ['x', 'y', 'z']) expect(values.filter((value) => value === name)).toHaveLength(10);
  });

  it('keeps a field’s column when another is added, and changes with the seed', () => {
    const alone = column(request('lhs', ['a=0..1'], '20'), 1);
    expect(column(request('lhs', ['b=0..1', 'a=0..1'], '20'), 2)).toEqual(alone);
    expect(column(request('lhs', ['a=0..1'], '20', 'b'), 1)).not.toEqual(alone);
  });
});

describe('a Sobol’ design', () => {
  it('fills the plane evenly, a point in each of 64 cells', () => {
    const rows = rowsOf(request('sobol', ['a=0..8', 'b=0..8'], '64'));
    const cells = rows.map(([, a, b]) => Math.floor(Number(a)) * 8 + Math.floor(Number(b)));
    expect(new Set(cells).size).toBe(64);
    expect(rows[0]?.[0]).toBe('sobol-0001');
  });

  it('keeps the rows that it has when it grows', () => {
    const few = rowsOf(request('sobol', ['a=0..8', 'b=0..8'], '10'));
    expect(rowsOf(request('sobol', ['a=0..8', 'b=0..8'], '20')).slice(0, 10)).toEqual(few);
  });
});

describe('planDesign', () => {
  it('reports every problem at once, with the nearest names', () => {
    const check: FieldCheck = (field) =>
      field.startsWith('market.pr')
        ? undefined
        : { value: field, rule: 'is not a field of this scenario', nearest: 'market.price' };
    const problems = problemsOf(
      request('lsh', ['market.prise=3..1', 'marke.price=1..2', 'market.prise=5', 'nothing'], 'many'),
      check,
    );
    expect(problems.map(({ path, rule, nearest }) => [path, rule.slice(0, 18), nearest])).toEqual([
      ['design', 'must be one of gri', 'lhs'],
      ['vary', 'low must be less t', undefined],
      ['vary', 'is not a field of ', 'market.price'],
      ['vary', 'the field is given', undefined],
      ['vary', 'must read field=lo', undefined],
    ]);
  });

  it.each([
    [request('grid', []), 'at least one field'],
    [request('grid', ['a=1..2']), 'needs a count'],
    [request('grid', ['a=1..2:2'], '5'), 'as many rows as'],
    [request('grid', ['a=1..2:2000', 'b=1..2:2000']), 'at most 1000000'],
    [request('lhs', ['a=1..2']), 'from 1 to 1000000'],
    [request('lhs', ['a=1..2'], '0'), 'from 1 to 1000000'],
    [request('sobol', ['a=1..2'], '1e3'), 'from 1 to 1000000'],
    [
      request(
        'sobol',
        Array.from({ length: 1112 }, (_, i) => `a${i}=1..2`),
        '4',
      ),
      'at most 1111',
    ],
  ])('refuses %j', (asked, rule) => {
    expect(
      problemsOf(asked)
        .map((problem) => problem.rule)
        .join(),
    ).toContain(rule);
  });
});

describe('setCsv', () => {
  it('is RFC 4180, with CRLF and quotes where they are needed', () => {
    const design = planDesign(request('grid', ['market.price=pert(1, 2, 4),3', 'note="x",y']));
    expect([...setCsv(design)].join('').split('\r\n').slice(0, 3)).toEqual([
      'scenario,market.price,note',
      'grid-0001,"pert(1, 2, 4)","""x"""',
      'grid-0002,"pert(1, 2, 4)",y',
    ]);
  });

  it('comes in pieces that together hold every row', () => {
    const pieces = [...setCsv(planDesign(request('sobol', ['a=0..1', 'b=0.1..1:log'], '2500')))];
    expect(pieces).toHaveLength(4);
    const records = parse(pieces.join(''), { columns: true });
    expect(records).toHaveLength(2500);
    expect(records.at(-1)).toHaveProperty('scenario', 'sobol-2500');
  });
});
