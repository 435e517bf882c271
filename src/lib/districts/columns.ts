import { catalogue } from '../measures/catalogue';
import type { Measure } from '../measures/measure';
import { placeOf } from '../topics/scope';
import { notOffered, type OwnFields } from '../topics/own_fields';

/** Every measure that can be told apart by district, in the order of the dictionary. */
export const offeredMeasures: readonly Measure[] = catalogue.filter(
  (measure) => placeOf(measure) !== null,
);

/** What the table shows at first: a few figures of every chapter. */
export const defaultColumns: readonly string[] = [
  'neet_or_not_known',
  'not_known',
  'participation',
  'overall_absence',
  'persistent_absence',
  'severe_absence',
  'suspensions',
  'penalty_notices',
  'service_involvement',
  'demand_per_10000',
  're_referrals',
  'unmet_need_persistent_absence',
];

const field = 'columns';

/** The columns in the order of the dictionary, so that the same choice is the same link. */
export function inOrder(ids: readonly string[]): readonly string[] {
  return offeredMeasures.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
}

/** The choice as a field of the link; none when it is what the table shows at first. */
export function columnsToFields(columns: readonly string[]): OwnFields {
  const chosen = inOrder(columns).join('.');
  return chosen === '' || chosen === inOrder(defaultColumns).join('.') ? [] : [[field, chosen]];
}

/**
 * Reads the choice from a fragment, with or without `#`. A measure that does not exist or knows no
 * districts is left out, with a note; when none is left the table shows what it shows at first.
 */
export function columnsFromFragment(fragment: string): {
  readonly columns: readonly string[];
  readonly notes: readonly string[];
} {
  const text = new URLSearchParams(fragment.replace(/^#/, '')).get(field) ?? '';
  const named = [...new Set(text.split('.').filter((id) => id !== ''))];
  const columns = inOrder(named);
  return {
    columns: columns.length === 0 ? inOrder(defaultColumns) : columns,
    notes: named.filter((id) => !columns.includes(id)).map((id) => notOffered('the column', id)),
  };
}
