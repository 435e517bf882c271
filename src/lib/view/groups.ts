import { characteristics } from '../measures/characteristics';
import { dimensions } from '../measures/dimensions';
import type { CharacteristicId, DimensionId, KindId } from '../measures/measure';

/** Kinds of what is counted that several measures share, so that choosing one says something across a page. */
const sharedKinds: readonly KindId[] = [
  'service',
  'activity_group',
  'offer',
  'absence_band',
  'exclusion_reason',
  'enforcement_action',
  'enforcement_reason',
  'enforcement_outcome',
  'licence_kind',
  'licence_decision',
];

/**
 * What a page can be filtered by besides a district: characteristics of people and enrolments whose codes are a
 * closed list, and kinds of what is counted that several measures share. A measure that knows nothing of one says so.
 */
export const groupDimensions: readonly DimensionId[] = [
  ...(Object.keys(characteristics) as CharacteristicId[]).filter(
    (id) =>
      id !== 'district' && id !== 'home_district' && Object.keys(dimensions[id].values).length > 0,
  ),
  ...sharedKinds,
];

/** Codes by dimension, none of them empty: a person or thing counts that is in one code of each. */
export type Groups = Readonly<Partial<Record<DimensionId, readonly string[]>>>;

/** As fields of a link: `sex=F`, `sen=E,K`. */
export function groupsToFields(groups: Groups): [string, string][] {
  return groupDimensions.flatMap((id): [string, string][] => {
    const codes = groups[id] ?? [];
    return codes.length === 0 ? [] : [[id, [...codes].sort().join(',')]];
  });
}

/**
 * Reads the fields of a link. A code that does not exist is left out.
 * @param drop told what was left out
 */
export function groupsFromFields(
  fields: URLSearchParams,
  drop: (field: string, text: string) => void,
): Groups {
  const groups: Partial<Record<DimensionId, readonly string[]>> = {};
  for (const id of groupDimensions) {
    const named = (fields.get(id) ?? '').split(',').filter((code) => code !== '');
    const { label, values } = dimensions[id];
    const codes = [...new Set(named)].filter((code) => Object.hasOwn(values, code)).sort();
    if (codes.length > 0) groups[id] = codes;
    for (const code of named) if (!Object.hasOwn(values, code)) drop(`the group “${label}”`, code);
  }
  return groups;
}
