import { formatMany } from '../../ui/format';
import type { Column, TableModel, TableRow } from '../../ui/table';
import type { FigureChange, PackComparison } from '../compare_packs';
import type { ResultRow } from '../result_rows';
import { definitionOf, type KnownMeasures } from './definition';
import { formOf, rowNames } from './figure_rows';

/** What changed from one pack to another, in sentences. */
export function comparisonSentences({
  figures,
  definitions,
  data,
  sameProfile,
}: PackComparison): readonly string[] {
  const count = (what: FigureChange['what']): number =>
    figures.filter((figure) => figure.what === what).length;
  const inBoth = count('same') + count('different');
  const onlyOne = [
    [count('only in the first'), 'only in the first pack'],
    [count('only in the second'), 'only in the second pack'],
  ] as const;
  return [
    inBoth === 0
      ? 'No figure is in both packs.'
      : `Of ${formatMany(inBoth, 'figure')} in both packs, ${count('different')} changed.`,
    ...onlyOne
      .filter(([number]) => number > 0)
      .map(([number, where]) => `${number} ${number === 1 ? 'is' : 'are'} ${where}.`),
    definitions.length === 0
      ? 'No definition changed.'
      : `${formatMany(definitions.length, 'definition')} changed, so figures of ${definitions.length === 1 ? 'it' : 'them'} are not one series.`,
    data.onlyFirst.length + data.onlySecond.length === 0
      ? 'Both rest on the same files.'
      : `They rest on other files: ${data.onlyFirst.length} only in the first, ${data.onlySecond.length} only in the second, ${data.inBoth.length} in both.`,
    sameProfile
      ? 'Both hide and round by the same rules.'
      : 'They hide and round by different rules, so a figure can differ for that alone.',
  ];
}

const sides = [
  ['first', 'before'],
  ['second', 'after'],
] as const;

/** The rows of a figure that differ, with what they were and what they are. */
export function changedRows(change: FigureChange, known: KnownMeasures): TableModel | null {
  const record = change.second ?? change.first;
  if (record === null || change.rows.length === 0) return null;
  const { unit, kind } = formOf(record, definitionOf(record, known));
  const names = rowNames(change.rows);
  const parts = (
    [
      ['value', 'Value', unit],
      ['numerator', 'Counted', 'count'],
      ['denominator', 'Out of', 'count'],
    ] as const
  ).filter(([part]) => kind !== 'count' || part === 'value');
  const columns: Column[] = parts.flatMap(([part, label, cellKind]) =>
    sides.map(([side, when]) => ({
      id: `${part}-${side}`,
      label: `${label} ${when}`,
      kind: cellKind,
    })),
  );
  const cellsOf = (row: FigureChange['rows'][number]): TableRow['cells'] =>
    parts.flatMap(([part]) => sides.map(([side]) => cellOf(row[side], part)));
  return {
    caption: `${record.title}, before and after`,
    columns: [...names.columns, ...columns],
    rows: change.rows.map((row, index) => ({
      key: `${index}`,
      cells: [...names.of(row), ...cellsOf(row)],
    })),
  };
}

const cellOf = (
  row: ResultRow | null,
  part: 'value' | 'numerator' | 'denominator',
): TableRow['cells'][number] => (row === null ? 'not in it' : row[part]);
