import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvHeader, csvRows } from '../../../src/report/csv.ts';
import { type Cell, integerColumn, numberColumn, type Table, textColumn } from '../../../src/report/table.ts';

interface Row {
  readonly text: string | undefined;
  readonly number: number | undefined;
}

const table: Table<Row> = {
  file: 'any.csv',
  row: 'row',
  columns: [
    textColumn('text', 'a text', (row) => row.text),
    numberColumn('number', '1', 'a number', (row) => row.number),
    integerColumn('whole', '1', 'the number rounded', (row) =>
      row.number === undefined ? undefined : Math.round(row.number),
    ),
  ],
};

const line = (text: Cell, number?: number) => csvRows(table, [{ text: text as string | undefined, number }]);

describe('csv', () => {
  it('has a header and rows that end as RFC 4180 says', () => {
    expect(csvHeader(table)).toBe('text,number,whole\r\n');
    expect(
      csvRows(table, [
        { text: 'a', number: 1.5 },
        { text: 'b', number: 2 },
      ]),
    ).toBe('a,1.5,2\r\nb,2,2\r\n');
    expect(csvRows(table, [])).toBe('');
  });

  it.each([
    [0.1 + 0.2, '0.30000000000000004'],
    [1e21, '1e+21'],
    [123456789012, '123456789012'],
    [-0, '0'],
    [5e-324, '5e-324'],
    [-1234567.25, '-1234567.25'],
  ])('writes %d as the shortest text that reads back', (number, text) => {
    expect(line('', number).split(',')[1]).toBe(text);
  });

  it('reads back every finite number to the bit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(Number(line('', number).split(',')[1])).toBe(number + 0);
      }),
      { seed: 1 },
    );
  });

  it.each([[undefined], [Number.NaN], [Number.POSITIVE_INFINITY], [Number.NEGATIVE_INFINITY]])(
    'leaves the cell of %s empty',
    (number) => {
      expect(line('a', number).startsWith('a,,')).toBe(true);
      expect(line(undefined, 1)).toBe(',1,1\r\n');
    },
  );

  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', "=cmd|' /C calc'!A0", '-1000 to 500'])(
    'keeps a spreadsheet from running %j',
    (text) => {
      const [cell] = parse(line(text))[0] as [string];
      expect(cell).toBe(`'${text}`);
    },
  );

  it.each(['-5', '+3.25', 'a=b', '5 to 9', '10%', '-1_000'])('leaves %j as it was written', (text) => {
    expect(parse(line(text))[0]?.[0]).toBe(text);
  });

  it.each(['a,b', 'a"b', 'a\nb', 'a\rb', 'a\r\nb', ' padded ', 'größe “7”', '', ';'])(
    'keeps %j in one cell',
    (text) => {
      expect(parse(line(text))).toEqual([[text, '', '']]);
    },
  );

  it('keeps any text in one cell', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const [[cell = ''] = []] = parse(line(`x${text}`));
        expect(cell).toBe(`x${text}`);
      }),
      { seed: 2 },
    );
  });
});
