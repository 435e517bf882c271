import type { SafeRow, SafeTable } from '../disclosure/safe_table';
import { groupName } from '../explore/groups';
import { isHidden } from './gaps';
import type { DimensionId } from '../measures/measure';
import { CONFIDENCE_95, CONFIDENCE_99_8, type Interval } from '../statistics/confidence';
import { funnelLimits, makeFunnel, placeInFunnel, type FunnelPlace } from '../statistics/funnel';
import { formatCell, reasonFor, sayCell } from '../ui/cell';
import { formatCount, formatList, formatMany } from '../ui/format';
import type { TableModel } from '../ui/table';
import { periodLabel } from '../view/periods';
import type { Places } from '../words/places';
import { rowsFor } from '../words/rows';

/** A unit that is shown: where it stands and where that lies in the funnel. */
export interface FunnelPoint {
  readonly code: string;
  readonly name: string;
  readonly row: SafeRow;
  readonly size: number;
  readonly value: number;
  readonly place: FunnelPlace;
}

/** The limits for a unit of a size. */
export interface FunnelEdge {
  readonly size: number;
  readonly near: Interval;
  readonly far: Interval;
}

export interface FunnelFigures {
  readonly table: SafeTable;
  readonly by: DimensionId;
  readonly period: string;
  /** Of the units that are shown, so not quite the county's own figure where some are hidden. */
  readonly average: number | null;
  /** Smallest first, so that the arrow keys go across. */
  readonly points: readonly FunnelPoint[];
  readonly edges: readonly FunnelEdge[];
  readonly sizes: readonly [number, number];
  /** Units without a value, by name: their place would tell their size or value. */
  readonly unseen: readonly {
    readonly code: string;
    readonly name: string;
    readonly row: SafeRow;
  }[];
}

const steps = 60;
/** With a space that does not break. */
const farLimits = '99.8\u00a0% limits';
const byText = new Intl.Collator('en-GB', { numeric: true });

/**
 * A proportion by district or school against its denominator. Average, spread and the axes come from the
 * units that are shown, so that they tell nothing of the hidden ones. People of no known unit are none.
 */
export function funnelFigures(
  table: SafeTable,
  by: DimensionId,
  period: string,
  places: Places,
): FunnelFigures {
  const units = rowsFor(table, period).flatMap((row) => {
    const code = row.keys[by] ?? 'unknown';
    const { numerator, denominator, value } = row;
    const unit =
      numerator.value === null || value.value === null || !denominator.value
        ? null
        : { numerator: numerator.value, denominator: denominator.value };
    return code === 'unknown' ? [] : { code, name: groupName(by, code, places), row, unit };
  });
  const funnel = makeFunnel(units.flatMap(({ unit }) => unit ?? []));
  const points = units.flatMap(({ unit, ...rest }): FunnelPoint[] => {
    const place = funnel && unit && placeInFunnel(funnel, unit);
    if (!place) return [];
    return [{ ...rest, size: unit.denominator, value: unit.numerator / unit.denominator, place }];
  });
  points.sort((a, b) => a.size - b.size || byText.compare(a.name, b.name));
  const [least, most] = [points[0]?.size ?? 0, points.at(-1)?.size ?? 0];
  const margin = most > least ? (most - least) * 0.06 : most * 0.1;
  const sizes = [Math.max(least * 0.5, least - margin), most + margin] as const;
  const edges = Array.from({ length: steps + 1 }, (_, step): FunnelEdge | null => {
    const size = sizes[0] + ((sizes[1] - sizes[0]) * step) / steps;
    const near = funnel && funnelLimits(funnel, size, CONFIDENCE_95.z);
    const far = funnel && funnelLimits(funnel, size, CONFIDENCE_99_8.z);
    return near && far ? { size, near, far } : null;
  });
  const unseen = units
    .filter(({ unit }) => unit === null)
    .map(({ code, name, row }) => ({ code, name, row }))
    .sort((a, b) => byText.compare(a.name, b.name));
  return {
    table,
    by,
    period,
    average: funnel?.average ?? null,
    points,
    edges: edges.filter((edge) => edge !== null),
    sizes,
    unseen,
  };
}

