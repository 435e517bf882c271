import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csvOf } from '../../../src/lib/spreadsheets/csv';
import { csvwOf, type CsvwDescription } from '../../../src/lib/spreadsheets/csvw';
import { workbook, workbooks } from './some_workbooks';

const read = (text: string) =>
  Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n', skipEmptyLines: true }).data;
const wouldRun = /^[=+\-@\t\r\n]/;

test('every cell of a CSV comes back, behind an apostrophe where a spreadsheet would run it', () => {
  fc.assert(
    fc.property(workbooks, ({ tables }) => {
      for (const table of tables) {
        const [headings, ...rows] = read(csvOf(table));
        expect(headings).toEqual(table.columns.map(({ heading }) => heading));
        rows.forEach((row, index) =>
          row.forEach((cell, column) => {
            const given = table.rows[index]![column]!;
            if (typeof given === 'number') expect(Number(cell)).toBe(given + 0);
            else expect(cell).toBe(wouldRun.test(given) ? `'${given}` : given);
          }),
        );
        expect(rows).toHaveLength(table.rows.length);
      }
    }),
  );
});

test('a number in a CSV has no exponent, and none is lost', () => {
  const columns = [{ heading: 'Number', holds: 'two decimals' as const }];
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = csvOf({ title: 'x', lines: [], columns, rows: [[value]] });
      const cell = read(text)[1]![0]!;
      expect(cell).toMatch(/^-?\d+(\.\d+)?$/);
      expect(Number(cell)).toBe(value + 0);
    }),
  );
  const rows = [[1.5e21], [-1.25e-7], [0.1], [-2]];
  expect(csvOf({ title: 'x', lines: [], columns, rows })).toBe(
    'Number\r\n1500000000000000000000\r\n-0.000000125\r\n0.1\r\n-2\r\n',
  );
});

test('what is no number is refused', () => {
  const columns = [{ heading: 'Number', holds: 'percent' as const }];
  expect(() => csvOf({ title: 'x', lines: [], columns, rows: [[Number.NaN]] })).toThrow(RangeError);
});

const table = workbook.tables[0]!;
const description: CsvwDescription = {
  title: workbook.title,
  description: 'Figures of the county, protected.',
  language: 'en-GB',
  licence: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  source: 'The county’s extracts',
  made: workbook.made,
  files: [
    {
      name: 'NEET by district.csv',
      title: table.title,
      columns: table.columns.map(({ heading, holds }) => ({
        name: heading.toLowerCase().replaceAll(' ', '_'),
        title: heading,
        datatype: holds === 'words' ? 'string' : holds === 'whole numbers' ? 'integer' : 'decimal',
        description: `What ${heading} is`,
        nulls: holds === 'words' ? [] : ['[c]', '-'],
      })),
    },
  ],
};

test('the metadata has what CSV on the Web requires', () => {
  const metadata = JSON.parse(csvwOf(description));
  expect(metadata['@context']).toEqual(['http://www.w3.org/ns/csvw', { '@language': 'en-GB' }]);
  expect(metadata).toMatchObject({
    '@type': 'TableGroup',
    'dc:title': workbook.title,
    'dc:license': { '@id': description.licence },
    'dc:created': { '@value': '2026-03-03T14:05:09Z', '@type': 'xsd:dateTime' },
    dialect: { header: true, delimiter: ',', encoding: 'utf-8' },
  });
  expect(metadata.tables).toHaveLength(1);
  expect(decodeURIComponent(metadata.tables[0].url)).toBe('NEET by district.csv');
  for (const column of metadata.tables[0].tableSchema.columns)
    expect(column).toMatchObject({
      name: expect.stringMatching(/^[A-Za-z0-9]\w*$/),
      titles: expect.any(String),
      datatype: expect.stringMatching(/^(string|integer|decimal)$/),
    });
});

test('the columns of the metadata are those of the CSV, in its order and by its headings', () => {
  const hostile = {
    ...table,
    columns: table.columns.map((column) => ({ ...column, heading: `=${column.heading}` })),
  };
  const [headings] = read(csvOf(hostile));
  const [file] = description.files;
  const columns = file!.columns.map((column) => ({ ...column, title: `=${column.title}` }));
  const metadata = JSON.parse(csvwOf({ ...description, files: [{ ...file!, columns }] }));
  const described = metadata.tables[0].tableSchema.columns;
  expect(described.map(({ titles }: { titles: string }) => titles)).toEqual(headings);
});

test('a symbol is described as it stands in the file', () => {
  const [, young] = JSON.parse(csvwOf(description)).tables[0].tableSchema.columns;
  const rows = [['Dover', '-', '[c]', 0, 0]];
  const cells = read(csvOf({ ...table, rows }))[1]!;
  expect(young.null).toEqual(expect.arrayContaining([cells[1], cells[2]]));
});

test('the same description is the same text; a licence may be words', () => {
  expect(csvwOf(structuredClone(description))).toBe(csvwOf(description));
  const metadata = JSON.parse(csvwOf({ ...description, licence: 'Not for publication' }));
  expect(metadata['dc:license']).toBe('Not for publication');
});

test('names that programs could not use are refused', () => {
  const [file] = description.files;
  const [column] = file!.columns;
  const named = (...names: string[]): CsvwDescription => ({
    ...description,
    files: [{ ...file!, columns: names.map((name) => ({ ...column!, name })) }],
  });
  expect(() => csvwOf(named('young people'))).toThrow('"young people" is no name');
  expect(() => csvwOf(named('_row'))).toThrow('"_row" is no name');
  expect(() => csvwOf(named('a', 'a'))).toThrow('are called "a"');
  expect(() => csvwOf({ ...description, files: [file!, file!] })).toThrow('Two files');
  expect(() => csvwOf({ ...description, files: [] })).toThrow('no CSV file');
});
