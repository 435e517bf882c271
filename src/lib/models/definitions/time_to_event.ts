import type { Model } from '../model';
import { servicesThatLast } from './services_offered';
import { splitChoice, splitColumn } from './splits';

export const timeToEventModel: Model = {
  id: 'time_to_event',
  label: 'How long it takes',
  question: 'How long do people stay NEET, or with a service, and does it differ between groups?',
  method:
    'Kaplan-Meier curves, in which spells that are still going on count for as long as they have been seen, with Greenwood’s variance and limits on the log-log scale; medians and quartiles with their limits; the share still open after 3, 6 and 12 months; and the log-rank test of whether the groups differ.',
  source:
    'Kaplan and Meier (1958); Greenwood (1926); Mantel (1966); Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data (2002)',
  caveats: [
    'A person with several spells is in it several times, and spells of one person are taken as independent.',
    'Groups differ in more than the one thing they are told apart by: a longer time is not the group’s doing.',
    'A drawn step gathers at least six endings, and a curve stops where fewer than six are still followed.',
  ],
  needs: ['people', ['activities', 'involvements', 'attendance']],
  choices: [
    {
      id: 'timed',
      label: 'Of',
      options: [
        { value: 'neet', label: 'Spells of being NEET' },
        { value: 'recovery', label: 'Persistent absence until a term without it' },
        { value: 're_referral', label: 'A referral until the next one' },
        ...servicesThatLast.map(({ value, label }) => ({ value, label: `${label}: spells` })),
      ],
      initial: 'neet',
    },
    splitChoice,
  ],
  coveredBy: 'activities',
  inputs: ({ timed, by }) => ({ spells: { sql: sqlOf(String(timed), splitColumn(by)) } }),
};

function sqlOf(timed: string, group: string): string {
  switch (timed) {
    case 'neet':
      return `select
  ${group} as group_code,
  days,
  count(*) filter (where ended) as ended,
  count(*) filter (where not ended) as still_open
from neet_spells
where year_group in (12, 13)
group by all
order by all`;
    case 'recovery':
      return recovery(group);
    case 're_referral':
      return `with
referrals as (
  select
    *,
    lead(start_date) over (partition by person_no order by start_date, spell_no) as next_referral
  from spells_in_county
  where service::varchar = 'referral'
)
select
  ${group} as group_code,
  (coalesce(next_referral, $extract_date::date) - start_date)::integer as days,
  count(*) filter (where next_referral is not null) as ended,
  count(*) filter (where next_referral is null) as still_open
from referrals
group by all
order by all`;
    default: {
      const service = servicesThatLast.find(({ value }) => value === timed)?.value ?? 'other';
      return `select
  ${group} as group_code,
  days,
  count(*) filter (where ended) as ended,
  count(*) filter (where not ended) as still_open
from spells_in_county
where service::varchar = '${service}'
  and not point_event
  and not short_break
group by all
order by all`;
    }
  }
}

function recovery(group: string): string {
  const column = group === 'district::varchar' ? 'school_district::varchar' : group;
  return `with
term_days as (
  select
    'term_' || term as period,
    max(date) as last_day
  from session_days
  where academic_year = $academic_year
    and term between 1 and 6
  group by term
),
terms as (
  select
    person_no,
    school_id,
    ${column} as group_code,
    last_day,
    10 * absent >= possible as persistent
  from enrolment_periods
  join term_days on term_days.period = enrolment_periods.period::varchar
  where academic_year = $academic_year
    and in_scope
    and phase in ('primary', 'secondary', 'special')
),
first_persistent as (
  select
    person_no,
    school_id,
    group_code,
    min(last_day) as from_day
  from terms
  where persistent
  group by all
),
followed as (
  select
    first_persistent.group_code,
    from_day,
    min(terms.last_day) filter (where not persistent) as recovered_on,
    max(terms.last_day) as last_seen
  from first_persistent
  join terms using (person_no, school_id)
  where terms.last_day > from_day
  group by person_no, school_id, first_persistent.group_code, from_day
)
select
  group_code,
  (coalesce(recovered_on, last_seen) - from_day)::integer as days,
  count(*) filter (where recovered_on is not null) as ended,
  count(*) filter (where recovered_on is null) as still_open
from followed
group by all
order by all`;
}
