import { measureNamed } from '../measures/catalogue';
import type { Measure } from '../measures/measure';
import type { FigureRequest } from '../measures/request';
import { servicesThatLast } from '../models/definitions/services_offered';
import { periodFor, whereFor, type Scope } from '../topics/scope';
import { nothingIn } from '../topics/topic_words';

/** Measures whose numerator is a need that adds up over the districts. */
const needMeasures: readonly string[] = [
  'neet_or_not_known',
  'neet',
  'not_known',
  'persistent_absence',
  'severe_absence',
  'pupils_suspended',
  'unmet_need_persistent_absence',
  'unmet_need_neet',
  'unmet_need_suspended',
];

export const needs: readonly { readonly value: string; readonly label: string }[] =
  needMeasures.flatMap((id) => {
    const measure = measureNamed(id);
    return measure ? [{ value: id, label: measure.label }] : [];
  });

/** Any service at all: a person with two is two cases. */
export const anyService = 'any';

export const services: readonly { readonly value: string; readonly label: string }[] = [
  { value: anyService, label: 'any service' },
  ...servicesThatLast,
];

export const caseload = 'open_caseload';

/** The district a person lives in where the measure knows it: that is where a service is bought for. */
export function homeOf(measure: Measure): 'home_district' | 'district' {
  return measure.dimensions.includes('home_district') ? 'home_district' : 'district';
}

/** Need and open cases by district, one question each; in words why there is nothing to ask. */
export function shareAsks(
  scope: Scope,
  need: string,
  service: string,
): Readonly<Record<'need' | 'service', FigureRequest>> | string {
  const [needed, open] = [measureNamed(need), measureNamed(caseload)];
  if (!needed || !open) return 'There is no such need.';
  const periods = { need: periodFor(needed, scope), service: periodFor(open, scope) };
  if (periods.need === null) return nothingIn(needed, scope);
  if (periods.service === null) return nothingIn(open, scope);
  const ofService = service === anyService ? {} : { service: [service] };
  const home = homeOf(needed);
  return {
    need: {
      measure: need,
      periods: [periods.need],
      by: [home],
      where: whereFor(needed, scope, ['district', 'home_district']),
    },
    service: {
      measure: caseload,
      periods: [periods.service],
      by: ['district'],
      where: { ...whereFor(open, scope, ['district', 'service']), ...ofService },
    },
  };
}
