-- grain: one row an enforcement action of the county about a pupil who may be counted; key: action_no
-- source: enforcements, people_kept, enrolments, schools, social_care_years; sorted by date
create table enforcement_actions as
with
actions as (
  select
    row_number() over (order by file_no, position)::integer as action_no,
    person_no,
    date,
    date_trunc('month', date)::date as month,
    (year(date) - case when month(date) >= 9 then 0 else 1 end)::smallint as academic_year,
    action::varchar as enforcement_action,
    coalesce(reason::varchar, 'unknown') as enforcement_reason,
    coalesce(outcome::varchar, 'unknown') as enforcement_outcome,
    parent,
    offence_number
  from loaded_enforcements
  where person_no in (select person_no from people_kept)
),
schools_until_then as (
  select
    actions.action_no,
    spell.school_id,
    -- the school on the day, its sole or main one before others; else the one left last
    row_number() over (
      partition by actions.action_no
      order by
        case when spell.end_date is null or spell.end_date >= actions.date then 0 else 1 end,
        case
          when spell.end_date < actions.date then 0
          when coalesce(spell.registration::varchar, 'sole') in ('sole', 'main') then 1
          when spell.registration::varchar = 'dual' then 2
          else 3
        end,
        least(coalesce(spell.end_date, actions.date), actions.date) desc,
        spell.start_date desc,
        spell.school_id
    ) as place
  from actions
  join loaded_enrolments as spell
    on spell.person_no = actions.person_no
    and spell.start_date <= actions.date
    and (spell.end_date is null or spell.end_date >= spell.start_date)
),
with_places as (
  select
    actions.*,
    coalesce(school.phase::varchar, 'unknown')::phase as phase,
    coalesce(school.district::varchar, 'unknown')::district as school_district,
    people_kept.home_district
  from actions
  join people_kept using (person_no)
  left join schools_until_then on schools_until_then.action_no = actions.action_no and schools_until_then.place = 1
  left join loaded_schools as school on school.school_id = schools_until_then.school_id
),
with_authority as (
  select
    *,
    -- orders are sought where the child lives; all else is done for the school
    case
      when enforcement_action in ('education_supervision_order', 'school_attendance_order') then home_district
      else school_district
    end as district
  from with_places
)
select
  action_no,
  person_no,
  date,
  month,
  academic_year,
  enforcement_action,
  enforcement_reason,
  enforcement_outcome,
  parent,
  coalesce(offence_number::varchar, 'unknown') as offence_number,
  district,
  with_authority.home_district,
  phase,
  (academic_year - turns_0_by_august_of - 4)::tinyint as year_group,
  sex,
  ethnic_group,
  sen,
  free_school_meals,
  english_additional,
  deprivation,
  prior_attainment,
  coalesce(social_care_years.social_care, 'none') as social_care
from with_authority
join people_kept using (person_no)
left join social_care_years using (person_no, academic_year)
where district::varchar = 'unknown'
  or district::varchar in (select district_code from county_districts)
order by date, action_no;
