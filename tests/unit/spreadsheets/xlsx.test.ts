import { expect, test } from 'vitest';
import { xlsxOf } from '../../../src/lib/spreadsheets/xlsx';
import { partsOf, readXlsx } from './read_sheets';
import { all, one, readXml, textOf } from './read_xml';
import { workbook } from './some_workbooks';

const parts = async () => partsOf(await xlsxOf(workbook));

test('the properties say title, author, language and when it was made', async () => {
  const core = readXml((await parts())['docProps/core.xml']!);
  expect(textOf(one(core, 'dc:title'))).toBe(workbook.title);
  expect(textOf(one(core, 'dc:creator'))).toBe(workbook.author);
  expect(textOf(one(core, 'dc:language'))).toBe('en-GB');
  expect(textOf(one(core, 'dcterms:created'))).toBe('2026-03-03T14:05:09Z');
});

test('a column has the number format of what it holds', async () => {
  const table = (await readXlsx(await xlsxOf(workbook)))[3]!;
  // 3 and 4 are built in: #,##0 and #,##0.00.
  expect(table.formats.at(-2)).toEqual(['0', '3', '0.0%', '#,##0.0', '4']);
});

test('the names of a table’s columns are its headings to the letter', async () => {
  const files = await parts();
  const names = all(readXml(files['xl/tables/table4.xml']!), 'tableColumn').map(
    ({ attributes }) => attributes.name,
  );
  expect(names).toEqual(['=2+2', 'Two lines & _x005F_x0041_']);
  const strings = all(readXml(files['xl/sharedStrings.xml']!), 'si').map(textOf);
  for (const name of names) expect(strings).toContain(name);
});

test('words that would be run if they were typed anew are marked as text', async () => {
  const files = await parts();
  const styles = all(one(readXml(files['xl/styles.xml']!), 'cellXfs'), 'xf');
  const strings = all(readXml(files['xl/sharedStrings.xml']!), 'si').map(textOf);
  let marked = 0;
  for (const [path, part] of Object.entries(files)) {
    if (!path.startsWith('xl/worksheets/sheet')) continue;
    for (const cell of all(readXml(part), 'c')) {
      if (cell.attributes.t !== 's') continue;
      const { quotePrefix, numFmtId } = styles[Number(cell.attributes.s)]!.attributes;
      const word = strings[Number(textOf(cell))]!;
      expect([quotePrefix, numFmtId]).toEqual(
        /^[=+\-@\t\r\n]/.test(word) ? ['1', '49'] : [undefined, '0'],
      );
      marked += quotePrefix === '1' ? 1 : 0;
    }
  }
  expect(marked).toBeGreaterThan(10);
});

test('cell A1 is chosen on every sheet, the cover is in front, and headings stay in sight', async () => {
  const files = await parts();
  const views = [1, 2, 3, 4, 5].map((number) =>
    one(readXml(files[`xl/worksheets/sheet${number}.xml`]!), 'sheetView'),
  );
  for (const view of views) expect(one(view, 'selection').attributes.activeCell).toBe('A1');
  expect(views.map(({ attributes }) => attributes.tabSelected)).toEqual(['1', ...Array(4)]);
  expect(views.map((view) => all(view, 'pane')[0]?.attributes.ySplit)).toEqual([
    undefined,
    '4',
    '3',
    '5',
    '5',
  ]);
});

test('every part has a type, and every relationship leads to a part', async () => {
  const files = await parts();
  const types = all(readXml(files['[Content_Types].xml']!), 'Override').map(({ attributes }) =>
    attributes.PartName!.slice(1),
  );
  const content = Object.keys(files).filter((path) => !/rels$|Content_Types/.test(path));
  expect(types.toSorted()).toEqual(content.toSorted());
  for (const [path, part] of Object.entries(files)) {
    if (!path.endsWith('.rels')) continue;
    for (const { attributes } of all(readXml(part), 'Relationship')) {
      const base = `file:///${path.replace(/_rels\/[^/]*$/, '')}`;
      expect(files).toHaveProperty([new URL(attributes.Target!, base).pathname.slice(1)]);
    }
  }
});
