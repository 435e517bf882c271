import { characteristics } from '../measures/characteristics';
import { dimensions } from '../measures/dimensions';
import type { DimensionId } from '../measures/measure';

/**
 * Characteristics of people and enrolments whose codes are a closed list, districts aside: by these a page can
 * be filtered. A kind of what is counted, such as an absence band, is of one measure and filters no other.
 */
export const groupDimensions = (Object.keys(characteristics) as DimensionId[]).filter(
  (id) =>
    id !== 'district' && id !== 'home_district' && Object.keys(dimensions[id].values).length > 0,
);

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
