-- grain: one row a person tracked in Year 12 or 13; key: person_no
-- source: activity_months, people_kept, enrolment_periods, register_sessions, exclusion_events, service_spells, activities; what was on record of their Year 11
create table year_11_records as
with
tracked as (
  select
    person_no,
    -- academic age 15 on 31 August before Year 11 starts
    (turns_0_by_august_of + 15)::smallint as academic_year,
    make_date(turns_0_by_august_of + 15, 9, 1) as first_day,
    make_date(turns_0_by_august_of + 16, 8, 31) as last_day
  from people_kept
  where person_no in (select person_no from activity_months where year_group in (12, 13))
),
attendance as (
  select
    person_no,
    sum(possible)::integer as possible,
    sum(absent)::integer as absent,
    -- each enrolment is judged alone, in whole numbers
    bool_or(10 * absent >= possible) filter (
      where in_scope
        and phase in ('primary', 'secondary', 'special')
    ) as persistently_absent,
    bool_or(phase = 'alternative') as alternative_provision
  from enrolment_periods
  join tracked using (person_no, academic_year)
  where period = 'year'
    and possible > 0
  group by person_no
),
excluded_sessions as (
  select
    person_no,
    sum(sessions)::integer as sessions
  from register_sessions
  join register_codes using (code_no)
  join tracked using (person_no, academic_year)
  where code = 'E'
    -- Year 11 has the second half of the summer term removed
    and term <> 6
  group by person_no
),
suspensions as (
  select
    person_no,
    count(*)::integer as suspensions
  from exclusion_events
  join tracked using (person_no, academic_year)
  where exclusion_kind = 'suspension'
  group by person_no
),
services as (
  select
    person_no,
    -- short breaks are not a period of care
    bool_or(service::varchar = 'looked_after' and not coalesce(legal_status in ('V1', 'V3', 'V4'), false)) as looked_after,
    bool_or(service::varchar = 'youth_justice') as youth_justice
  from service_spells as spell
  join tracked using (person_no)
  where spell.start_date <= last_day
    and (spell.end_date is null or spell.end_date >= first_day)
  group by person_no
),
characteristics as (
  select
    person_no,
    bool_or(characteristics like '%120%' or characteristics like '%180%' or characteristics like '%190%') as pregnant_or_parent,
    bool_or(characteristics like '%140%') as carer,
    bool_or(characteristics like '%170%') as youth_justice,
    bool_or(characteristics like '%110%') as looked_after,
    bool_or(characteristics like '%200%') as alternative_provision
  from loaded_activities as activity
  join tracked using (person_no)
  where activity.month between first_day and last_day
  group by person_no
)
select
  person_no,
  academic_year,
  case
    when attendance.possible is null then 'unknown'
    when 20 * attendance.absent > 3 * attendance.possible then 'under_85'
    when 10 * attendance.absent > attendance.possible then '85_to_90'
    else '90_or_more'
  end as attendance,
  -- null: no enrolment that counts in that year
  coalesce(persistently_absent::varchar, 'unknown') as persistently_absent,
  case
    when coalesce(excluded_sessions.sessions, 0) = 0 then 'none'
    when 2 * excluded_sessions.sessions <= attendance.absent then 'half_or_less'
    else 'more_than_half'
  end as absence_because_excluded,
  case
    when suspensions.suspensions > 0 then 'true'
    when academic_year in (select academic_year from exclusion_events) then 'false'
    else 'unknown'
  end as suspended,
  coalesce(attendance.alternative_provision, false) or coalesce(characteristics.alternative_provision, false) as alternative_provision,
  coalesce(services.looked_after, false) or coalesce(characteristics.looked_after, false) as looked_after,
  coalesce(services.youth_justice, false) or coalesce(characteristics.youth_justice, false) as youth_justice,
  coalesce(pregnant_or_parent, false) as pregnant_or_parent,
  coalesce(carer, false) as carer
from tracked
left join attendance using (person_no)
left join excluded_sessions using (person_no)
left join suspensions using (person_no)
left join services using (person_no)
left join characteristics using (person_no)
order by person_no;
