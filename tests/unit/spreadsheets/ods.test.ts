import { expect, test } from 'vitest';
import { odsOf } from '../../../src/lib/spreadsheets/ods';
import { partsOf, readOds } from './read_sheets';
import { all, one, readXml, textOf } from './read_xml';
import { workbook } from './some_workbooks';

const parts = async () => partsOf(await odsOf(workbook));

test('the first entry says the format, uncompressed, where applications look for it', async () => {
  const start = Buffer.from(await odsOf(workbook))
    .subarray(0, 90)
    .toString('latin1');
  const type = 'application/vnd.oasis.opendocument.spreadsheet';
  expect(start.slice(30, 38 + type.length)).toBe(`mimetype${type}`);
});

test('the properties say title, author, language and when it was made', async () => {
  const files = await parts();
  const meta = readXml(files['meta.xml']!);
  expect(textOf(one(meta, 'dc:title'))).toBe(workbook.title);
  expect(textOf(one(meta, 'meta:initial-creator'))).toBe(workbook.author);
  expect(textOf(one(meta, 'dc:language'))).toBe('en-GB');
  expect(textOf(one(meta, 'meta:creation-date'))).toBe('2026-03-03T14:05:09Z');
  const [text] = all(
    one(readXml(files['styles.xml']!), 'style:default-style'),
    'style:text-properties',
  );
  expect(text!.attributes).toMatchObject({ 'fo:language': 'en', 'fo:country': 'GB' });
});

test('every table is marked with a row of headings and without buttons', async () => {
  const content = readXml((await parts())['content.xml']!);
  const marks = all(content, 'table:database-range');
  expect(marks).toHaveLength(4);
  for (const { attributes } of marks)
    expect(attributes).toMatchObject({
      'table:contains-header': 'true',
      'table:display-filter-buttons': 'false',
    });
  expect(all(content, 'table:table-header-rows')).toHaveLength(4);
});

test('a column has the number format of what it holds, and is shown so', async () => {
  const file = await odsOf(workbook);
  expect(readOds(file)[3]!.formats.at(-2)).toEqual([
    '',
    'whole_numbers',
    'percent_format',
    'one_decimal',
    'two_decimals',
  ]);
  const rows = all(readXml(partsOf(file)['content.xml']!), 'table:table')[3]!;
  expect(
    all(rows, 'table:table-row')
      .at(-2)!
      .children.map((cell) => textOf(cell as never)),
  ).toEqual(['Thanet', '12,345', '8.1%', '-0.1', '0.33']);
});

test('words that would be run if they were typed anew are marked as text', async () => {
  const sheet = readOds(await odsOf(workbook))[4]!;
  sheet.cells.forEach((row, index) =>
    row.forEach((cell, column) => {
      const hostile = typeof cell === 'string' && /^[=+\-@\t\r\n]/.test(cell);
      expect(sheet.formats[index]![column] === 'as_text').toBe(hostile);
    }),
  );
});

test('the parts name no style that is not there', async () => {
  const files = await parts();
  const used = new Set<string>();
  const there = new Set<string>();
  for (const part of [files['content.xml']!, files['styles.xml']!])
    for (const [, kind, name] of part.matchAll(/(style:name|(?:[a-z-]*-)?style-name)="([^"]*)"/g))
      (kind === 'style:name' ? there : used).add(name!);
  for (const name of used) expect(there).toContain(name);
});

test('cell A1 is chosen on every sheet, the cover is in front, and headings stay in sight', async () => {
  const settings = readXml((await parts())['settings.xml']!);
  const items = (name: string) =>
    all(settings, 'config:config-item')
      .filter(({ attributes }) => attributes['config:name'] === name)
      .map(textOf);
  expect(items('ActiveTable')).toEqual(['Cover']);
  expect(items('CursorPositionX')).toEqual(Array(5).fill('0'));
  expect(items('CursorPositionY')).toEqual(Array(5).fill('0'));
  expect(items('VerticalSplitPosition')).toEqual(['0', '4', '3', '5', '5']);
});
