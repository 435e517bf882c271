/** A mart of windows before and after, and how a date is placed among its periods. */
export interface Windows {
  readonly mart: string;
  /** What is matched on besides the period, as columns of the mart. */
  readonly columns: readonly string[];
  /** The period of a date, as SQL. */
  readonly periodOf: (date: string) => string;
  /** How many periods the windows reach back, and on. */
  readonly back: number;
  readonly on: number;
}

/** What begins: its rows as person_no, start_date, end_date, and how much of it there was. */
export interface Treatment {
  readonly rows: string;
  /** The number of the dose group of a row of `starts`, as SQL. */
  readonly dose: string;
}

/** Four weeks from a Monday, as the marts number them. */
export function fourWeeksOf(date: string): string {
  return `((${date} - date '2000-01-03') // 28)::integer`;
}

export function monthOf(date: string): string {
  return `12 * year(${date}) + month(${date})`;
}

/** The term under way on a day, or the last before it. */
export function termOf(date: string): string {
  return `(
      select max(6 * academic_year + term)
      from session_days
      where session_days.date <= ${date}
        and term between 1 and 6
    )`;
}

/**
 * Groups of people who are alike in all that is matched on, with sums over them: people in the period in
 * which the treatment began, and in the same period people who had none from the first day of their
 * windows to the last. Groups that hold nobody treated are told apart by neither period nor school.
 */
export function matchedGroups(windows: Windows, treatment: Treatment): string {
  const { mart, columns, periodOf, back, on } = windows;
  const list = columns.join(',\n  ');
  const same = columns.map((column) => `and strata.${column} = people.${column}`).join('\n  ');
  return `with
treatments as (
  ${treatment.rows}
),
placed as (
  select
    person_no,
    start_date,
    end_date,
    ${periodOf('start_date')} as from_no,
    ${periodOf('end_date')} as to_no
  from treatments
),
-- the periods in whose windows the person had some of it
not_without as (
  select distinct
    person_no,
    unnest(range(from_no - ${on}, to_no + ${back + 1}))::integer as period_no
  from placed
  where from_no is not null
),
starts as (
  select
    *,
    count(*) over (partition by person_no order by from_no range between current row and ${on} following) as times,
    max(to_no) over (partition by person_no order by start_date rows between unbounded preceding and 1 preceding) as last_before
  from placed
),
treated as (
  select
    windows.*,
    ${treatment.dose} as dose
  from ${mart} as windows
  join starts on starts.person_no = windows.person_no and starts.from_no = windows.period_no
  -- none of it was under way in the windows before
  where last_before is null
    or last_before < from_no - ${back}
  -- everybody once: the first start whose windows are complete
  qualify row_number() over (partition by windows.person_no order by start_date) = 1
),
untreated as (
  select windows.*
  from ${mart} as windows
  where period_no in (select period_no from treated)
    and not exists (
      select 1
      from not_without
      where not_without.person_no = windows.person_no
        and not_without.period_no = windows.period_no
    )
),
people as (
  select *, true as treated from treated
  union all by name
  select *, false as treated from untreated
),
strata as (
  select distinct
  period_no,
  ${list}
  from treated
)
select
  strata.period_no as period,
  ${columns.map((column) => `people.${column}::varchar as ${column}`).join(',\n  ')},
  treated,
  dose,
  case when strata.period_no is not null then school_id end as cluster,
  count(*) as people,
  sum(rate_before) as before,
  sum(rate_before * rate_before) as before_squares,
  sum(rate_after - rate_before) as change,
  sum((rate_after - rate_before) * (rate_after - rate_before)) as change_squares,
  sum(rate_before - rate_earlier) as earlier_change,
  sum((rate_before - rate_earlier) * (rate_before - rate_earlier)) as earlier_change_squares
from people
left join strata
  on strata.period_no = people.period_no
  ${same}
group by all
order by all`;
}
