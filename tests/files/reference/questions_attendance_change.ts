import { enrolmentsIn, type Enrolments } from './attendance_registers';
import type { Question } from './question';

/** The enrolment with most possible sessions of each pupil. */
const pupilsIn = (period: Enrolments): string => `(
  select distinct on (person_id) *, 10 * absent >= possible as persistent
  from ${enrolmentsIn(period)}
  order by person_id, possible desc, school_id
)`;

const twoYears = `${pupilsIn({ year: 2024 })} as now
  join ${pupilsIn({ year: 2023 })} as earlier using (person_id)`;

const band = (of: string): string => `case
  when 2 * ${of}.absent >= ${of}.possible then '50-100'
  else (${of}.absent * 20 // ${of}.possible * 5)::integer || '-' || (${of}.absent * 20 // ${of}.possible * 5 + 4)::integer || '.99'
end`;

const signal = (measure: string, among: string, condition: string): Question => ({
  measure,
  period: '2024-25',
  by: ['free_school_meals'],
  sql: `
    select
      whole.free_school_meals,
      (count(*) filter (where ${condition}))::double as numerator,
      count(*)::double as denominator
    from ${enrolmentsIn({ year: 2024 })} as whole
    join ${enrolmentsIn({ year: 2024, term: 1 })} as autumn using (person_id, school_id)
    where ${among}
    group by all`,
});
const inAutumn = 'autumn.absent >= 0.1::decimal(2, 1) * autumn.possible';
const inYear = 'whole.absent >= 0.1::decimal(2, 1) * whole.possible';

export const attendanceChangeQuestions: readonly Question[] = [
  {
    measure: 'became_persistent',
    period: '2024-25',
    by: ['district'],
    sql: `
      select
        now.district,
        (count(*) filter (where now.persistent))::double as numerator,
        count(*)::double as denominator
      from ${twoYears}
      where not earlier.persistent
      group by all`,
  },
  {
    measure: 'became_persistent',
    period: '2024-25-t1',
    by: ['year_group'],
    sql: `
      select
        now.year_group,
        (count(*) filter (where now.persistent))::double as numerator,
        count(*)::double as denominator
      from ${pupilsIn({ year: 2024, term: 1 })} as now
      join ${pupilsIn({ year: 2023, term: 6 })} as earlier using (person_id)
      where not earlier.persistent
      group by all`,
  },
  {
    measure: 'remained_persistent',
    period: '2024-25',
    by: ['social_care'],
    sql: `
      select
        now.social_care,
        (count(*) filter (where now.persistent))::double as numerator,
        count(*)::double as denominator
      from ${twoYears}
      where earlier.persistent
      group by all`,
  },
  {
    measure: 'recovered_persistent',
    period: '2024-25-t3',
    by: ['sex'],
    sql: `
      select
        now.sex,
        count(*)::double - (count(*) filter (where now.persistent))::double as numerator,
        count(*)::double as denominator
      from ${pupilsIn({ year: 2024, term: 3 })} as now
      join ${pupilsIn({ year: 2024, term: 2 })} as earlier using (person_id)
      where earlier.persistent
      group by all`,
  },
  {
    measure: 'persistent_two_years',
    period: '2024-25',
    by: ['deprivation'],
    sql: `
      select
        now.deprivation,
        sum((now.persistent and earlier.persistent)::integer)::double as numerator,
        count(*)::double as denominator
      from ${twoYears}
      group by all`,
  },
  {
    measure: 'absence_band_moves',
    period: '2024-25',
    by: ['band_before', 'absence_band'],
    onlyFound: true,
    sql: `
      select
        ${band('earlier')} as band_before,
        ${band('now')} as absence_band,
        count(*)::double as numerator,
        sum(count(*)) over (partition by ${band('earlier')})::double as denominator
      from ${twoYears}
      group by 1, 2`,
  },
  signal('persistent_year_after_persistent_first_term', inAutumn, inYear),
  signal('persistent_year_after_other_first_term', `not (${inAutumn})`, inYear),
  signal('persistent_year_seen_in_first_term', inYear, inAutumn),
];
