import fc from 'fast-check';
import { readOds as otherReaderOfOds, readXlsx as otherReaderOfXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { odsOf } from '../../../src/lib/spreadsheets/ods';
import type { Workbook } from '../../../src/lib/spreadsheets/workbook';
import { xlsxOf } from '../../../src/lib/spreadsheets/xlsx';
import { partsOf, readOds, readXlsx } from './read_sheets';
import { readXml } from './read_xml';
import { asHeld, heldCell, HOSTILE, workbook, workbooks } from './some_workbooks';

const RUNS = { numRuns: 25 };

/** The rows of a table's sheet from its headings on. */
const tableOf = (cells: readonly (readonly (string | number)[])[], lines: number) =>
  cells.slice(2 + lines);

const headings = ({ columns }: Workbook['tables'][number]) =>
  columns.map(({ heading }) => heading.replace(/\s+/g, ' '));

describe.each([
  { format: 'XLSX', write: xlsxOf, read: readXlsx, other: otherReaderOfXlsx },
  { format: 'ODS', write: odsOf, read: readOds, other: otherReaderOfOds },
])('$format', ({ write, read, other }) => {
  test('every cell comes back with its type and value', () =>
    fc.assert(
      fc.asyncProperty(workbooks, async (any) => {
        const sheets = read(await write(any));
        any.tables.forEach((table, index) => {
          const sheet = sheets.find(({ name }) => name === `Table_${index + 1}`)!;
          expect(sheet.cells[0]).toEqual([asHeld(table.title)]);
          expect(tableOf(sheet.cells, table.lines.length)).toEqual([
            headings(table),
            ...table.rows.map((row) => row.map(heldCell)),
          ]);
        });
      }),
      RUNS,
    ));

  test('a reader of another make finds the same', async () => {
    const { sheets } = await other(await write(workbook));
    expect(sheets.map(({ name }) => name)).toEqual([
      'Cover',
      'Contents',
      'Notes',
      'Table_1',
      'Table_2',
    ]);
    const [figures, hostile] = workbook.tables;
    expect(sheets[3]!.rows.slice(-2)).toEqual(figures!.rows);
    // Of OpenDocument it passes over rows that are marked as headings.
    if (other === otherReaderOfXlsx) expect(sheets[3]!.rows.at(-3)).toEqual(headings(figures!));
    const plain = HOSTILE.filter((word) => /^[ -~]+$/.test(word) && word.trim() === word);
    const found = sheets[4]!.rows.map(([first]) => first);
    for (const word of plain) expect(found).toContain(word);
    expect(found.slice(0, 3)).toEqual([
      hostile!.title,
      'This worksheet contains one table.',
      '@SUM(A1)',
    ]);
  });

  test('no table has a cell that is blank or left out, and no cell is merged, hidden or a formula', () =>
    fc.assert(
      fc.asyncProperty(workbooks, async (any) => {
        const file = await write(any);
        for (const { cells, tables } of read(file))
          for (const { range } of tables) {
            const [, first, last, end] = /^A(\d+):([A-Z])(\d+)$/.exec(range)!;
            expect(Number(end)).toBe(cells.length);
            for (const row of cells.slice(Number(first) - 1)) {
              expect(row).toHaveLength(last!.charCodeAt(0) - 64);
              for (const cell of row) expect(cell).not.toBe('');
            }
          }
        for (const [path, part] of Object.entries(partsOf(file))) {
          if (path === 'mimetype') continue;
          expect(readXml(part)).toBeDefined();
          expect(part).not.toMatch(
            /<f[ >/]|<mergeCell|table:formula|columns-spanned|rows-spanned|covered-table-cell|hidden="|="collapse"/,
          );
        }
      }),
      RUNS,
    ));

  test('each sheet but the cover has one table, marked under a name of its own', () =>
    fc.assert(
      fc.asyncProperty(workbooks, async (any) => {
        const [cover, ...sheets] = read(await write(any));
        expect(cover).toMatchObject({ name: 'Cover', tables: [] });
        for (const { name, cells, tables } of sheets) {
          expect(tables.map((table) => table.name)).toEqual([name]);
          expect(cells[1]).toEqual(['This worksheet contains one table.']);
        }
        any.tables.forEach(({ lines, columns, rows }, index) => {
          const { tables } = sheets.find(({ name }) => name === `Table_${index + 1}`)!;
          const header = 3 + lines.length;
          const last = 'ABCD'[columns.length - 1];
          expect(tables[0]!.range).toBe(`A${header}:${last}${header + rows.length}`);
        });
      }),
      RUNS,
    ));

  test('the contents link to every other sheet', async () => {
    const sheets = read(await write(workbook));
    const contents = sheets[1]!;
    const others = sheets.map(({ name }) => name).filter((name) => name !== 'Contents');
    expect(contents.name).toBe('Contents');
    expect(Object.values(contents.links)).toEqual(others);
    for (const [address, name] of Object.entries(contents.links))
      expect(contents.cells[Number(address.slice(1)) - 1]![0]).toBe(name);
  });

  test('notes and symbols stand in the notes, which are left out where there are none', async () => {
    const notes = read(await write(workbook))[2]!;
    expect(notes.cells.slice(2)).toEqual([
      ['Note or symbol', 'What it says'],
      ['[note 1]', workbook.notes[0]],
      ['[note 2]', workbook.notes[1]],
      ['[c]', 'Hidden to protect people'],
    ]);
    const onlySymbols = read(await write({ ...workbook, notes: [] }))[2]!;
    expect(onlySymbols.cells.slice(2)).toEqual([
      ['Symbol', 'What it says'],
      ['[c]', 'Hidden to protect people'],
    ]);
    const neither = read(await write({ ...workbook, notes: [], symbols: [] }));
    expect(neither.map(({ name }) => name)).not.toContain('Notes');
    expect(Object.values(neither[1]!.links)).not.toContain('Notes');
  });

  test('the same workbook is the same bytes, at any time and in any time zone', async () => {
    const first = await write(workbook);
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Apia';
    const elsewhere = await write(structuredClone(workbook));
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(Buffer.from(elsewhere).equals(Buffer.from(first))).toBe(true);
    const later = await write({ ...workbook, made: '2026-03-04T14:05:09.123Z' });
    expect(Buffer.from(later).equals(Buffer.from(first))).toBe(false);
  });
});
