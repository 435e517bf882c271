import type { DimensionId } from '../measures/measure';
import { groupsFromFields, groupsToFields, type Groups } from './groups';
import { monthsFromField, monthsToField, type Months } from './months';

/** Against what the figures are held. */
export type Comparator = 'last_year' | 'county' | 'region' | 'england';

/** A term, the year to date, or (null) the whole academic year. */
export type Part = 't1' | 't2' | 't3' | 't4' | 't5' | 't6' | 'ytd' | null;

/** What the reader looks at. The whole of it is in the URL fragment, so a link shows the same. */
export interface View {
  /** An academic year such as `2024-25`; null is the latest that the data holds. */
  readonly year: string | null;
  readonly part: Part;
  /** Months chosen on an axis of time, which say the year too; null when none are. */
  readonly months: Months | null;
  /** District codes in order; none is all districts. */
  readonly districts: readonly string[];
  /** Only these groups of people; none is everybody. */
  readonly groups: Groups;
  readonly comparator: Comparator;
  /** The measure on the map. */
  readonly map: string;
}

/** What a link may name; the county and the catalogue of measures know. */
export interface ViewLimits {
  readonly districts: readonly string[];
  readonly mapMeasures: readonly string[];
}

export const defaultView: View = {
  year: null,
  part: null,
  months: null,
  districts: [],
  groups: {},
  comparator: 'last_year',
  map: 'neet_or_not_known',
};

export const parts = ['t1', 't2', 't3', 't4', 't5', 't6', 'ytd'] as const;
export const comparators = ['last_year', 'county', 'region', 'england'] as const;

const version = '1';

/** Whether the text is an academic year, two following years: `2024-25`. */
export function isAcademicYear(text: string): boolean {
  const match = /^(20\d\d)-(\d\d)$/.exec(text);
  return match !== null && (Number(match[1]) + 1) % 100 === Number(match[2]);
}

/** The view as a URL fragment without `#`; empty for the default view. */
export function viewToFragment(view: View): string {
  const fields: [string, string][] = [];
  if (view.year !== null) fields.push(['year', view.year]);
  if (view.part !== null) fields.push(['period', view.part]);
  if (view.months !== null) fields.push(['months', monthsToField(view.months)]);
  if (view.districts.length > 0) fields.push(['district', [...view.districts].sort().join('.')]);
  fields.push(...groupsToFields(view.groups));
  if (view.comparator !== defaultView.comparator) fields.push(['against', view.comparator]);
  if (view.map !== defaultView.map) fields.push(['map', view.map]);
  if (fields.length === 0) return '';
  return new URLSearchParams([['v', version], ...fields]).toString();
}

function among<T extends string>(options: readonly T[], text: string): T | undefined {
  return options.find((option) => option === text);
}

/**
 * Reads a fragment, with or without `#`. What it names wrongly is left out, and a note in plain words
 * says so; the rest of the link still counts.
 */
export function viewFromFragment(
  fragment: string,
  limits: ViewLimits,
): { view: View; notes: readonly string[] } {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''));
  const notes: string[] = [];
  const drop = (field: string, text: string) =>
    notes.push(`The link asks for ${field} “${text}”, which does not exist here; it was left out.`);
  let view = defaultView;

  if ((fields.get('v') ?? version) !== version) {
    notes.push(
      'The link was made by another version of Waymark; parts of its view may be missing.',
    );
  }
  const year = fields.get('year');
  if (year !== null) {
    if (isAcademicYear(year)) view = { ...view, year };
    else drop('the year', year);
  }
  const period = fields.get('period');
  if (period !== null) {
    const part = among(parts, period);
    if (part) view = { ...view, part };
    else drop('the period', period);
  }
  const chosen = fields.get('months');
  if (chosen !== null) {
    const months = monthsFromField(chosen);
    if (months) view = { ...view, months };
    else drop('the months', chosen);
  }
  const named = (fields.get('district') ?? '').split('.').filter((code) => code !== '');
  const districts = [...new Set(named)].filter((code) => limits.districts.includes(code)).sort();
  if (districts.length > 0) view = { ...view, districts };
  for (const code of named) if (!limits.districts.includes(code)) drop('the district', code);
  const groups = groupsFromFields(fields, drop);
  if (Object.keys(groups).length > 0) view = { ...view, groups };
  const against = fields.get('against');
  if (against !== null) {
    const comparator = among(comparators, against);
    if (comparator) view = { ...view, comparator };
    else drop('the comparison', against);
  }
  const map = fields.get('map');
  if (map !== null) {
    if (limits.mapMeasures.includes(map)) view = { ...view, map };
    else drop('the map', map);
  }
  return { view, notes };
}

/** One code of several taken in or out: chosen alone it stands alone, and chosen again it is none. */
function toggled(codes: readonly string[], code: string, add: boolean): readonly string[] {
  if (add) {
    const others = codes.filter((each) => each !== code);
    return others.length < codes.length ? others : [...codes, code].sort();
  }
  return codes.length === 1 && codes[0] === code ? [] : [code];
}

/**
 * The view filtered by one district, or by all again when it was already the one: click again to undo.
 * @param add keeps the districts that are chosen already
 */
export function toggleDistrict(view: View, code: string, add = false): View {
  return { ...view, districts: toggled(view.districts, code, add) };
}

/** The same for a group of another dimension. */
export function toggleGroup(view: View, dimension: DimensionId, code: string, add = false): View {
  const { [dimension]: chosen = [], ...others } = view.groups;
  const codes = toggled(chosen, code, add);
  return { ...view, groups: codes.length === 0 ? others : { ...others, [dimension]: codes } };
}
