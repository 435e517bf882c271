import type { Question } from './question';
import { kindsOf, share, winter } from './neet_shares';

const all = 'true';
const inWinter = { period: '2025-djf', months: winter(2025) } as const;
const inMarch = { period: '2025-03' } as const;

/** Section 3.3: months after the last verification; everything of education lapses on 31 August. */
const fallsDue = `case
    when code in (210, 220, 230, 240, 250, 270, 280) then month = date '2024-07-01'
    else date_trunc('month', coalesce(last_verified, started) + to_months(
        case when code in (310, 320) then 12 when code = 530 then 3
          when code in (330, 340, 360, 380, 381, 550, 410, 430, 440, 450, 460) then 6 end
      )) = month + interval 1 month
  end`;

const monthsSince = `case
    when datediff('month', last_verified, month) <= 0 then 'under_1_month'
    when datediff('month', last_verified, month) < 3 then '1_to_3_months'
    when datediff('month', last_verified, month) < 6 then '3_to_6_months'
    when datediff('month', last_verified, month) < 12 then '6_to_12_months'
    else 'over_12_months'
  end`;

/** Participation, destinations, and how current the records are. */
export const neetRecordQuestions: readonly Question[] = [
  share({
    measure: 'participation',
    ...inMarch,
    by: ['district'],
    counted: 'is_participating',
  }),
  ...Object.entries({
    full_time_education: 'education_ft',
    part_time_education: 'education_pt',
    apprenticeship: 'apprenticeship',
    job_with_study: 'employment_with_study',
    other_training: 'training',
  }).map(([measure, kind]) =>
    share({ measure, ...inMarch, by: ['sen'], counted: `kind = '${kind}'` }),
  ),
  kindsOf({
    measure: 'destinations',
    ...inWinter,
    by: ['sex'],
    kind: 'activity_group',
    value: 'kind',
    counted: all,
  }),
  kindsOf({
    measure: 'destinations',
    ...inMarch,
    kind: 'activity',
    value: "case when is_lapsed then 'lapsed' else code::varchar end",
    counted: all,
  }),
  kindsOf({
    measure: 'destinations',
    ...inMarch,
    by: ['year_group'],
    kind: 'duty',
    value: 'duty',
    counted: all,
  }),
  share({ measure: 'meeting_duty', ...inMarch, by: ['district'], counted: "duty = 'meeting'" }),
  share({
    measure: 'share_lapsed',
    period: '2024-10',
    by: ['district'],
    counted: 'currency_lapsed',
    of: 'is_eet_code',
  }),
  ...['2024-07', '2024-11'].map((period) =>
    share({
      measure: 'records_falling_due',
      period,
      by: ['year_group'],
      counted: `coalesce(${fallsDue}, false)`,
      of: 'is_eet_code and not currency_lapsed',
    }),
  ),
  {
    measure: 'days_since_verified',
    period: '2024-10',
    by: ['year_group'],
    sql: `
        select
          year_group,
          quantile_disc(month_end - last_verified, 0.5)::double as value,
          count(*)::double as denominator
        from cohort_16_17
        where month = date '2024-10-01' and last_verified <= month_end
        group by year_group`,
  },
  kindsOf({
    measure: 'verified',
    ...inMarch,
    by: ['year_group'],
    kind: 'confirmed_by',
    value: "coalesce(confirmed_by, 'unknown')",
    counted: 'coalesce(last_verified <= month_end, false)',
  }),
  kindsOf({
    measure: 'verified',
    period: '2024-10',
    kind: 'time_since_verified',
    value: monthsSince,
    counted: 'coalesce(last_verified <= month_end, false)',
  }),
];
