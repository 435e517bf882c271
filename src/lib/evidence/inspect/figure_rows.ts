import { figureTable, type FigureForm } from '../../explore/figure_table';
import type { Column, TableModel } from '../../ui/table';
import { periodLabel } from '../../view/periods';
import type { FigureRecord } from '../records';
import type { ResultRow } from '../result_rows';
import type { Definition } from './definition';
import { groupLabel, splitLabel } from './group_words';

/** The columns that a figure has. Where the definition is another one than here, none is left out. */
export function formOf({ measure }: FigureRecord, { is, measure: here }: Definition): FigureForm {
  if (is === 'the same' && here !== null) return here;
  return {
    label: measure.label,
    kind: 'proportion',
    unit: here?.unit ?? 'ratio',
    numerator: here?.numerator ?? 'above the line',
    denominator: here?.denominator ?? 'below the line',
  };
}

/** By what rows are told apart: the period where there are several or nothing else, and each split. */
export function rowNames(rows: readonly Pick<ResultRow, 'period' | 'keys'>[]): {
  readonly columns: readonly Column[];
  readonly of: (row: Pick<ResultRow, 'period' | 'keys'>) => readonly string[];
} {
  const splits = [...new Set(rows.flatMap(({ keys }) => Object.keys(keys)))];
  const periods = new Set(rows.map(({ period }) => period));
  const withPeriod = periods.size > 1 || splits.length === 0;
  const text = (id: string, label: string): Column => ({ id, label, kind: 'text' });
  return {
    columns: [
      ...splits.map((split) => text(`split-${split}`, splitLabel(split))),
      ...(withPeriod ? [text('period', 'Period')] : []),
    ],
    of: ({ period, keys }) => [
      ...splits.map((split) =>
        Object.hasOwn(keys, split) ? groupLabel(split, keys[split] ?? '') : 'All',
      ),
      ...(withPeriod ? [periodLabel(period)] : []),
    ],
  };
}

/** The rows of a figure as a table. Keys of rows are their places, for a pack may hold a row twice. */
export function rowsTable(
  record: FigureRecord,
  rows: readonly ResultRow[],
  definition: Definition,
): TableModel {
  const names = rowNames(rows);
  const form = formOf(record, definition);
  const figures = figureTable(
    form,
    record.title,
    { id: 'name', label: '' },
    rows.map((row, index) => ({ key: `${index}`, name: '', row })),
  );
  return {
    caption: record.title,
    columns: [...names.columns, ...figures.columns.slice(1)],
    rows: figures.rows.map(({ key, cells }, index) => ({
      key,
      cells: [...names.of(rows[index]!), ...cells.slice(1)],
    })),
  };
}
