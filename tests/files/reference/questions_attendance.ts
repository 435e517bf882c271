import type { DimensionId } from '$lib/measures/measure';
import { enrolmentsIn, readRegisters, type Enrolments } from './attendance_registers';
import type { Question, QuestionFamily } from './question';
import { penaltyThresholdQuestions } from './questions_penalty_threshold';
import { attendanceChangeQuestions } from './questions_attendance_change';
import { absentCodes, possibleCodes } from './register_codes';
import { listOf } from './reference_county';

interface Asked {
  readonly measure: string;
  readonly by?: readonly DimensionId[];
  readonly year?: number;
  readonly term?: number;
}

function periodOf({ year = 2024, term }: Asked): string {
  return `${year}-${(year % 100) + 1}${term === undefined ? '' : `-t${term}`}`;
}

function within({ year = 2024, term, by = [] }: Asked, codes?: readonly string[]): Enrolments {
  return {
    year,
    withAlternative: by.includes('phase'),
    ...(term === undefined ? {} : { term }),
    ...(codes === undefined ? {} : { codes }),
  };
}

/** A question that sums up or counts enrolments of one period. */
function ofEnrolments(
  asked: Asked,
  numerator: string,
  denominator: string,
  codes?: readonly string[],
): Question {
  const by = asked.by ?? [];
  return {
    measure: asked.measure,
    period: periodOf(asked),
    by,
    sql: `
      select ${[...by, ''].join(', ')} (${numerator})::double as numerator, (${denominator})::double as denominator
      from ${enrolmentsIn(within(asked, codes))}
      group by all`,
  };
}

const sessions = (asked: Asked, codes: readonly string[]): Question =>
  ofEnrolments(asked, 'sum(found)', 'sum(possible)', codes);

const enrolments = (asked: Asked, condition: string, codes?: readonly string[]): Question =>
  ofEnrolments(asked, `count(*) filter (where ${condition})`, 'count(*)', codes);

const unauthorised = ['G', 'N', 'O', 'U'];
const authorised = absentCodes.filter((code) => !unauthorised.includes(code));

const reasonOf = `case
  when code in ('C', 'C1', 'H') then 'granted_leave'
  when code in ('J1', 'R', 'S', 'T') then 'other_authorised'
  else map {
    'I': 'illness', 'M': 'medical_appointment', 'E': 'exclusion', 'C2': 'part_time_timetable',
    'G': 'unauthorised_holiday', 'O': 'other_unauthorised', 'N': 'no_reason_yet', 'U': 'late_after_close'
  }[code]
end`;

/** Sessions by what is on the register, over the possible sessions of everybody in the group. */
function byReason(
  asked: Asked,
  kind: 'register_code' | 'reason_group',
  own: string | null,
): Question {
  const from = enrolmentsIn(within(asked));
  const key = own === null ? '' : `${own},`;
  return {
    measure: asked.measure,
    period: periodOf(asked),
    by: [...(own === null ? [] : [own as DimensionId]), kind],
    onlyFound: true,
    sql: `
      with
      enrolments as (select * from ${from}),
      everybody as (select ${key} sum(possible) as possible from enrolments group by all)
      select
        ${own === null ? '' : `enrolments.${own},`}
        ${kind === 'register_code' ? 'code' : reasonOf} as ${kind},
        sum(sessions)::double as numerator,
        any_value(everybody.possible)::double as denominator
      from attendance_counts
      join enrolments using (academic_year, person_id, school_id)
      join everybody ${own === null ? 'on true' : `on everybody.${own} = enrolments.${own}`}
      where code in (${listOf(absentCodes)}) ${asked.term === undefined ? '' : `and term = ${asked.term}`}
      group by all`,
  };
}

const bands = `case
  when absent * 2 >= possible then '50-100'
  when absent * 20 < possible then '0-4.99'
  else floor(absent * 20 / possible)::integer * 5 || '-' || (floor(absent * 20 / possible)::integer * 5 + 4) || '.99'
end`;

const dayColumns: Readonly<Record<string, string>> = {
  day: 'date::varchar',
  week: '(date - ((dayofweek(date) + 6) % 7)::integer)::varchar',
  weekday: '((dayofweek(date) + 6) % 7 + 1)::varchar',
  am_pm: 'session',
  term: 'term::varchar',
  district: 'register.district',
  phase: 'register.phase',
  year_group: 'year_group',
};

/** Possible sessions day by day of the enrolments of one period. */
function ofDays(asked: Asked, codes: readonly string[]): Question {
  const by = asked.by ?? [];
  return {
    measure: asked.measure,
    period: periodOf(asked),
    by,
    sql: `
      select
        ${by.map((id) => `${dayColumns[id]} as ${id},`).join(' ')}
        (count(*) filter (where code in (${listOf(codes)})))::double as numerator,
        count(*)::double as denominator
      from attendance_register as register
      join ${enrolmentsIn(within(asked))} as enrolments using (academic_year, person_id, school_id)
      where code in (${listOf(possibleCodes)}) ${asked.term === undefined ? '' : `and term = ${asked.term}`}
      group by all`,
  };
}

const tenth: Question = {
  measure: 'share_of_absence_of_the_most_absent_tenth',
  period: '2024-25',
  by: ['phase'],
  // each enrolment takes up a stretch as long as one; those who missed equally much share theirs out
  sql: `
    with
    enrolments as (select phase, absent from ${enrolmentsIn({ year: 2024, withAlternative: true })}),
    placed as (
      select
        phase,
        absent,
        (select count(*) from enrolments as other where other.phase = one.phase and other.absent > one.absent) as before,
        (select count(*) from enrolments as other where other.phase = one.phase and other.absent = one.absent) as equal,
        (select count(*) from enrolments as other where other.phase = one.phase) as everybody
      from enrolments as one
    )
    select
      phase,
      sum(absent * greatest(0, least(1, (everybody / 10 - before) / equal)))::double as numerator,
      sum(absent)::double as denominator
    from placed
    group by phase`,
};

