import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDecimal } from '../../../../src/scenario/design/decimal.ts';
import { type AxisProblem, parseAxis } from '../../../../src/scenario/design/parse-axis.ts';

/** The values of an axis, or what is wrong with it. */
function read(text: string): { levels?: string[]; problems: AxisProblem[] } {
  const problems: AxisProblem[] = [];
  const axis = parseAxis(text, (problem) => problems.push(problem));
  const levels = axis?.levels;
  if (levels === undefined) return { problems };
  return { levels: Array.from({ length: levels.count }, (_, index) => levels.at(index)), problems };
}

function between(text: string, shares: readonly number[]): (string | undefined)[] {
  const axis = parseAxis(text, (problem) => expect(problem).toBeUndefined());
  return shares.map((u) => axis?.cellAt(u));
}

describe('plainDecimal', () => {
  it('writes no exponent and reads back the same', () => {
    expect([0, -0, 1e-7, -1.5e-9, 1e21, 1.25e22, 0.1].map(plainDecimal)).toEqual([
      '0',
      '0',
      '0.0000001',
      '-0.0000000015',
      '1000000000000000000000',
      '12500000000000000000000',
      '0.1',
    ]);
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(plainDecimal(x)).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(plainDecimal(x))).toBe(x === 0 ? 0 : x);
      }),
    );
  });
});

describe('a range', () => {
  it.each([
    ['market.size=20000..80000:7', ['20000', '30000', '40000', '50000', '60000', '70000', '80000']],
    ['x=0..0.3:4', ['0', '0.1', '0.2', '0.3']],

    ['x = 15_000 .. 60_000:3:log', ['15000', '30000', '60000']],
    ['x=15000..60000:5:log', ['15000', '21213.2', '30000', '42426.4', '60000']],
    ['x=1..3:whole', ['1', '2', '3']],
    ['x=1..1000:4:log:whole', ['1', '10', '100', '1000']],
    ['x=0..10:4:whole', ['0', '3', '7', '10']],
    ['x=-2..-1:3', ['-2', '-1.5', '-1']],
    ['x=200..800:3 /month', ['200 /month', '500 /month', '800 /month']],
    ['x=200..800:2/month', ['200 /month', '800 /month']],
    ['x=2..4:3 weeks', ['2 weeks', '3 weeks', '4 weeks']],
    ['x=5%..15%:3', ['5%', '10%', '15%']],
    ['x=1..3%:3 per month', ['1% per month', '2% per month', '3% per month']],
  ])('%s', (text, levels) => {
    expect(read(text).levels).toEqual(levels);
  });

  it('without a count lies anywhere between, rounded to six digits', () => {
    expect(between('x=79..129', [0, 0.5, 1 / 3, 1])).toEqual(['79', '104', '95.6667', '129']);
    expect(between('x=1..100:log', [0, 0.5, 1])).toEqual(['1', '10', '100']);
    expect(between('x=1..100:log:whole', [0.3])).toEqual(['4']);
    expect(between('x=1000000..1000001', [0.5])).toEqual(['1000000.5']);
    expect(between('x=0..3:whole', [0, 0.24, 0.26, 0.999, 1])).toEqual(['0', '0', '1', '3', '3']);
    expect(between('x=0.1234564..2', [0])).toEqual(['0.1234564']);
  });

  it('never leaves its ends and never falls', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.integer(), fc.nat(1e6), share, share, fc.boolean(), (low, width, a, b, isLog) => {
        const from = isLog ? Math.abs(low) + 1 : low;
        const to = from + width + 1;
        const text = `x=${from}..${to}${isLog ? ':log' : ''}`;
        const [x = 0, y = 0] = between(text, [Math.min(a, b), Math.max(a, b)]).map(Number);
        expect(from <= x && x <= y && y <= to).toBe(true);
      }),
    );
  });

  it.each([
    ['x=5..1:3', 'low must be less than high'],
    ['x=0..1:3:log', 'above 0'],
    ['x=0..1:1', 'count must be from 2'],
    ['x=0.5..2:whole', 'whole numbers'],
    ['x=0..3:9:whole', 'only 4 whole numbers'],
    ['x=0..1:3:lgo', 'after a range comes'],
    ['x=0..1:3:4', 'one count'],
    ['x=5%..10', 'both ends must be in %'],
    ['x=1..b', 'a range is written'],
    ['x=1..2 :3', 'a range is written'],
    ['x=1..2:3 4', 'a range is written'],
    ['x', 'must read field='],
    ['=1..2', 'must read field='],
    ['x=', 'must read field='],
  ])('refuses %s', (text, rule) => {
    const { levels, problems } = read(text);
    expect(levels).toBeUndefined();
    expect(problems.map((problem) => problem.rule).join()).toContain(rule);
  });

  it('reports every problem of one text, and the nearest word', () => {
    const { problems } = read('x=5..-1:1:logg');
    expect(problems).toHaveLength(3);
    expect(problems[0]?.nearest).toBe('log');
  });
});

describe('a list', () => {
  it.each([
    ['finance.openingCash=100000,250000, 400000', ['100000', '250000', '400000']],
    ['x=2,4,6 weeks', ['2 weeks', '4 weeks', '6 weeks']],
    ['x=2 weeks,1 months', ['2 weeks', '1 months']],
    ['x=100,200 /month', ['100 /month', '200 /month']],
    ['x=5,10%', ['5%', '10%']],
    ['x=pert(1, 2, 4),uniform(0, 3)', ['pert(1, 2, 4)', 'uniform(0, 3)']],
    ['x="a,b",c', ['"a,b"', 'c']],
    ['x=[1,2],[3,4]', ['[1,2]', '[3,4]']],
    ['x=week,month', ['week', 'month']],
    ['x=10 to 20,15', ['10 to 20', '15']],
    ['x=10,15 to 20', ['10', '15 to 20']],
    ['x=10,15 to 20 weeks', ['10', '15 to 20 weeks']],
    ['x=unlimited', ['unlimited']],
    ['x=empirical(../a.csv, b),1', ['empirical(../a.csv, b)', '1']],
  ])('%s', (text, levels) => {
    expect(read(text).levels).toEqual(levels);
  });

  it('refuses a gap and a value given twice', () => {
    expect(read('x=1,,2').problems[0]?.rule).toContain('missing');
    expect(read('x=1,2,1').problems[0]?.rule).toContain('twice');
  });
});
