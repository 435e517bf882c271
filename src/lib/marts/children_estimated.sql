-- grain: one row a month end and district of the county; key: month, district
-- source: populations, month_ends; the estimate of the latest 30 June that was past, ages 0 to 17
create table children_estimated as
with
estimates as (
  select
    district,
    year,
    age,
    -- an estimate for everybody is taken only where there is none by sex
    coalesce(
      sum(population) filter (where sex is not null),
      sum(population) filter (where sex is null)
    ) as population
  from loaded_populations
  where age between 0 and 17
    and district in (select district_code from county_districts)
  group by district, year, age
),
latest as (
  select
    month,
    max(year) as year
  from month_ends
  join (select distinct year from estimates) as years
    on make_date(year, 6, 30) <= month_end
  group by month
)
select
  month,
  district::district as district,
  sum(population)::integer as children
from latest
join estimates using (year)
group by month, district
union all
-- nobody has estimated how many live at an address that is not known
select
  month,
  'unknown'::district as district,
  0 as children
from latest
order by month, district;