const tenths: Question = {
  measure: 'absence_by_tenth',
  period: '2024-25',
  by: ['phase', 'absence_tenth'],
  // each enrolment takes up a stretch as long as one, in any order among equals; a tenth is a stretch of them all
  sql: `
    with
    enrolments as (
      select
        phase,
        absent,
        row_number() over (partition by phase order by absent desc) as place,
        count(*) over (partition by phase) as everybody,
        sum(absent) over (partition by phase) as all_absent
      from ${enrolmentsIn({ year: 2024, withAlternative: true })}
    )
    select
      phase,
      tenth::varchar as absence_tenth,
      sum(absent * greatest(0, least(place, tenth * everybody / 10) - greatest(place - 1, (tenth - 1) * everybody / 10)))::double as numerator,
      max(all_absent)::double as denominator
    from enrolments, range(1, 11) as tenths (tenth)
    group by all`,
};

export const attendanceQuestions: QuestionFamily = {
  prepare: readRegisters,
  questions: [
    sessions({ measure: 'overall_absence', by: ['deprivation'] }, absentCodes),
    sessions({ measure: 'overall_absence', by: ['school'], year: 2023 }, absentCodes),
    sessions({ measure: 'overall_absence', by: ['social_care'] }, absentCodes),
    sessions({ measure: 'authorised_absence', by: ['prior_attainment'] }, authorised),
    sessions({ measure: 'unauthorised_absence', by: ['english_additional', 'sex'] }, unauthorised),
    sessions({ measure: 'unauthorised_absence', term: 3 }, unauthorised),
    enrolments({ measure: 'persistent_absence', by: ['uasc'] }, '10 * absent >= possible'),
    enrolments({ measure: 'severe_absence', by: ['social_care'] }, '2 * absent >= possible'),
    enrolments(
      { measure: 'near_persistent_absence', by: ['year_group'] },
      'absent * 25 >= possible * 2 and absent * 10 < possible',
    ),
    enrolments(
      { measure: 'high_attendance', by: ['ethnic_group'] },
      '(possible - absent) * 20 >= possible * 19',
    ),
    enrolments(
      { measure: 'high_attendance', term: 5 },
      '(possible - absent) * 20 >= possible * 19',
    ),
    {
      measure: 'absence_bands',
      period: '2024-25',
      by: ['district', 'absence_band'],
      onlyFound: true,
      sql: `
        select
          district,
          ${bands} as absence_band,
          count(*)::double as numerator,
          sum(count(*)) over (partition by district)::double as denominator
        from ${enrolmentsIn({ year: 2024 })}
        group by 1, 2`,
    },
    tenth,
    tenths,
    byReason({ measure: 'absence_by_reason' }, 'register_code', null),
    byReason({ measure: 'absence_by_reason', year: 2023 }, 'reason_group', 'sen'),
    byReason({ measure: 'absence_by_reason', term: 4 }, 'register_code', 'district'),
    sessions({ measure: 'absence_by_reason', by: ['home_district'] }, absentCodes),
    sessions({ measure: 'illness', by: ['year_group'] }, ['I']),
    sessions({ measure: 'illness', term: 2, by: ['district'] }, ['I']),
    sessions({ measure: 'medical_appointment', by: ['sex'] }, ['M']),
    sessions({ measure: 'granted_leave', by: ['phase'] }, ['C', 'C1']),
    sessions({ measure: 'granted_leave', by: ['phase'], year: 2023 }, ['C', 'H', 'F']),
    sessions({ measure: 'part_time_timetable', by: ['sen'] }, ['C2']),
    enrolments({ measure: 'enrolments_on_part_time_timetable', by: ['district'] }, 'found > 0', [
      'C2',
    ]),
    sessions({ measure: 'absence_while_excluded', by: ['free_school_meals'] }, ['E']),
    sessions({ measure: 'other_authorised', by: ['ethnic_group'] }, ['J1', 'R', 'S', 'T']),
    sessions({ measure: 'unauthorised_holiday', by: ['deprivation'] }, ['G']),
    enrolments({ measure: 'enrolments_with_unauthorised_holiday', by: ['phase'] }, 'found > 0', [
      'G',
    ]),
    sessions({ measure: 'other_unauthorised', by: ['social_care'] }, ['O']),
    sessions({ measure: 'no_reason_yet', by: ['school'] }, ['N']),
    sessions({ measure: 'late_after_close', by: ['home_district'] }, ['U']),
    sessions({ measure: 'late_before_close', by: ['year_group'] }, ['L']),
    ofDays({ measure: 'absence_by_day', by: ['day'] }, absentCodes),
    ofDays({ measure: 'absence_by_day', by: ['weekday', 'am_pm'], term: 6 }, absentCodes),
    ofDays({ measure: 'unauthorised_absence_by_day', by: ['week', 'phase'] }, unauthorised),
    ofDays({ measure: 'illness_by_day', by: ['term', 'year_group'], year: 2023 }, ['I']),
    ofDays({ measure: 'unauthorised_holiday_by_day', by: ['weekday', 'district'] }, ['G']),
    ofDays({ measure: 'late_by_day', by: ['am_pm'] }, ['L', 'U']),
    ...attendanceChangeQuestions,
    ...penaltyThresholdQuestions,
  ],
};
