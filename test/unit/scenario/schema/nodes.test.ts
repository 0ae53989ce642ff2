import { describe, expect, it } from 'vitest';
import { InputError, type Problem } from '../../../../src/errors.ts';
import { list } from '../../../../src/scenario/schema/list.ts';
import { named } from '../../../../src/scenario/schema/named.ts';
import { nearestName } from '../../../../src/scenario/schema/names.ts';
import { dotted, type Node, shown } from '../../../../src/scenario/schema/node.ts';
import { profile } from '../../../../src/scenario/schema/profile.ts';
import { optionalQuantity, quantity } from '../../../../src/scenario/schema/quantity.ts';
import { choice, optionalWhole, text, whole } from '../../../../src/scenario/schema/scalars.ts';
import { seasonality } from '../../../../src/scenario/schema/seasonality.ts';
import { optionalSection, section } from '../../../../src/scenario/schema/section.ts';

/** Returns what a node reads, and what it reports on the way as `path: rule`. */
function read<T>(node: Node<T>, raw: unknown) {
  const reported: string[] = [];
  const nearest: (string | undefined)[] = [];
  const value = node.read(raw, ['at'], {
    report: (path, problem: Problem) => {
      reported.push(`${dotted(path)}: ${problem.rule}`);
      nearest.push(problem.nearest);
    },
    readColumn: (_, column) => {
      if (column === 'none') throw new InputError([{ rule: 'is not a column' }]);
      return [1, 2, 3];
    },
  });
  return { value, reported, nearest };
}

describe('quantity', () => {
  it('reads a number or a text, and stands in for what was not written', () => {
    const node = quantity('money', 'price', { standard: 3 });
    expect(read(node, 12.5).value).toMatchObject({ text: '12.5', kind: 'money', written: true });
    expect(read(node, '1 to 2').value.distribution.type).toBe('lognormal');
    expect(read(node, undefined).value).toMatchObject({ text: '3', written: false });
    expect(read(node, undefined).reported).toEqual([]);
  });

  it('is required without a standard value', () => {
    expect(read(quantity('money', 'price'), undefined).reported).toEqual(['at: is required: money']);
    expect(read(optionalQuantity('money', 'price'), undefined)).toEqual({
      value: undefined,
      reported: [],
      nearest: [],
    });
  });

  it.each([[null], [true], [['1']], [new Map()]])('refuses %j', (raw) => {
    expect(read(quantity('money', 'price', { standard: 0 }), raw).reported).toEqual([
      'at: must be a number or a text: money',
    ]);
  });

  it.each([
    [''],
    ['  '],
    ['-1'],
    [-1],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    ['1e101'],
    ['5 weeks'],
    ['5,000'],
    ['normal(1, -1)'],
  ])('refuses %j as money', (raw) => {
    expect(read(quantity('money', 'price', { standard: 0 }), raw).reported).toHaveLength(1);
  });

  it('takes the word for no limit, and it alone', () => {
    const node = quantity('units', 'tool life', { absent: 'unlimited' });
    for (const raw of [undefined, 'unlimited']) {
      expect(read(node, raw).value.distribution).toEqual({
        type: 'constant',
        value: Number.POSITIVE_INFINITY,
      });
    }
    expect(read(node, 'never').reported).toHaveLength(1);
  });
});

describe('scalars', () => {
  it('read a word out of a few, and name the nearest', () => {
    const node = choice(['week', 'month'], 'length', 'week');
    expect(read(node, undefined)).toMatchObject({ value: 'week', reported: [] });
    expect(read(node, 'month').value).toBe('month');
    expect(read(node, 'mnth')).toMatchObject({
      value: 'week',
      reported: ['at: must be one of week, month'],
      nearest: ['month'],
    });
    expect(read(node, 5).reported).toHaveLength(1);
    expect(read(choice(['a', 'b'], 'x'), undefined).reported).toEqual(['at: is required: one of a, b']);
  });

  it('read whole numbers within bounds', () => {
    const node = whole('month', 1, 12, 1);
    expect([1, 12, '7', ' 7 ', undefined].map((raw) => read(node, raw).value)).toEqual([1, 12, 7, 7, 1]);
    for (const raw of [0, 13, 1.5, '1.5', '', null, '1e1', Number.NaN, '0x3', -0.5]) {
      expect(read(node, raw).reported).toEqual(['at: must be a certain whole number from 1 to 12']);
    }
    expect(read(optionalWhole('require', 1, 4), undefined).value).toBeUndefined();
  });

  it('read text up to a length', () => {
    expect(read(text('name', ''), 'x'.repeat(2_000)).reported).toEqual([]);
    for (const raw of ['x'.repeat(2_001), 5, null, []])
      expect(read(text('name', ''), raw).reported).toHaveLength(1);
  });
});

describe('section', () => {
  const node = section({ a: whole('a', 0, 9, 1), inner: section({ b: quantity('money', 'b') }) });

  it('reads its parts, and is required where a part is', () => {
    expect(
      read(
        node,
        new Map<string, unknown>([
          ['a', 2],
          ['inner', new Map([['b', 5]])],
        ]),
      ).value.a,
    ).toBe(2);
    expect(node.required).toBe(true);
    expect(read(node, undefined).reported).toEqual(['at.inner.b: is required: money']);
    expect(optionalSection({ b: quantity('money', 'b') }).required).toBe(false);
    expect(read(optionalSection({ b: quantity('money', 'b') }), undefined)).toMatchObject({
      value: undefined,
      reported: [],
    });
  });

  it('names the nearest known field', () => {
    const unknown = read(
      node,
      new Map<unknown, unknown>([
        ['inne', 1],
        ['__proto__', 1],
        [5, 1],
      ]),
    );
    expect(unknown.reported).toEqual([
      'at.inne: is not a known field',
      'at.__proto__: is not a known field',
      'at.5: is not a known field',
      'at.inner.b: is required: money',
    ]);
    expect(unknown.nearest[0]).toBe('inner');
  });

  it.each([[null], [5], ['a'], [[]]])('refuses %j', (raw) => {
    expect(read(node, raw).reported[0]).toBe('at: must be a section with named fields');
  });
});

