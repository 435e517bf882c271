import { RequestError } from '../../measures/request';
import { nameOf, type Places } from '../../words/places';
import type { ReportDefinition } from '../definition';
import { attendanceTermly } from './attendance_termly';
import { commissioningNeeds } from './commissioning_needs';
import { districtProfile } from './district_profile';
import { monthlyNeet } from './monthly_neet';
import { scrutinyPaper } from './scrutiny_paper';
import type { ReportTemplate } from './template';

export type { ReportTemplate } from './template';

/** The templates in the order in which they are offered. */
export const templates: readonly ReportTemplate[] = [
  monthlyNeet,
  districtProfile,
  attendanceTermly,
  commissioningNeeds,
  scrutinyPaper,
];

/**
 * The definition of a template. Throws a `RequestError` where it is of one district and none is named, or one that
 * the county does not have.
 *
 * @param district a code; null for the whole county
 */
export function definitionOf(
  { label, takesDistrict, definition }: ReportTemplate,
  district: string | null,
  places: Places,
): ReportDefinition {
  if (district === null) {
    if (takesDistrict) throw new RequestError(`“${label}” is of one district: name its code.`);
    return definition;
  }
  return ofDistrict(definition, district, places);
}

/** A definition about one district, which its title then names. Throws a `RequestError` where there is none. */
export function ofDistrict(
  definition: ReportDefinition,
  district: string,
  places: Places,
): ReportDefinition {
  if (!places.districts.some(({ code }) => code === district)) {
    const all = places.districts.map(({ code, name }) => `${code} ${name}`).join(', ');
    throw new RequestError(`${places.name} has no district ${district}. It has ${all}.`);
  }
  return {
    ...definition,
    title: `${definition.title}: ${nameOf(places, district)}`,
    view: { ...definition.view, districts: [district] },
  };
}
