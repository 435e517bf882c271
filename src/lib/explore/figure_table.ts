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

/** What of a measure decides which columns a table of it has, and how they are called and written. */
export type FigureForm = Pick<Measure, 'label' | 'kind' | 'unit' | 'numerator' | 'denominator'>;

type Part = 'numerator' | 'denominator' | 'value' | 'lower' | 'upper';

const parts: readonly Part[] = ['numerator', 'denominator', 'value', 'lower', 'upper'];

/**
 * Figures as a table. A column that the measure does not have is left out: a count has nothing it is
 * out of, a mean no interval, and the number of a count stands in the table once.
 */
export function figureTable(
  measure: FigureForm,
  caption: string,
  of: { readonly id: string; readonly label: string },
  rows: readonly NamedRow[],
): TableModel {
  const columns: Readonly<Record<Part, Column>> = {
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
  const has = (part: Part): boolean => {
    switch (part) {
      case 'numerator':
        return measure.kind !== 'count' && measure.kind !== 'length';
      case 'denominator':
        return measure.kind !== 'count';
      case 'value':
        return true;
      default:
        return measure.kind !== 'mean';
    }
  };
  const shown = parts.filter(has);
  const cell = (row: SafeRow, part: Part): SafeCell => row[part];
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
