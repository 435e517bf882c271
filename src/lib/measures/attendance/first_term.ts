import type { Measure } from '../measure';
import { inOnePass } from '../shapes';
import { attendanceScope, scopeCaveats } from './scope';

/** The first term as a signal of the year, over `first_terms`: enrolments that are in both. */
function signal(
  among: string,
  condition: string,
  words: Pick<Measure, 'id' | 'label' | 'definition' | 'numerator' | 'denominator'> &
    Partial<Pick<Measure, 'polarity'>>,
): Measure {
  return {
    ...attendanceScope,
    ...words,
    source:
      'Waymark; persistent absence as in Department for Education, Pupil absence in schools in England: methodology',
    periodBases: ['academic_year'],
    // census returns have no first term of six
    needs: ['people', 'schools', 'attendance'],
    coveredBy: 'registers',
    caveats: [
      ...scopeCaveats,
      'Enrolments with possible sessions in the first term and in the year; one that starts later is left out. The first term is the first of six, about seven weeks.',
      'The first term is a part of the year, so the two agree in part of themselves. A pattern among many pupils says nothing certain of one of them.',
      'While a year is going on it is compared with the year so far.',
    ],
    sql: inOnePass({
      from: 'first_terms',
      where: ['academic_year = $academic_year', among, 'phase in ({phases})'],
      numerator: `count(*) filter (where ${condition})`,
      denominator: 'count(*)',
    }),
  };
}

export const firstTerm: readonly Measure[] = [
  signal('persistent_in_first_term', 'persistent_in_year', {
    id: 'persistent_year_after_persistent_first_term',
    label: 'Persistent in the year, of those persistent in the first term',
    definition:
      'Enrolments persistently absent over the academic year, as a share of those that were persistently absent in its first term.',
    numerator: 'enrolments persistently absent over the year',
    denominator: 'enrolments persistently absent in the first term',
  }),
  signal('not persistent_in_first_term', 'persistent_in_year', {
    id: 'persistent_year_after_other_first_term',
    label: 'Persistent in the year, of those not persistent in the first term',
    definition:
      'Enrolments persistently absent over the academic year, as a share of those that were not persistently absent in its first term.',
    numerator: 'enrolments persistently absent over the year',
    denominator: 'enrolments not persistently absent in the first term',
  }),
  signal('persistent_in_year', 'persistent_in_first_term', {
    id: 'persistent_year_seen_in_first_term',
    label: 'Persistent absence already seen in the first term',
    definition:
      'Enrolments that were persistently absent in the first term already, as a share of those persistently absent over the academic year.',
    polarity: 'neutral',
    numerator: 'enrolments persistently absent in the first term',
    denominator: 'enrolments persistently absent over the year',
  }),
];
