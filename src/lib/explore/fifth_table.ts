import { fifths } from '../comparison/against';
import type { Measure } from '../measures/measure';
import { formatMany, noFigure } from '../ui/format';
import type { TableModel } from '../ui/table';
import type { Group } from './groups';

/** A district and the fifth it is in, 1 the best; null where its figure is not shown. */
export interface PlacedInFifth {
  readonly group: Group;
  readonly fifth: number | null;
}

const words: Readonly<Record<number, string>> = {
  1: '1 of 5, the best',
  2: '2 of 5',
  3: '3 of 5, the middle',
  4: '4 of 5',
  5: '5 of 5, the worst',
};

/**
 * The districts by fifths, on unrounded figures; null where fifths say nothing: of numbers, which go with the size
 * of a district, where neither way is better, where all are alike or fewer than five are shown. People
 * whose district is not known are no district. Hidden districts take no place among the others.
 */
export function inFifths(
  measure: Measure,
  groups: readonly Group[],
): readonly PlacedInFifth[] | null {
  const districts = groups.filter(({ code }) => code !== 'unknown');
  const values = districts.map(({ row }) => row.value.value);
  const alike = new Set(values.filter((value) => value !== null)).size < 2;
  if (measure.kind === 'count' || alike) return null;
  const found = fifths(measure, values);
  if (found.every((fifth) => fifth === null)) return null;
  return districts.map((group, index) => ({ group, fifth: found[index] ?? null }));
}

/** Each district with its figure and its fifth in words. */
export function fifthTable(
  measure: Measure,
  caption: string,
  of: { readonly id: string; readonly label: string },
  placed: readonly PlacedInFifth[],
): TableModel {
  return {
    caption,
    columns: [
      { id: of.id, label: of.label, kind: 'text' },
      { id: 'value', label: measure.label, kind: measure.unit },
      { id: 'fifth', label: 'Fifth of the districts shown', kind: 'text' },
    ],
    rows: placed.map(({ group, fifth }) => ({
      key: group.code,
      filters: group.code,
      cells: [group.name, group.row.value, fifth === null ? noFigure : (words[fifth] ?? noFigure)],
    })),
  };
}

/** The finding: who is in the best fifth and who in the worst. */
export function sayFifths(placed: readonly PlacedInFifth[]): string {
  // Without "and", which is part of some districts' names.
  const names = (fifth: number): string =>
    placed
      .filter((each) => each.fifth === fifth)
      .map(({ group }) => group.name)
      .join(', ');
  const ends = [
    ['Best', names(1)],
    ['Worst', names(5)],
  ] as const;
  const said = ends.flatMap(([end, who]) => (who === '' ? [] : `${end} fifth: ${who}`));
  const hidden = placed.filter(({ group }) => group.row.value.status === 'c').length;
  return [...said, ...(hidden === 0 ? [] : [`Hidden: ${formatMany(hidden, 'district')}`])].join(
    '. ',
  );
}