describe('named', () => {
  const node = named(section({ a: whole('a', 0, 9, 1) }), 'p', 'things');
  const reportedFor = (key: unknown) => read(node, new Map([[key, new Map()]])).reported;

  it('keeps the order of the author', () => {
    const { value } = read(
      node,
      new Map([
        ['z', null],
        ['a', new Map([['a', 3]])],
      ]),
    );
    expect(Object.keys(value)).toEqual(['z', 'a']);
    expect(value['a']?.a).toBe(3);
  });

  it.each([
    ['__proto__', 'is reserved'],
    ['constructor', 'is reserved'],
    ['prototype', 'is reserved'],
    ['', 'must have 1 to 80 characters'],
    ['x'.repeat(81), 'must have 1 to 80 characters'],
    [' x', 'must not begin or end with a space'],
    ['a.b', 'must not hold a dot'],
    ['17', 'must not be a whole number'],
    [17, 'must not be a whole number'],
    ['a\nb', 'must not hold control characters'],
    ['a\u001b[31m', 'must not hold control characters'],
    ['a\u202eb', 'must not hold control characters'],
    [true, 'must be a text: put it in quotes'],
    [null, 'must be a text: put it in quotes'],
    [['a', 'b'], 'must be a text: put it in quotes'],
  ])('refuses the name %j', (key, fault) => {
    expect(reportedFor(key)).toEqual([`at.${String(key)}: the name ${fault}`]);
  });

  it.each(['größe', 'wait & see', 'toString', 'hasOwnProperty', 'α→β', 'x'.repeat(80)])(
    'takes the name %j',
    (key) => {
      expect(reportedFor(key)).toEqual([]);
    },
  );

  it.each([[undefined], [null], [new Map()], [[]], ['cnc']])('refuses %j, which names nothing', (raw) => {
    expect(read(node, raw).reported).toEqual(['at: must name at least one: things']);
  });
});

describe('list', () => {
  it('reads each item at its place', () => {
    const node = list(whole('a', 0, 9, 1), 'numbers');
    expect(read(node, [1, 10, 'x'])).toMatchObject({
      value: [1, 1, 1],
      reported: [expect.stringContaining('at.1'), expect.stringContaining('at.2')],
    });
    expect(read(node, undefined)).toMatchObject({ value: [], reported: [] });
    expect(read(node, null).reported).toEqual(['at: must be a list']);
    expect(read(list(whole('a', 0, 9, 1), 'numbers', 1), []).reported).toEqual([
      'at: must be a list of 1 or more',
    ]);
  });
});

describe('profile and seasonality', () => {
  it('read numbers, or a column of a file', () => {
    expect(read(profile('p'), [0, 1.5]).value).toEqual([0, 1.5]);
    expect(read(profile('p'), 'demand.csv:weekly').value).toEqual([1, 2, 3]);
    expect(read(profile('p'), 'C:\\data.csv:weekly').value).toEqual([1, 2, 3]);
    expect(read(profile('p'), 'demand.csv:none').reported).toEqual(['at: is not a column']);
    expect(read(seasonality('s'), Array(12).fill(1)).value).toEqual(Array(12).fill(1));
    expect(read(seasonality('s'), undefined).value).toEqual(Array(12).fill(1));
  });

  it.each([[[]], [[-1]], [['1']], [[Number.NaN]], [Array(521).fill(1)], ['demand.csv'], [':weekly'], [5]])(
    'refuse the profile %j',
    (raw) => {
      expect(read(profile('p'), raw).reported).toEqual([
        'at: must be a list of 1 to 520 numbers ≥ 0, or "file.csv:column"',
      ]);
    },
  );

  it.each([
    [[1]],
    [Array(13).fill(1)],
    [Array(12).fill('1')],
    [Array(12).fill(2)],
    [[-1, ...Array(11).fill(13 / 11)]],
    [1],
  ])('refuse the seasons %j', (raw) => {
    expect(read(seasonality('s'), raw).reported).toHaveLength(1);
  });
});

describe('words for people', () => {
  it('name the nearest name only where one may be meant', () => {
    const known = ['openingCash', 'burn', 'salvage'];
    expect(nearestName('openingcash', known)).toBe('openingCash');
    expect(nearestName('salvge', known)).toBe('salvage');
    expect(nearestName('completely different', known)).toBeUndefined();
    expect(nearestName('x'.repeat(1_000), known)).toBeUndefined();
    expect(nearestName('a', [])).toBeUndefined();
  });

  it('show a value in one short line', () => {
    expect([new Map(), [], 'a"b', null, 5].map(shown)).toEqual([
      'a section',
      'a list',
      '"a\\"b"',
      'null',
      '5',
    ]);
    expect(shown('x'.repeat(500)).length).toBe(78);
    expect(shown('a\nb')).toBe('"a\\nb"');
  });
});
