-- grain: one row an activity code and whether its record has lapsed; key: activity_code, currency_lapsed
-- source: the NCCIS activity codes; what a month-end record counts as
create table activity_positions as
with
records as (
  select
    *,
    -- only a record of education, employment or training can lapse; it is then not known until it is verified again
    (currency_lapsed and neet_status = 'EET') as lapsed
  from activity_codes
  cross join (values (false), (true)) as lapses (currency_lapsed)
)
select
  activity_code,
  currency_lapsed,
  activity_group,
  neet_status = 'EET' as can_lapse,
  case
    when lapsed then 'not_known'
    when neet_status = 'NEET' then 'neet'
    when neet_status = 'NOT_KNOWN' then 'not_known'
    when neet_status = 'EET' then 'eet'
    else 'not_counted'
  end::activity_status as status,
  participating and not lapsed as participating,
  case when lapsed then 'lapsed' else activity_code::varchar end::activity as activity,
  case when lapsed then 'not_known' else activity_group end::destination as destination,
  case when lapsed then 'not_known' else duty end::duty as duty
from records;
