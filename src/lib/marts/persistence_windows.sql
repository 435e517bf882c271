-- grain: one row a pupil of the county and term in which they had sessions; key: person_no, period_no (six times the academic year and the term)
-- source: enrolment_periods (the enrolments in scope), people_kept; persistent absence in the term before, the term after, and the third term before
create table persistence_windows as
with
by_term as (
  select
    person_no,
    6 * academic_year + right(period::varchar, 1)::integer as period_no,
    max(academic_year) as academic_year,
    arg_max(school_id, possible) as school_id,
    sum(possible)::integer as possible,
    sum(absent)::integer as absent
  from enrolment_periods
  where period in ('term_1', 'term_2', 'term_3', 'term_4', 'term_5', 'term_6')
    and in_scope
    and phase in ('primary', 'secondary', 'special')
    and person_no in (select person_no from people_kept where lives_in_county)
  group by person_no, 6 * academic_year + right(period::varchar, 1)::integer
),
windows as (
  select
    this.person_no,
    this.period_no,
    this.academic_year,
    this.school_id,
    before.possible as possible_before,
    before.absent as absent_before,
    second_before.possible as possible_earlier,
    second_before.absent as absent_earlier,
    -- whole numbers, so that a pupil exactly on the line counts
    10 * third_before.absent >= third_before.possible as persistent_earlier,
    10 * before.absent >= before.possible as persistent_before,
    10 * after.absent >= after.possible as persistent_after
  from by_term as this
  join by_term as third_before on third_before.person_no = this.person_no and third_before.period_no = this.period_no - 3
  join by_term as second_before on second_before.person_no = this.person_no and second_before.period_no = this.period_no - 2
  join by_term as before on before.person_no = this.person_no and before.period_no = this.period_no - 1
  join by_term as after on after.person_no = this.person_no and after.period_no = this.period_no + 1
  -- ten school days or more in each
  where third_before.possible >= 20
    and second_before.possible >= 20
    and before.possible >= 20
    and after.possible >= 20
),
districts as (
  select
    home_district,
    -- a third of the districts each, by their absence
    ntile(3) over (order by sum(absent_before) / sum(possible_before), home_district)::varchar as third
  from windows
  join people_kept using (person_no)
  where home_district <> 'unknown'
  group by home_district
)
select
  person_no,
  period_no,
  school_id,
  case
    when academic_year - turns_0_by_august_of - 4 <= 2 then 'to_year_2'
    when academic_year - turns_0_by_august_of - 4 <= 6 then 'years_3_to_6'
    when academic_year - turns_0_by_august_of - 4 <= 9 then 'years_7_to_9'
    else 'years_10_and_11'
  end as stage,
  sex,
  sen,
  free_school_meals,
  coalesce(districts.third, 'unknown') as district_third,
  case
    when 20 * absent_before < possible_before then 'under_5'
    when 10 * absent_before < possible_before then '5_to_10'
    when 20 * absent_before < 3 * possible_before then '10_to_15'
    when 5 * absent_before < possible_before then '15_to_20'
    when 10 * absent_before < 3 * possible_before then '20_to_30'
    when 2 * absent_before < possible_before then '30_to_50'
    else '50_or_more'
  end as absence_before,
  case
    when 10 * absent_earlier < possible_earlier then 'under_10'
    when 5 * absent_earlier < possible_earlier then '10_to_20'
    else '20_or_more'
  end as absence_earlier,
  persistent_earlier::integer::double as rate_earlier,
  persistent_before::integer::double as rate_before,
  persistent_after::integer::double as rate_after
from windows
join people_kept using (person_no)
left join districts using (home_district)
order by period_no, person_no;
