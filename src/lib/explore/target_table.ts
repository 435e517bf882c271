import { couldBeChance, ratingOf, targetOf, type Rating, type Target } from '../comparison/against';
import type { SafeCell, SafeRow } from '../disclosure/safe_table';
import type { Measure } from '../measures/measure';
import { formatCell, formatValue } from '../ui/cell';
import { formatList, formatMany, noFigure } from '../ui/format';
import type { TableModel } from '../ui/table';
import { periodLabel } from '../view/periods';
import { kindOfDifference } from './gap_table';
import { unitForms } from '../ui/units';
import { lowerLabel } from '../words/sentences';

/** A figure of a place, which may have a target. */
export interface PlacedFigure {
  /** GSS code; null for the county. */
  readonly district: string | null;
  readonly name: string;
  readonly row: SafeRow;
}

/** A figure and the target it is held against. */
export interface HeldAgainst extends PlacedFigure {
  readonly target: Target;
  /** Null where the figure is hidden or neither way is better. */
  readonly rating: Rating | null;
  readonly couldBeChance: boolean | null;
}

const notSet: SafeCell = { value: null, status: 'z' };

/** Those that have a target, in the order they were given. */
export function heldAgainstTargets(
  measure: Measure,
  figures: readonly PlacedFigure[],
  targets: readonly Target[],
): readonly HeldAgainst[] {
  return figures.flatMap((figure) => {
    const target = targetOf(measure, figure.row.period, figure.district, targets);
    if (target === null) return [];
    return {
      ...figure,
      target,
      rating: ratingOf(measure, figure.row, target),
      couldBeChance: couldBeChance(measure, figure.row, target),
    };
  });
}

/** How a figure stands to its target, in words that need no colour. */
export function sayRating({ rating, target, couldBeChance: chance }: HeldAgainst): string {
  if (rating === null) return noFigure;
  const state = {
    green: 'meets the target',
    amber: 'misses the target, meets the floor',
    red: target.floor === null ? 'misses the target' : 'misses the floor',
  }[rating];
  return chance === true ? `${state}; could be chance` : state;
}

/** The one period of all of them; null where there are several. */
export function onlyPeriod(held: readonly HeldAgainst[]): string | null {
  const periods = new Set(held.map(({ row }) => row.period));
  return periods.size === 1 ? [...periods].join('') : null;
}

/** Figure, target, floor, distance and state, a row a place; and a period, where there are several. */
export function targetTable(
  measure: Measure,
  caption: string,
  held: readonly HeldAgainst[],
): TableModel {
  const difference = kindOfDifference(measure);
  const shown = (value: number): SafeCell => ({ value, status: 'ok' });
  const several = onlyPeriod(held) === null;
  return {
    caption,
    columns: [
      { id: 'place', label: 'Place', kind: 'text' },
      ...(several ? [{ id: 'period', label: 'Period', kind: 'text' as const }] : []),
      { id: 'value', label: measure.label, kind: measure.unit },
      { id: 'target', label: 'Target', kind: measure.unit },
      { id: 'floor', label: 'Floor', kind: measure.unit },
      {
        id: 'distance',
        label: `Figure less target, ${unitForms[difference].words}`,
        kind: difference,
      },
      { id: 'state', label: 'State', kind: 'text' },
    ],
    rows: held.map((each) => {
      const { row, target, district, name } = each;
      const { value } = row;
      return {
        key: `${district ?? 'county'} ${row.period}`,
        ...(district === null ? {} : { filters: district }),
        cells: [
          name,
          ...(several ? [periodLabel(row.period)] : []),
          value,
          shown(target.target),
          target.floor === null ? notSet : shown(target.floor),
          value.value === null ? value : shown(value.value - target.target),
          sayRating(each),
        ],
      };
    }),
  };
}

/** The finding: of one place in full, of several places how many stand where. */
export function sayTargets(measure: Measure, held: readonly HeldAgainst[]): string {
  const latest = held.at(-1)?.row.period;
  const now = held.filter(({ row }) => row.period === latest);
  const districts = now.filter(({ district }) => district !== null);
  const one = districts.length > 1 ? now.find(({ district }) => district === null) : now[0];
  const parts = [
    ...(one ? [sayOne(measure, one)] : []),
    ...(districts.length > 1 ? [sayDistricts(measure, districts)] : []),
  ];
  return parts.join('. ');
}

function sayOne(measure: Measure, held: HeldAgainst): string {
  const { name, row, target } = held;
  const say = (value: number): string => formatValue(value, measure.unit);
  const about = `${lowerLabel(measure)} target of ${say(target.target)}`;
  if (row.value.value === null) return `${name} has a ${about}; its figure is not shown`;
  const figure = formatCell(row.value, measure.unit);
  switch (held.rating) {
    case null:
      return `${name} has ${figure}, beside a ${about}`;
    case 'green':
      return `${name} meets its ${about} with ${figure}`;
    case 'amber':
      return `${name} misses its ${about} with ${figure}, and meets the floor of ${say(target.floor ?? 0)}`;
    case 'red': {
      const floor = target.floor === null ? '' : ` and the floor of ${say(target.floor)}`;
      return `${name} misses its ${about}${floor} with ${figure}`;
    }
  }
}

function sayDistricts(measure: Measure, districts: readonly HeldAgainst[]): string {
  const rated = districts.filter(({ rating }) => rating !== null);
  if (rated.length === 0) return 'no district’s figure can be held against its target';
  const count = (rating: Rating): number => rated.filter((each) => each.rating === rating).length;
  const states = [
    `${count('green')} of ${formatMany(rated.length, 'district')} ${count('green') === 1 ? 'meets its' : 'meet their'} own target`,
    ...(count('amber') > 0 ? [`${count('amber')} only the floor`] : []),
    ...(count('red') > 0 ? [`${count('red')} neither`] : []),
  ];
  return formatList(states);
}
