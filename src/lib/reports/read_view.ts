import { dimensions } from '../measures/dimensions';
import type { DimensionId } from '../measures/measure';
import { groupDimensions } from '../view/groups';
import { monthsFromField, type Months } from '../view/months';
import { isAcademicYear } from '../view/view';
import { reportParts, type ReportView } from './definition';
import type { Reading } from './reading';

const mostCodes = 200;
/** A code of a group whose codes are no closed list: a school, a week. */
const anyCode = /^[\w .+-]{1,80}$/;

/** The view of a whole report. */
export function readView(reading: Reading, districts: readonly string[]): ReportView | null {
  const found = reading.properties(['year', 'districts', 'groups'], ['part', 'months']);
  const read = found && readFields(found, districts);
  if (!read) return null;
  const { year, districts: codes, groups } = read;
  if (year === undefined || codes === undefined || groups === undefined) return null;
  return { ...read, year, districts: codes, groups };
}

/** What one figure changes of it. */
export function readPartOfView(
  reading: Reading,
  districts: readonly string[],
): Partial<ReportView> | null {
  const found = reading.properties([], ['year', 'part', 'months', 'districts', 'groups']);
  return found && readFields(found, districts);
}

type Field = 'year' | 'part' | 'months' | 'districts' | 'groups';

function readFields(
  found: Readonly<Record<Field, Reading | null>>,
  districts: readonly string[],
): Partial<ReportView> {
  const year = found.year && readYear(found.year);
  const part = found.part?.oneOf(reportParts, 'part of a year');
  const months = found.months && readMonths(found.months);
  const codes = found.districts && readCodes('district', found.districts, districts);
  const groups = found.groups && readGroups(found.groups, districts, groupDimensions);
  return {
    ...(year ? { year } : {}),
    ...(part ? { part } : {}),
    ...(months ? { months } : {}),
    ...(codes ? { districts: codes } : {}),
    ...(groups ? { groups } : {}),
  };
}

function readYear(reading: Reading): string | null {
  const { value } = reading;
  return value === 'latest' || (typeof value === 'string' && isAcademicYear(value))
    ? value
    : reading.fault('It must be “latest” or an academic year such as “2024-25”.');
}

function readMonths(reading: Reading): Months | 'latest' | null {
  if (reading.value === 'latest') return 'latest';
  const found = reading.properties(['from', 'to']);
  if (found === null) return null;
  const from = found.from?.text(7) ?? null;
  const to = found.to?.text(7) ?? null;
  if (from === null || to === null) return null;
  return (
    monthsFromField(`${from}.${to}`) ??
    reading.fault('These must be two months in order, such as from “2024-09” to “2025-02”.')
  );
}

/**
 * Filters: codes by dimension, none of them empty.
 *
 * @param among the dimensions that may be filtered
 */
export function readGroups(
  reading: Reading,
  districts: readonly string[],
  among: readonly DimensionId[],
): Partial<Record<DimensionId, readonly string[]>> | null {
  const entries = reading.entries();
  if (entries === null) return null;
  const groups: [DimensionId, readonly string[]][] = [];
  for (const [name, codes] of entries) {
    const id = among.find((each) => each === name);
    if (id === undefined) {
      codes.fault('This is nothing to filter by here.', false);
      continue;
    }
    const read = readCodes(id, codes, districts);
    if (read && read.length > 0) groups.push([id, read]);
    else if (read) codes.fault('It must not be an empty list.', false);
  }
  return Object.fromEntries(groups) as Partial<Record<DimensionId, readonly string[]>>;
}

/** Codes of one dimension, each once and in order. */
function readCodes(
  id: DimensionId,
  reading: Reading,
  districts: readonly string[],
): readonly string[] | null {
  const { label, values } = dimensions[id];
  const known = id === 'district' || id === 'home_district' ? districts : Object.keys(values);
  const isKnown = (code: string): boolean =>
    known.length > 0 ? known.includes(code) || code === 'unknown' : anyCode.test(code);
  const list = reading.list(mostCodes);
  if (list === null) return null;
  const codes = list.flatMap((each) => {
    const { value } = each;
    if (typeof value === 'string' && isKnown(value)) return [value];
    each.fault(`There is no such code of ${label.toLowerCase()} here.`);
    return [];
  });
  return codes.length < list.length ? null : [...new Set(codes)].sort();
}
