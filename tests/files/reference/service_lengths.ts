/**
 * A quantile of the length of spells that started in 2023/24, by service, followed up to 31 July 2025:
 * Kaplan-Meier by hand, none with fewer than ten ends. `spells` must stand.
 */
export const quantileOfLength = (quantile: number): string => `
  with
  -- Kaplan-Meier by hand: the share still open after each length at which some ended
  lengths as (
    select
      service,
      date_diff('day', start_date, least(coalesce(end_date, date '2025-07-31'), date '2025-07-31')) as days,
      coalesce(end_date <= date '2025-07-31', false) as ended
    from spells
    where in_county
      and start_date between date '2023-09-01' and date '2024-08-31'
      and start_date is distinct from end_date
      and age_at(birth_month, start_date) between 0 and 17
  ),
  at_risk as (
    select
      service,
      days,
      count(*) filter (where ended) as ended,
      sum(count(*)) over (partition by service order by days desc) as open_before
    from lengths
    group by service, days
  ),
  curve as (
    select
      service,
      days,
      exp(sum(ln(1 - ended / open_before)) over (partition by service order by days)) as still_open
    from at_risk
    where ended > 0 and ended < open_before
    union all
    select service, days, 0 from at_risk where ended = open_before
  ),
  reached as (
    select service, min(days) filter (where still_open <= ${1 - quantile} + 1e-9) as days
    from curve group by service
  ),
  -- a curve that lies flat exactly on the share: midway to the next end
  flat as (
    select
      curve.service,
      (curve.days + min(later.days)) / 2 as days
    from curve
    join reached using (service, days)
    join curve as later on later.service = curve.service and later.days > curve.days
    where abs(curve.still_open - ${1 - quantile}) < 1e-9
    group by curve.service, curve.days
  )
  select
    service,
    count(*)::double as denominator,
    case when count(*) filter (where ended) < 10 then null
      else coalesce(any_value(flat.days), any_value(reached.days)) end::double as value
  from lengths
  left join reached using (service)
  left join flat using (service)
  group by service`;
