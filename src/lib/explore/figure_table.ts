import type { SafeCell, SafeRow } from '../disclosure/safe_table';
import type { Measure } from '../measures/measure';
import { upperFirst } from '../ui/format';
import type { Column, TableModel } from '../ui/table';

/** A row of figures with its name. */
export interface NamedRow {
  readonly key: string;
  readonly name: string;
  readonly row: SafeRow;
  readonly filters?: string;
}

/** The numbers of a figure, in the order in which tables have them. */
export const figureParts = ['numerator', 'denominator', 'value', 'lower', 'upper'] as const;
export type FigurePart = (typeof figureParts)[number];

/** What of a measure decides which columns a table of it has, and how they are called and written. */
export type FigureForm = Pick<Measure, 'label' | 'kind' | 'unit' | 'numerator' | 'denominator'>;

/**
 * Whether a measure has such a number: a count has nothing it is out of, a mean no interval, and the number of a count
 * stands in a table once.
 */
export function hasPart({ kind }: FigureForm, part: FigurePart): boolean {
  switch (part) {
    case 'numerator':
      return kind !== 'count' && kind !== 'length';
    case 'denominator':
      return kind !== 'count';
    case 'value':
      return true;
    default:
      return kind !== 'mean';
  }
}

/** Figures as a table, without the columns that the measure does not have. */
export function figureTable(
  measure: FigureForm,
  caption: string,
  of: { readonly id: string; readonly label: string },
  rows: readonly NamedRow[],
): TableModel {
  const columns: Readonly<Record<FigurePart, Column>> = {
    numerator: { id: 'numerator', label: `Counted: ${measure.numerator}`, kind: 'count' },
    denominator: {
      id: 'denominator',
      label: measure.kind === 'length' ? upperFirst(measure.denominator) : 'Out of',
      kind: 'count',
    },
    value: { id: 'value', label: measure.label, kind: measure.unit },
    lower: { id: 'lower', label: 'Interval from', kind: measure.unit },
    upper: { id: 'upper', label: 'to', kind: measure.unit },
  };
  const shown = figureParts.filter((part) => hasPart(measure, part));
  const cell = (row: SafeRow, part: FigurePart): SafeCell => row[part];
  return {
    caption,
    columns: [{ id: of.id, label: of.label, kind: 'text' }, ...shown.map((part) => columns[part])],
    rows: rows.map(({ key, name, row, filters }) => ({
      key,
      ...(filters === undefined ? {} : { filters }),
      cells: [name, ...shown.map((part) => cell(row, part))],
    })),
  };
}
