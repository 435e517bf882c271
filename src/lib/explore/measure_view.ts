import { dimensions } from '../measures/dimensions';
import type { DimensionId, Measure } from '../measures/measure';
import { parsePeriod, type Period } from '../measures/period';
import { basisFor } from '../measures/statement';

/** What the reader looks at on the Measures page. The whole of it is in the URL fragment. */
export interface MeasureView {
  readonly measure: string;
  /** The groups it is split by; null is the county over time. */
  readonly by: DimensionId | null;
  /** A period such as `2024-25-t1`; null is the latest that the data hold. */
  readonly period: string | null;
  /** The district it is for; null is the whole county. */
  readonly district: string | null;
  /** The group that the others are held against; null is the one that is steadiest. */
  readonly against: string | null;
}

/** A code of a group, or a combination of codes. */
const groupCode = /^[\w .+-]{1,80}$/;

/** What a link may name; the county and the catalogue know. */
export interface MeasureLimits {
  /** In the order of the dictionary; the first is shown when none is asked for. */
  readonly measures: readonly Measure[];
  readonly districts: readonly string[];
}

const version = '1';
/** How a link says that nothing is split, where something would be at first. */
const overTime = 'time';

/** The dimension that says for which district a measure is; null where it knows none. */
export function districtDimensionOf(measure: Measure): 'district' | 'home_district' | null {
  if (measure.dimensions.includes('district')) return 'district';
  return measure.dimensions.includes('home_district') ? 'home_district' : null;
}

/**
 * How a measure is split at first. One that tells kinds apart says little before they are seen: the
 * absence bands of everybody add up to everybody. The kinds with the fewest words come first.
 */
export function firstSplit(measure: Measure): DimensionId | null {
  const kinds = measure.dimensions.filter((id) => measure.kinds?.[id] !== undefined);
  const words = (id: DimensionId): number => Object.keys(dimensions[id].values).length || Infinity;
  return kinds.toSorted((a, b) => words(a) - words(b))[0] ?? null;
}

function hasPeriod(measure: Measure, period: Period): boolean {
  return measure.periodBases.includes(basisFor(measure, period));
}

/** The same view of another measure; what that one has no answer to is left out. */
export function viewOf(measure: Measure, view: MeasureView): MeasureView {
  const period = view.period === null ? null : parsePeriod(view.period);
  return {
    measure: measure.id,
    by: view.by !== null && measure.dimensions.includes(view.by) ? view.by : firstSplit(measure),
    period: period !== null && hasPeriod(measure, period) ? view.period : null,
    district: districtDimensionOf(measure) === null ? null : view.district,
    against: view.by !== null && measure.dimensions.includes(view.by) ? view.against : null,
  };
}

/** The view as a URL fragment without `#`; what is as it is at first is not written. */
export function measureViewToFragment(view: MeasureView, limits: MeasureLimits): string {
  const fields: [string, string][] = [];
  if (view.measure !== limits.measures[0]?.id) fields.push(['measure', view.measure]);
  const measure = limits.measures.find(({ id }) => id === view.measure);
  if (measure && view.by !== firstSplit(measure)) fields.push(['by', view.by ?? overTime]);
  if (view.period !== null) fields.push(['period', view.period]);
  if (view.district !== null) fields.push(['district', view.district]);
  if (view.against !== null) fields.push(['against', view.against]);
  if (fields.length === 0) return '';
  return new URLSearchParams([['v', version], ...fields]).toString();
}

/**
 * Reads a fragment, with or without `#`. What it names wrongly is left out, and a note in plain words
 * says so; the rest of the link still counts. Null when there is no measure at all.
 */
export function measureViewFromFragment(
  fragment: string,
  limits: MeasureLimits,
): { view: MeasureView; measure: Measure; notes: readonly string[] } | null {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''));
  const notes: string[] = [];
  const drop = (field: string, text: string, why = 'which does not exist here') =>
    notes.push(`The link asks for ${field} “${text}”, ${why}; it was left out.`);
  const take = (field: string): string | null => fields.get(field) || null;

  if ((fields.get('v') ?? version) !== version) {
    notes.push(
      'The link was made by another version of Waymark; parts of its view may be missing.',
    );
  }
  const id = take('measure');
  const measure = limits.measures.find((each) => each.id === id) ?? limits.measures[0];
  if (!measure) return null;
  if (id !== null && measure.id !== id) drop('the measure', id);

  const by = take('by');
  const found = measure.dimensions.find((dimension) => dimension === by) ?? null;
  const notOfMeasure = `which ${measure.label} does not have`;
  const isKnown = found !== null || by === overTime;
  const split = isKnown ? found : firstSplit(measure);
  if (by !== null && !isKnown) drop('the split', by, notOfMeasure);

  const text = take('period');
  const period = text === null ? null : parsePeriod(text);
  const known = period !== null && hasPeriod(measure, period);
  if (text !== null && !known) drop('the period', text, notOfMeasure);

  const code = take('district');
  const dimension = districtDimensionOf(measure);
  const district = dimension === null || !limits.districts.includes(code ?? '') ? null : code;
  if (code !== null && district === null) {
    drop('the district', code, dimension === null ? notOfMeasure : undefined);
  }

  const group = take('against');
  const against = split !== null && group !== null && groupCode.test(group) ? group : null;
  if (group !== null && against === null) drop('the group to hold others against', group);
  return {
    view: { measure: measure.id, by: split, period: known ? text : null, district, against },
    measure,
    notes,
  };
}
