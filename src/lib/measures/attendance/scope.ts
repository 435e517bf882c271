import type { DimensionId, Measure } from '../measure';

/** What every absence measure shares: the scope of the national statistics, its dimensions and caveats. */
export const attendanceScope = {
  chapter: 'Attendance',
  kind: 'proportion',
  unit: 'percent',
  polarity: 'higher_is_worse',
  periodBases: ['academic_year', 'term', 'year_to_date'],
  dimensions: [
    'district',
    'home_district',
    'year_group',
    'sex',
    'ethnic_group',
    'sen',
    'free_school_meals',
    'phase',
  ] satisfies DimensionId[],
  dimensionNotes: {
    district: 'district of the school',
    home_district: 'district where the pupil lives',
    year_group: 'by age on 31 August: age 15 is Year 11',
    phase: 'alternative provision has a row of its own and is in no total',
  },
  needs: ['people', 'schools', ['attendance', 'attendance_totals']],
  coveredBy: 'attendance',
  columns: { district: 'school_district' },
} as const satisfies Partial<Measure>;

export const scopeCaveats = [
  'Counts enrolments, not pupils: a child who changes school in the year is two enrolments, each judged alone.',
  'Covers ages 5 to 15 on 31 August in state-funded primary, secondary and special schools of the county. Alternative provision, boarders and guest pupils are out of the total.',
  'Year 11 loses the second half of the summer term, and an enrolment that starts only then is not in the year.',
  'One term, the year to date and a full year give different rates for the same children: compare like with like.',
  'Register codes changed on 19 August 2024: an interview (J, now J1) counted as attending before and is authorised absence since.',
] as const;

export const absenceMethodology =
  'Department for Education, Pupil absence in schools in England: methodology; School Attendance (Pupil Registration) (England) Regulations 2024, SI 2024/208, regulation 10';

/** The rows every absence measure counts; the scope is written here and in the mart, and nowhere else. */
export const fromEnrolmentPeriods = `from enrolment_periods
where academic_year = $academic_year
  and period = $period
  and in_scope
  and phase in ({phases}){filters}
group by all
order by all`;
