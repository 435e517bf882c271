-- grain: one row an enrolment that met the threshold of a penalty notice, academic year and step that lay before it; key: person_no, school_id, academic_year, threshold_step
-- source: penalty_thresholds, enforcements; whether it reached the step
create table threshold_steps as
with
-- notices about the weeks of the threshold that were not withdrawn
notices as (
  select
    met.person_no,
    met.school_id,
    met.academic_year,
    notice.date,
    coalesce(notice.outcome::varchar, 'unknown') as outcome
  from penalty_thresholds as met
  join loaded_enforcements as notice
    on notice.person_no = met.person_no
    and notice.date between met.first_day and met.last_day
  where notice.action::varchar = 'penalty_notice'
    and coalesce(notice.outcome::varchar, 'unknown') <> 'withdrawn'
    -- being in public while suspended is another offence
    and coalesce(notice.reason::varchar, 'unknown') <> 'excluded_in_public'
),
enrolments_with_notice as (
  select distinct
    person_no,
    school_id,
    academic_year
  from notices
),
not_paid as (
  select
    person_no,
    school_id,
    academic_year,
    min(date) as first_not_paid,
    bool_or(outcome in ('prosecuted', 'guilty', 'not_guilty')) as prosecuted,
    bool_or(outcome = 'guilty') as guilty
  from notices
  where outcome not in ('paid_21', 'paid_28')
  group by person_no, school_id, academic_year
),
-- a prosecution is a row of its own, on or after the day of the notice that was not paid
prosecutions as (
  select
    not_paid.person_no,
    not_paid.school_id,
    not_paid.academic_year,
    bool_or(coalesce(prosecution.outcome::varchar, 'unknown') = 'guilty') as guilty
  from not_paid
  join loaded_enforcements as prosecution
    on prosecution.person_no = not_paid.person_no
    and prosecution.date >= not_paid.first_not_paid
  where prosecution.action::varchar in ('prosecution_444_1', 'prosecution_444_1A')
  group by not_paid.person_no, not_paid.school_id, not_paid.academic_year
),
ways as (
  select
    met.*,
    row_number() over (order by academic_year, person_no, school_id) as enrolment_no,
    enrolments_with_notice.person_no is not null as had_notice,
    not_paid.person_no is not null as was_not_paid,
    coalesce(not_paid.prosecuted, false) or prosecutions.person_no is not null as was_prosecuted,
    coalesce(not_paid.guilty, false) or coalesce(prosecutions.guilty, false) as was_guilty
  from penalty_thresholds as met
  left join enrolments_with_notice using (person_no, school_id, academic_year)
  left join not_paid using (person_no, school_id, academic_year)
  left join prosecutions using (person_no, school_id, academic_year)
)
select
  academic_year,
  person_no,
  school_id,
  enrolment_no,
  threshold_step,
  case threshold_step
    when 'met' then true
    when 'notice' then had_notice
    when 'paid' then not was_not_paid
    when 'not_paid' then was_not_paid
    when 'prosecuted' then was_prosecuted
    else was_guilty
  end as reached,
  year_group,
  sex,
  ethnic_group,
  sen,
  free_school_meals,
  english_additional,
  deprivation,
  prior_attainment,
  social_care,
  uasc,
  home_district,
  school_district,
  phase
from ways
cross join threshold_step_names
-- only who reached the step before can reach this one
where case threshold_step
    when 'met' then true
    when 'notice' then true
    when 'paid' then had_notice
    when 'not_paid' then had_notice
    when 'prosecuted' then was_not_paid
    else was_prosecuted
  end
order by academic_year, person_no, school_id, threshold_step;
