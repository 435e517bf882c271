-- grain: one row an enrolment and period (each term, the year, the year to date); key: person_no, school_id, academic_year, period
-- source: enrolment_terms, sessions_after_to_date, enrolment_spells, people_years, absence_bands, schools; sorted by year and period
create table enrolment_periods as
with
-- 15-year-olds (Year 11) have the second half of the summer term removed
terms_that_count as (
  select enrolment_terms.*
  from enrolment_terms
  join people_years using (person_no, academic_year)
  where not (academic_age = 15 and term = 6)
),
by_term as (
  select
    person_no,
    school_id,
    academic_year,
    case term
      when 1 then 'term_1'::period
      when 2 then 'term_2'::period
      when 3 then 'term_3'::period
      when 4 then 'term_4'::period
      when 5 then 'term_5'::period
      else 'term_6'::period
    end as period,
    possible,
    attending,
    authorised,
    unauthorised,
    false as only_in_term_6,
    false as from_census_return
  from terms_that_count
  where term between 1 and 6
),
by_year as (
  select
    person_no,
    school_id,
    academic_year,
    'year'::period as period,
    sum(possible)::integer as possible,
    sum(attending)::integer as attending,
    sum(authorised)::integer as authorised,
    sum(unauthorised)::integer as unauthorised,
    min(term) = 6 and max(term) = 6 as only_in_term_6,
    max(term) > 6 as from_census_return
  from terms_that_count
  group by person_no, school_id, academic_year
),
by_year_to_date as (
  select
    person_no,
    school_id,
    academic_year,
    'year_to_date'::period as period,
    by_year.possible - coalesce(later.possible, 0) as possible,
    by_year.attending - coalesce(later.attending, 0) as attending,
    by_year.authorised - coalesce(later.authorised, 0) as authorised,
    by_year.unauthorised - coalesce(later.unauthorised, 0) as unauthorised,
    only_in_term_6,
    from_census_return
  from by_year
  left join sessions_after_to_date as later using (person_no, school_id, academic_year)
  -- a census return cannot be cut at a day, so it has no year to date beside a year that is going on
  where not from_census_return
    or academic_year >= (
      select coalesce(max(academic_year) filter (where latest_is_going_on), 0) from year_to_date
    )
),
periods as (
  select * from by_term
  union all
  select * from by_year
  union all
  select * from by_year_to_date
),
school_places as (
  select
    school_id,
    coalesce(district::varchar, 'unknown')::district as school_district,
    coalesce(phase::varchar, 'unknown')::phase as phase,
    coalesce(district::varchar in (select district_code from county_districts), false) as in_county
  from loaded_schools
),
first_day_of_term_6 as (
  select
    academic_year,
    min(date) as first_day
  from session_days
  where term = 6
  group by academic_year
)
select
  academic_year,
  period,
  person_no,
  school_id,
  periods.possible,
  periods.attending,
  periods.authorised,
  periods.unauthorised,
  periods.authorised + periods.unauthorised as absent,
  absence_bands.absence_band,
  people_years.academic_age,
  people_years.year_group,
  people_years.sex,
  people_years.ethnic_group,
  people_years.sen,
  people_years.free_school_meals,
  people_years.english_additional,
  people_years.deprivation,
  people_years.prior_attainment,
  people_years.social_care,
  people_years.uasc,
  people_years.home_district,
  coalesce(school.school_district, 'unknown'::district) as school_district,
  coalesce(school.phase, 'unknown'::phase) as phase,
  -- the scope of the national absence statistics, less the phase, which the measure chooses
  people_years.academic_age between 5 and 15
    and periods.possible > 0
    and not coalesce(spell.boarder, false)
    and not coalesce(spell.guest_only, false)
    and coalesce(school.in_county, false)
    -- an enrolment that starts in the second half of the summer term is not in the year's figure
    and not (only_in_term_6 and coalesce(spell.first_day_on_roll >= first_day_of_term_6.first_day, true))
    as in_scope
from periods
join people_years using (person_no, academic_year)
left join school_places as school using (school_id)
left join enrolment_spells as spell using (person_no, school_id, academic_year)
left join first_day_of_term_6 using (academic_year)
-- whole numbers, so that an enrolment exactly on a line is in the band above it; nothing possible is in no band
left join absence_bands
  on absence_bands.band_no = least(20 * (periods.authorised + periods.unauthorised) // nullif(periods.possible, 0), 10)
order by academic_year, period, person_no, school_id;
