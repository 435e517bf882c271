import type { DimensionId, Measure, SomeKinds } from '../measure';
import type { Counted } from '../shapes';

/** Where authorised absence and all that holds it stop being one series. */
export const interviewBreak = {
  from: '2024-08-19',
  what: 'An interview (J, now J1) counted as attending before and is authorised absence since.',
} as const;

/** What every absence measure shares: the scope of the national statistics, its dimensions and caveats. */
/**
 * The bands of absence from one lower edge on, by which `absence_bands` splits the same enrolments.
 *
 * @param from the lower edge of the first band, in percent
 */
export function inBandsFrom(from: number): SomeKinds {
  const edges = [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50].filter((edge) => edge >= from);
  const codes = edges.map((edge) => (edge === 50 ? '50-100' : `${edge}-${edge + 4}.99`));
  return { measure: 'absence_bands', kind: 'absence_band', codes };
}

export const attendanceScope = {
  chapter: 'Attendance',
  kind: 'proportion',
  unit: 'percent',
  polarity: 'higher_is_worse',
  periodBases: ['academic_year', 'term', 'year_to_date'],
  dimensions: [
    'district',
    'home_district',
    'school',
    'year_group',
    'sex',
    'ethnic_group',
    'sen',
    'free_school_meals',
    'english_additional',
    'deprivation',
    'prior_attainment',
    'social_care',
    'uasc',
    'phase',
  ] satisfies DimensionId[],
  dimensionNotes: {
    district: 'district of the school',
    home_district: 'district where the pupil lives',
    year_group: 'by age on 31 August: age 15 is Year 11',
    social_care:
      'open on 31 March of the academic year; who has more than one counts under the first. Published absence of children in need and looked after children comes from a release matched by pupil and differs',
    phase: 'alternative provision has a row of its own and is in no total',
  },
  needs: ['people', 'schools', ['attendance', 'attendance_totals']],
  coveredBy: 'attendance',
  columns: { district: 'school_district', school: 'school_id' },
  breaks: [interviewBreak],
} as const satisfies Partial<Measure>;

export const scopeCaveats = [
  'Counts enrolments, not pupils: a child who changes school in the year is two enrolments, each judged alone.',
  'Covers ages 5 to 15 on 31 August in state-funded primary, secondary and special schools of the county. Alternative provision, boarders and guest pupils are out of the total.',
  'Year 11 loses the second half of the summer term, and an enrolment that starts only then is not in the year.',
  'One term, the year to date and a full year give different rates for the same children: compare like with like.',
  'Register codes changed on 19 August 2024: an interview (J, now J1) counted as attending before and is authorised absence since.',
] as const;

/** Of every share of sessions. */
export const sessionsCaveat =
  'The interval treats sessions as independent. A child who misses one session is likely to miss the next, so the true uncertainty is wider.';

export const absenceMethodology =
  'Department for Education, Pupil absence in schools in England: methodology; School Attendance (Pupil Registration) (England) Regulations 2024, SI 2024/208, regulation 10';

/** The rows every absence measure counts; the scope is written here and in the mart, and nowhere else. */
export const enrolmentsInScope = {
  from: 'enrolment_periods',
  where: ['academic_year = $academic_year', 'period = $period', 'in_scope', 'phase in ({phases})'],
} as const satisfies Counted;

/** The same, as the end of a statement. */
export const fromEnrolmentPeriods = `from ${enrolmentsInScope.from}
where ${enrolmentsInScope.where.join('\n  and ')}{filters}
group by all
order by all`;
