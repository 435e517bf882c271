-- grain: one row a person of Year 11 or 12 and academic year, with the offer for the September after it; key: person_no, academic_year
-- source: guarantees, people_kept who live in the county, activity_months of the December after
create table guarantee_years as
select
  guarantee.person_no,
  guarantee.academic_year,
  guarantee.year_group,
  offer::varchar::offer as offer,
  coalesce(intended_destination::varchar, 'unknown') as intended_destination,
  december.status as december_status,
  -- labels of intended destinations are not confirmed, so they are compared by the first digit; 1 is for staying in
  -- education, whose activity codes begin with 2 from Year 12 on
  december.activity_code // 100 = greatest(intended_destination // 100, 2) as same_first_digit,
  case intended_destination // 100
    when 1 then 'education'
    when 2 then 'education'
    when 3 then 'work'
    when 4 then 'training'
    when 5 then 're_engagement'
    when 6 then 'neet'
    else 'unknown'
  end as intended_kind,
  case
    when december.destination in ('education_ft', 'education_pt') then 'education'
    when december.destination in ('apprenticeship', 'employment_with_study', 'employment') then 'work'
    when december.destination in ('neet_available', 'neet_unavailable') then 'neet'
    else coalesce(december.destination::varchar, 'not_tracked')
  end as december_kind,
  home_district as district,
  people_kept.sex,
  people_kept.ethnic_group,
  people_kept.sen,
  people_kept.free_school_meals,
  people_kept.deprivation,
  people_kept.prior_attainment,
  people_kept.uasc
from loaded_guarantees as guarantee
join people_kept on people_kept.person_no = guarantee.person_no
left join activity_months as december
  on december.person_no = guarantee.person_no
  and december.month = make_date(guarantee.academic_year + 1, 12, 1)
where lives_in_county;
