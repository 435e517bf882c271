import type { Measure } from '../measure';
import { inOnePass, overPopulation } from '../shapes';
import { absenceMethodology, attendanceScope, enrolmentsInScope, scopeCaveats } from './scope';

/** Enrolments whose own absence lies within some limits, as a share of all enrolments. */
function shareOfEnrolments(
  condition: string,
  words: Pick<Measure, 'id' | 'label' | 'definition' | 'numerator' | 'caveats'> &
    Partial<Pick<Measure, 'polarity'>>,
): Measure {
  return {
    ...attendanceScope,
    ...words,
    source: absenceMethodology,
    denominator: 'enrolments',
    sql: inOnePass({
      ...enrolmentsInScope,
      // whole numbers, so that an enrolment exactly on the line is on its right side
      numerator: `count(*) filter (where ${condition})`,
      denominator: 'count(*)',
    }),
  };
}

export const nearPersistentAbsence = shareOfEnrolments(
  '100 * absent >= 8 * possible and 10 * absent < possible',
  {
    id: 'near_persistent_absence',
    label: 'Close to persistent absence',
    definition:
      'Enrolments that missed 8 % or more of their own possible sessions and less than 10 %, as a share of all enrolments.',
    numerator: 'enrolments that missed 8 to under 10 % of their possible sessions',
    caveats: [
      ...scopeCaveats,
      'The lower line of 8 % is this product’s: there is no published figure to compare with.',
      'A fall can mean that pupils attend better, or that they have crossed into persistent absence: read both figures together.',
    ],
  },
);

export const highAttendance = shareOfEnrolments('100 * absent <= 5 * possible', {
  id: 'high_attendance',
  label: 'Attendance of 95 % or more',
  definition:
    'Enrolments that attended 95 % or more of their own possible sessions, as a share of all enrolments.',
  polarity: 'higher_is_better',
  numerator: 'enrolments that attended 95 % or more of their possible sessions',
  caveats: [
    ...scopeCaveats,
    'An enrolment that missed exactly 5 % is in it, while the absence band that starts at 5 % holds it too.',
  ],
});

export const absenceBands: Measure = {
  ...attendanceScope,
  id: 'absence_bands',
  label: 'Absence bands',
  definition:
    'Enrolments by the share of their own possible sessions that they missed, in eleven bands, as a share of all enrolments. Each band holds its lower edge.',
  source:
    'Department for Education, absence distributions dashboard; Pupil absence in schools in England: methodology',
  polarity: 'neutral',
  numerator: 'enrolments in the band',
  denominator: 'enrolments',
  dimensions: [...attendanceScope.dimensions, 'absence_band'],
  kinds: { absence_band: 'absence_bands' },
  populationColumns: attendanceScope.columns,
  caveats: [
    ...scopeCaveats,
    'Without a split by band the figure is 100 %. Bands from 10 % on together are persistent absence, the last is severe absence.',
  ],
  sql: overPopulation({
    population: { ...enrolmentsInScope, count: 'count(*)' },
    counted: { ...enrolmentsInScope, count: 'count(*)' },
  }),
};