export const placeWords: Readonly<Record<FunnelPlace, string>> = {
  'below 99.8': 'below the 99.8 % limit',
  'below 95': 'between the lower 95 and 99.8 % limits',
  within: 'within the 95 % limits',
  'above 95': 'between the upper 95 and 99.8 % limits',
  'above 99.8': 'above the 99.8 % limit',
};

/** Beyond 99.8 %: further than chance would put one of hundreds. */
export function isOutside({ place }: FunnelPoint): boolean {
  return place === 'above 99.8' || place === 'below 99.8';
}

export function sayPoint({ table }: FunnelFigures, { row, size, place }: FunnelPoint): string {
  const of = `of ${formatCount(size)} ${table.measure.denominator}`;
  return `${formatCell(row.value, table.measure.unit)} ${of}; ${placeWords[place]}`;
}

/** Why a unit has no place: "not shown: hidden to protect people, …". */
export function sayUnseen({ table }: FunnelFigures, row: SafeRow): string {
  return isHidden(row.value)
    ? `not shown: ${reasonFor('c')}`
    : sayCell(row.value, table.measure.unit);
}

/** The units without a place, in words under the picture; the hidden apart from those without figures. */
export function unseenWords({ unseen }: FunnelFigures, most = 12): readonly string[] {
  const say = (what: string, names: readonly string[]): string[] => {
    if (names.length === 0) return [];
    const over = names.length - most;
    const listed = over > 0 ? [...names.slice(0, most), `${formatCount(over)} more`] : names;
    return [`${what}: ${formatList(listed)}.`];
  };
  const named = (hidden: boolean) =>
    unseen.filter(({ row }) => isHidden(row.value) === hidden).map(({ name }) => name);
  return [...say('Not shown: small numbers', named(true)), ...say('No figure', named(false))];
}

/** Who lies outside the funnel. */
export function funnelTitle(figures: FunnelFigures): string {
  const { table, by, points } = figures;
  const [one, many] = by === 'school' ? ['school', 'schools'] : ['district', 'districts'];
  const { label } = table.measure;
  if (points.length === 0) return `${label}: no ${one} can be shown`;
  const ranked = points.toSorted((a, b) => b.value - a.value);
  const say = (place: FunnelPlace): string | null => {
    const found = ranked.filter((point) => point.place === place);
    if (found.length === 0) return null;
    const where = place === 'above 99.8' ? 'above' : 'below';
    const who =
      found.length > 4 ? formatMany(found.length, one) : formatList(found.map((each) => each.name));
    return `${who} ${found.length === 1 ? 'lies' : 'lie'} ${where} the ${farLimits}`;
  };
  const outside = [say('above 99.8'), say('below 99.8')].filter((part) => part !== null);
  return outside.length > 0
    ? `${label}: ${outside.join('; ')}`
    : `${label}: none of the ${formatCount(points.length)} ${many} shown lies outside the ${farLimits}`;
}

export function funnelTable(figures: FunnelFigures, choosable: boolean): TableModel {
  const { table, by, period, points, unseen } = figures;
  const { measure } = table;
  const what = by === 'school' ? 'School' : 'District';
  const ranked = points.toSorted((a, b) => b.value - a.value);
  const row = (code: string, name: string, of: SafeRow, place: string) => ({
    key: code,
    ...(choosable ? { filters: code } : {}),
    cells: [name, of.numerator, of.denominator, of.value, place],
  });
  return {
    caption: `${measure.label} by ${what.toLowerCase()} and size, ${periodLabel(period)}`,
    columns: [
      { id: by, label: what, kind: 'text' },
      { id: 'numerator', label: `Counted: ${measure.numerator}`, kind: 'count' },
      { id: 'denominator', label: 'Out of', kind: 'count' },
      { id: 'value', label: measure.label, kind: measure.unit },
      { id: 'place', label: 'Place in the funnel', kind: 'text' },
    ],
    rows: [
      ...ranked.map((each) => row(each.code, each.name, each.row, placeWords[each.place])),
      ...unseen.map((each) => row(each.code, each.name, each.row, 'not placed')),
    ],
  };
}
