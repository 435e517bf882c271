import type { SafeCell, SafeRow } from '../disclosure/safe_table';
import { figureParts, hasPart, type FigurePart } from '../explore/figure_table';
import type { Measure } from '../measures/measure';
import { upperFirst } from '../ui/format';
import type { Column, TableModel } from '../ui/table';
import { unitForms } from '../ui/units';

/** A figure of one of several measures. */
export interface MeasureRow {
  readonly key: string;
  /** A text a naming column. */
  readonly names: readonly string[];
  readonly measure: Measure;
  /** Null where there is no figure. */
  readonly row: SafeRow | null;
  /** A cell a further column. */
  readonly further?: readonly (string | SafeCell)[];
}

const notAvailable: SafeCell = { value: null, status: 'x' };
const notApplicable: SafeCell = { value: null, status: 'z' };

/**
 * Figures of several measures under each other. A column holds numbers of one unit, so that a spreadsheet can add and
 * sort them: measures of other units belong in another table.
 *
 * @param rows of measures of one unit, at least one
 */
export function measuresTable(
  caption: string,
  naming: readonly Pick<Column, 'id' | 'label'>[],
  rows: readonly MeasureRow[],
  further: readonly Column[] = [],
): TableModel {
  const measures = [...new Set(rows.map(({ measure }) => measure))];
  const [{ unit, label }] = measures as [Measure, ...Measure[]];
  const columns: Readonly<Record<FigurePart, Column>> = {
    numerator: { id: 'numerator', label: 'Counted', kind: 'count' },
    denominator: { id: 'denominator', label: 'Out of', kind: 'count' },
    value: {
      id: 'value',
      label: measures.length === 1 ? label : upperFirst(unitForms[unit].words),
      kind: unit,
    },
    lower: { id: 'lower', label: 'Interval from', kind: unit },
    upper: { id: 'upper', label: 'to', kind: unit },
  };
  const shown = figureParts.filter((part) => measures.some((measure) => hasPart(measure, part)));
  const cell = ({ measure, row }: MeasureRow, part: FigurePart): SafeCell =>
    hasPart(measure, part) ? (row?.[part] ?? notAvailable) : notApplicable;
  return {
    caption,
    columns: [
      ...naming.map((column): Column => ({ ...column, kind: 'text' })),
      ...shown.map((part) => columns[part]),
      ...further,
    ],
    rows: rows.map((row) => ({
      key: row.key,
      cells: [...row.names, ...shown.map((part) => cell(row, part)), ...(row.further ?? [])],
    })),
  };
}

/** Things by the unit of their measure, in the order in which units first occur. */
export function byUnit<T extends { readonly measure: Measure }>(
  things: readonly T[],
): readonly (readonly T[])[] {
  const units = [...new Set(things.map(({ measure }) => measure.unit))];
  return units.map((unit) => things.filter(({ measure }) => measure.unit === unit));
}
