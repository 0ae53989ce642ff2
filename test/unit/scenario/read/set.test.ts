import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InputError, type Problem } from '../../../../src/errors.ts';
import { readSet } from '../../../../src/scenario/read/set.ts';
import { sourceOf } from '../../../arbitraries/read-plain.ts';
import { valid } from '../problems-in.ts';

const folder = mkdtempSync(join(tmpdir(), 'shortrun-read-set-'));
const file = join(folder, 'set.csv');
const base = sourceOf(valid);

function read(csv: string, source = base) {
  writeFileSync(file, csv);
  return readSet(file, source).rows;
}

function problemsOf(csv: string, source = base): readonly Partial<Problem>[] {
  try {
    read(csv, source);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map((problem) => (problem.file === file ? { ...problem, file: 'set' } : problem));
  }
}

describe('readSet', () => {
  it('returns the rows in order, and the cells that are not empty', () => {
    const rows = read('scenario,market.price,plan.demand\nb,120,\na,,"400 to 600 /month"\n');
    expect(rows.map(({ name }) => name)).toEqual(['b', 'a']);
    expect(
      rows.map(({ overrides }) =>
        overrides.map(({ field, text, row, column }) => [field, text, row, column]),
      ),
    ).toEqual([[['market.price', '120', 2, 2]], [['plan.demand', '400 to 600 /month', 3, 3]]]);
  });

  it.each([
    ['CRLF', 'scenario,market.price\r\na,1\r\n'],
    ['a byte order mark', '\uFEFFscenario,market.price\na,1\n'],
    ['no line end at the end', 'scenario,market.price\na,1'],
    ['spaces around cells', 'scenario , market.price\n a , 1 \n'],
    ['quotes', '"scenario","market.price"\n"a","1"\n'],
  ])('takes a file with %s', (_, csv) => {
    expect(read(csv).map(({ name, overrides }) => [name, overrides[0]?.text])).toEqual([['a', '1']]);
  });

  it.each([
    ['', [{ file: 'set', rule: 'the file is empty' }]],
    ['scenario,market.price\n', [{ file: 'set', rule: 'the set has no rows' }]],
    [
      'name,market.price\na,1\n',
      [{ line: 1, column: 1, value: '"name"', rule: 'the first column must be called "scenario"' }],
    ],
    [
      'scenario,market.prise\na,1\n',
      [{ line: 1, column: 2, value: '"market.prise"', nearest: 'market.price' }],
    ],
    [
      'scenario,market.price,market.price\na,1,2\n',
      [{ line: 1, column: 3, rule: 'the column is given twice' }],
    ],
    ['scenario,__proto__.polluted\na,1\n', [{ line: 1, column: 2, rule: 'is not a field of this scenario' }]],
    ['scenario,processes.constructor.tooling\na,1\n', [{ line: 1, column: 2 }]],
    [
      'scenario,market.price\na,1\nb\nc,2,3\n',
      [
        { line: 3, value: '1 cells', rule: 'must have 2 cells, as the header has' },
        { line: 4, value: '3 cells', rule: 'must have 2 cells, as the header has' },
      ],
    ],
    [
      'scenario,market.price\na,1\na,2\n',
      [{ line: 3, column: 1, value: '"a"', rule: 'the scenario is given twice, first in row 2' }],
    ],
    ['scenario,market.price\n,1\n', [{ line: 2, column: 1, rule: 'the scenario must have a name' }]],
    ['scenario,market.price\na,cheap\n', [{ line: 2, column: 2, path: 'market.price', value: '"cheap"' }]],
    ['scenario,plan.demand\na,400\n', [{ line: 2, column: 2, path: 'plan.demand' }]],
    ['scenario,market.price\na,"1\n', [{ rule: expect.stringContaining('is not a valid CSV') }]],
  ])('refuses %j', (csv, expected) => {
    expect(problemsOf(csv)).toEqual(
      expected.map((each) => expect.objectContaining({ file: 'set', ...each })),
    );
  });

  it('lists what is wrong with header, rows and values at once', () => {
    const csv = 'scenario,market.price,market.sise\na,-1,3\na,2,3\nb,3\nc,high,3\n';
    expect(problemsOf(csv).map(({ line, column, path }) => [line, column, path])).toEqual([
      [1, 3, 'market.sise'],
      [3, 1, undefined],
      [4, undefined, undefined],
      [2, 2, 'market.price'],
      [5, 2, 'market.price'],
    ]);
  });

  it('counts rows as a spreadsheet does, empty ones too', () => {
    expect(problemsOf('scenario,market.price\n\na,1\n\n\nb,low\n')).toMatchObject([
      { line: 6, column: 2, value: '"low"' },
    ]);
  });

  it('blames the row where only with it a rule is broken that names a field of the base', () => {
    const source = sourceOf(valid.replace('material: 20', 'material: 20, capacity: 10 /week'));
    expect(problemsOf('scenario,processes.cnc.minimumOrder\na,20\nb,200\n', source)).toEqual([
      expect.objectContaining({ file: 'set', line: 3, path: 'processes.cnc.capacity' }),
    ]);
  });

  it('says once what is wrong with the base, and not at all where every row puts it right', () => {
    const broken = sourceOf(valid.replace('price: 99', 'price: -99'));
    expect(problemsOf('scenario,plan.cv\na,1\nb,2\n', broken)).toEqual([
      expect.objectContaining({ file: 'scenario.yaml', line: 2, path: 'market.price' }),
    ]);
    expect(read('scenario,market.price\na,1\nb,2\n', broken)).toHaveLength(2);
  });

  it('shows at most a hundred problems and counts the rest', () => {
    const rows = Array.from({ length: 150 }, (_, index) => `row ${index},x`);
    const problems = problemsOf(`scenario,market.price\n${rows.join('\n')}\n`);
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)?.rule).toBe('and 50 more problems');
  });
});
