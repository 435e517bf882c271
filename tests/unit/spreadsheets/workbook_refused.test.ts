import { expect, test } from 'vitest';
import { odsOf } from '../../../src/lib/spreadsheets/ods';
import type { Workbook, WorkbookTable } from '../../../src/lib/spreadsheets/workbook';
import { WorkbookRefused } from '../../../src/lib/spreadsheets/workbook_refused';
import { xlsxOf } from '../../../src/lib/spreadsheets/xlsx';
import { workbook } from './some_workbooks';

const table = workbook.tables[0]!;
const withTable = (part: Partial<WorkbookTable>): Workbook => ({
  ...workbook,
  tables: [{ ...table, ...part }],
});
const word = (heading: string) => ({ heading, holds: 'words' as const });

test.each([
  [withTable({ columns: [word('A')], rows: [['x'.repeat(32_768)]] }), '32768 characters'],
  [{ ...workbook, notes: ['x'.repeat(40_000)] }, 'Note 1 has 40000 characters'],
  [withTable({ columns: [word('A')], rows: [['']] }), 'Table 1, row 1, column "A" is blank'],
  [withTable({ columns: [word('A')], rows: [[Number.NaN]] }), 'is NaN, which is no number'],
  [withTable({ columns: [word('A')], rows: [['x', 'y']] }), 'row 1 has 2 cells'],
  [withTable({ columns: [word('A'), word('a ')], rows: [['x', 'y']] }), 'two columns'],
  [withTable({ columns: [word('x'.repeat(256))], rows: [['x']] }), 'at most 255'],
  [withTable({ rows: [] }), 'Table 1 has no rows'],
  [withTable({ columns: [], rows: [[]] }), 'Table 1 has no columns'],
  [withTable({ lines: [' '] }), 'Table 1, line 1 above it is blank'],
  [{ ...workbook, tables: Array.from({ length: 254 }, () => table) }, '254 tables'],
  [{ ...workbook, tables: [] }, 'no table'],
  [{ ...workbook, made: 'today' }, '"today" is not an instant'],
  [{ ...workbook, title: '' }, 'The title is blank'],
])('what no file can hold is refused in words, %#', async (refused, message) => {
  for (const write of [xlsxOf, odsOf]) {
    await expect(write(refused)).rejects.toThrow(WorkbookRefused);
    await expect(write(refused)).rejects.toThrow(message);
  }
});

test('a word of the longest length is written', async () => {
  const longest = withTable({ columns: [word('A')], rows: [['x'.repeat(32_767)]] });
  await expect(xlsxOf(longest)).resolves.toBeInstanceOf(Uint8Array);
});
