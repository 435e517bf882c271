import type { GroupGap, ShownEstimate } from '../comparison/group_gaps';
import type { SafeCell } from '../disclosure/safe_table';
import type { Measure } from '../measures/measure';
import { formatCell, formatInTable, formatValue, type CellKind } from '../ui/cell';
import { noFigure } from '../ui/format';
import type { TableModel } from '../ui/table';
import { unitForms } from '../ui/units';
import { sizeOf } from '../words/change';
import type { Group } from './groups';

const notApplicable: SafeCell = { value: null, status: 'z' };
const toItself: ShownEstimate = {
  value: notApplicable,
  lower: notApplicable,
  upper: notApplicable,
};

/** How a difference of two of its figures is shown: two percentages lie points apart. */
export function kindOfDifference({ unit }: Measure): CellKind {
  return unit === 'percent' ? 'points' : unit;
}

/** Whether its gaps have intervals; means and lengths are compared without. */
export function hasGapIntervals({ kind }: Measure): boolean {
  return kind === 'proportion' || kind === 'rate';
}

/** Each group's distance from what it is held against. */
export function gapTable(
  measure: Measure,
  caption: string,
  of: { readonly id: string; readonly label: string; readonly choosable: boolean },
  gaps: readonly GroupGap<Group>[],
): TableModel {
  const sure = hasGapIntervals(measure);
  const difference = kindOfDifference(measure);
  const { words } = unitForms[difference];
  const limits = (name: string, kind: CellKind) =>
    sure
      ? [
          { id: `${name}_lower`, label: 'Interval from', kind },
          { id: `${name}_upper`, label: 'to', kind },
        ]
      : [];
  const cells = (estimate: ShownEstimate | null): readonly SafeCell[] => {
    const { value, lower, upper } = estimate ?? toItself;
    return sure ? [value, lower, upper] : [value];
  };
  return {
    caption,
    columns: [
      { id: of.id, label: of.label, kind: 'text' },
      { id: 'value', label: measure.label, kind: measure.unit },
      { id: 'difference', label: `Difference, ${words}`, kind: difference },
      ...limits('difference', difference),
      { id: 'ratio', label: 'Times as high', kind: 'ratio' },
      ...limits('ratio', 'ratio'),
      ...(sure ? [{ id: 'chance', label: 'Chance', kind: 'text' as const }] : []),
    ],
    rows: gaps.map((gap) => ({
      key: gap.group.code,
      ...(of.choosable && gap.group.code !== 'unknown' ? { filters: gap.group.code } : {}),
      cells: [
        gap.group.name,
        gap.group.row.value,
        ...cells(gap.difference),
        ...cells(gap.ratio),
        ...(sure ? [sayChance(gap)] : []),
      ],
    })),
  };
}

function sayChance({ difference, beyondChance }: GroupGap<Group>): string {
  if (difference === null) return 'held against';
  if (beyondChance === null) return noFigure;
  return beyondChance ? 'more than chance' : 'could be chance';
}

/** The finding: how far the highest and the lowest group lie apart. */
export function sayWidest(
  measure: Measure,
  highest: Group,
  lowest: Group,
  { difference, ratio }: GroupGap<Group>,
): string {
  const figure = ({ name, row }: Group): string =>
    `${name} (${formatCell(row.value, measure.unit)})`;
  const apart = difference?.value.value ?? null;
  const size = apart === null ? '' : ` is ${sizeOf(measure, apart)}`;
  const times = ratio?.value.value ?? null;
  const many = times === null ? '' : `: ${formatValue(times, 'ratio')} times as high`;
  return `The gap between ${figure(highest)} and ${figure(lowest)}${size}${many}`;
}

/** How sure the widest gap is; empty where there is no interval. */
export function sayWidestInterval(
  measure: Measure,
  { difference, ratio, beyondChance }: GroupGap<Group>,
): string {
  const kind = kindOfDifference(measure);
  const ends = (estimate: ShownEstimate | null, of: CellKind): string | null =>
    estimate === null || estimate.lower.value === null || estimate.upper.value === null
      ? null
      : `${formatInTable(estimate.lower, of)} to ${formatInTable(estimate.upper, of)}`;
  const apart = ends(difference, kind);
  if (apart === null) return '';
  const times = ends(ratio, 'ratio');
  const also = times === null ? '' : `, or ${times} times as high`;
  const chance = beyondChance === false ? ', so it could be chance' : '';
  return `The 95 % interval of that gap is ${apart} ${unitForms[kind].words}${also}${chance}.`;
}
