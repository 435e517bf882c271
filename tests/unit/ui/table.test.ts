import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SafeCell } from '../../../src/lib/disclosure/safe_table';
import {
  sortRows,
  statusesIn,
  tableCsv,
  type TableModel,
  type TableRow,
} from '../../../src/lib/ui/table';

const hidden: SafeCell = { value: null, status: 'c' };
const shown = (value: number): SafeCell => ({ value, status: 'ok' });
const row = (name: string, cell: SafeCell): TableRow => ({ key: name, cells: [name, cell] });

const model: TableModel = {
  caption: 'Persistent absence by district',
  columns: [
    { id: 'district', label: 'District', kind: 'text' },
    { id: 'value', label: 'Rate', kind: 'percent' },
  ],
  rows: [row('Thanet', shown(0.264)), row('Dover', hidden), row('Ashford', shown(0.195))],
};

test('hidden rows stand last and by name, whichever the direction', () => {
  const rows = [row('Swale', hidden), ...model.rows];
  for (const direction of ['ascending', 'descending'] as const) {
    const names = sortRows(rows, 1, direction).map(({ key }) => key);
    expect(names.slice(2)).toEqual(['Dover', 'Swale']);
  }
});

test('the order of the shown rows does not depend on what is hidden', () => {
  const cells = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null });
  fc.assert(
    fc.property(fc.array(cells, { maxLength: 12 }), (values) => {
      const rows = values.map((value, index) =>
        row(`District ${index}`, value === null ? hidden : shown(value)),
      );
      const visible = rows.filter(
        ({ cells }) => typeof cells[1] === 'object' && cells[1].value !== null,
      );
      const sorted = sortRows(rows, 1, 'ascending').slice(0, visible.length);
      expect(sorted).toEqual(sortRows(visible, 1, 'ascending'));
    }),
  );
});

const of = { sample: false, profile: 'Publication' };

test('a CSV holds unrounded numbers, the symbol of a hidden figure and the disclosure profile', () => {
  expect(tableCsv(model, of)).toBe(
    'district,value,disclosure\r\nThanet,0.264,Publication\r\nDover,c,Publication\r\nAshford,0.195,Publication\r\n',
  );
});

test('every row of a sample CSV says that its people are invented', () => {
  const [head, ...rows] = tableCsv(model, { ...of, sample: true })
    .trimEnd()
    .split('\r\n');
  expect(head).toBe('district,value,disclosure,data');
  for (const line of rows) expect(line).toContain('everyone is invented');
});

test('a cell that a spreadsheet would run as a formula stays text', () => {
  const formula = { ...model, rows: [row('=1+1', shown(0.1))] };
  expect(tableCsv(formula, of)).toContain("'=1+1");
});

test('only symbols that occur are explained', () => {
  expect(statusesIn(model)).toEqual(['c']);
});
