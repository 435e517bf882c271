-- grain: one row a pupil and period (term, year, year to date) who was also in the one before; key: person_no, academic_year, period
-- source: enrolment_periods; of several enrolments the one with most possible sessions stands for the pupil
create table band_moves as
with
enrolments as (
  select
    *,
    -- a year follows the year before, a term the term before, over the summer too
    case
      when period in ('year', 'year_to_date') then period::varchar
      else 'term'
    end as basis,
    case
      when period in ('year', 'year_to_date') then academic_year
      else 6 * academic_year + right(period::varchar, 1)::integer
    end as place_in_time,
    row_number() over (
      partition by person_no, academic_year, period
      order by possible desc, school_id
    ) as place
  from enrolment_periods
  where in_scope
    and phase in ('primary', 'secondary', 'special')
),
pupils as (
  select * from enrolments where place = 1
)
select
  pupils.academic_year,
  pupils.period,
  person_no,
  earlier.absence_band as band_before,
  pupils.absence_band,
  -- whole numbers, so that a pupil exactly on the line counts
  10 * earlier.absent >= earlier.possible as persistent_before,
  10 * pupils.absent >= pupils.possible as persistent,
  pupils.school_id,
  pupils.year_group,
  pupils.sex,
  pupils.ethnic_group,
  pupils.sen,
  pupils.free_school_meals,
  pupils.english_additional,
  pupils.deprivation,
  pupils.prior_attainment,
  pupils.social_care,
  pupils.uasc,
  pupils.home_district,
  pupils.school_district,
  pupils.phase
from pupils
join pupils as earlier using (person_no, basis)
where earlier.place_in_time = pupils.place_in_time - 1
order by pupils.academic_year, pupils.period, person_no;
