import type { SafeRow, SafeTable } from '../disclosure/safe_table';
import { dimensions } from '../measures/dimensions';
import type { DimensionId } from '../measures/measure';
import { formatDate } from '../ui/format';
import { nameOf, type Places } from '../words/places';
import { rowsFor } from '../words/rows';
import { combinationInWords } from './service_combination';

/** One group of a measure that is split. */
export interface Group {
  readonly code: string;
  readonly name: string;
  readonly row: SafeRow;
}

/** Groups with an order of their own, such as year groups; all others are ranked by their value. */
const ordered: readonly DimensionId[] = [
  'year_group',
  'deprivation',
  'prior_attainment',
  'level_of_need',
  'phase',
  'services_at_once',
  'years_after',
  'time_since_verified',
  'absence_band',
  'band_before',
  'week',
  'weekday',
  'am_pm',
  'day',
  'term',
  'offence_number',
  'absence_tenth',
  'threshold_step',
  'duty',
];

/** Groups that follow one another in time, drawn as a line when they are many. */
const dated: readonly DimensionId[] = ['week', 'day'];

export function isDated(dimension: DimensionId): boolean {
  return dated.includes(dimension);
}

const byText = new Intl.Collator('en-GB', { numeric: true });

/** A group in words. Districts are named by the county; schools and dates by what they are. */
export function groupName(dimension: DimensionId, code: string, places: Places): string {
  const known = dimensions[dimension].values[code];
  if (known !== undefined) return known;
  if (code === 'unknown') return 'Not known';
  if (dimension === 'district' || dimension === 'home_district') return nameOf(places, code);
  if (dimension === 'school') return `School ${code}`;
  if (isDated(dimension) && /^\d{4}-\d{2}-\d{2}/.test(code)) {
    return dimension === 'week' ? `Week of ${formatDate(code)}` : formatDate(code);
  }
  if (dimension === 'service_combination') return combinationInWords(code);
  return code.replaceAll('_', ' ');
}

/**
 * The groups of a period in the order in which they are shown: their own where they have one, else
 * highest first. A group without a value stands in a place that tells nothing of it.
 */
export function groupsOf(
  table: SafeTable,
  dimension: DimensionId,
  period: string,
  places: Places,
): readonly Group[] {
  const groups = rowsFor(table, period).flatMap((row) => {
    const code = row.keys[dimension];
    return code === undefined ? [] : { code, name: groupName(dimension, code, places), row };
  });
  if (ordered.includes(dimension)) {
    const order = orderOf(dimension);
    const place = ({ code }: Group): number => order.get(code) ?? order.size;
    return groups.sort((a, b) => place(a) - place(b) || byText.compare(a.code, b.code));
  }
  return groups.sort((a, b) => {
    const [left, right] = [a.row.value.value, b.row.value.value];
    if (left !== null && right !== null && left !== right) return right - left;
    if ((left === null) !== (right === null)) return left === null ? 1 : -1;
    return byText.compare(a.name, b.name);
  });
}

/** Codes that look like numbers come first in an object whatever its order, so years sort themselves. */
function orderOf(dimension: DimensionId): ReadonlyMap<string, number> {
  const codes = Object.keys(dimensions[dimension].values);
  const numeric = codes.every((code) => code === 'unknown' || /^-?\d+$/.test(code));
  const sorted = numeric ? codes.sort((a, b) => numberOf(a) - numberOf(b)) : codes;
  return new Map(sorted.map((code, index) => [code, index]));
}

function numberOf(code: string): number {
  return code === 'unknown' ? Infinity : Number(code);
}
