import type { DuckDBConnection } from '@duckdb/node-api';
import type { Question } from './question';

/**
 * Table `spells_neet`: a row a spell, found by asking of every NEET month whether a month that shows
 * something else lies between it and the NEET month before. Table `neet_at_month_ends`: the months again, of
 * the 16-17 cohort, with the start of their spell. `positions` must stand.
 */
export async function makeNeetSpells(native: DuckDBConnection): Promise<void> {
  await native.run(`
    create table neet_rows as
    select
      person_id,
      month,
      year_group,
      sex,
      case when neet_since <= month_end then neet_since else month end as said_since,
      -- how many months before have shown something else tells the spells apart
      (
        select count(*) from positions as other
        where other.person_id = positions.person_id
          and other.month < positions.month
          and other.year_group >= 12
          and not other.is_neet
          and not other.is_not_known
      ) as others_before,
      (
        select max(other.month_end) from positions as other
        where other.person_id = positions.person_id
          and other.month < positions.month
          and other.year_group >= 12
          and not other.is_neet
          and not other.is_not_known
      ) as otherwise_until
    from positions
    where is_neet and year_group >= 12;

    create table spells_neet as
    select
      *,
      (
        select min_by({code_month: other.month_end, started: other.started}, other.month)
        from positions as other
        where other.person_id = spell.person_id
          and other.month > spell.last_month
          and not other.is_neet
          and not other.is_not_known
      ) as next
    from (
      select
        person_id,
        others_before,
        min(month) as first_month,
        max(month) as last_month,
        min_by(greatest(said_since, otherwise_until + 1), month) as spell_start,
        min_by(year_group, month) as year_group,
        any_value(sex) as sex
      from neet_rows
      group by all
    ) as spell;

    create table spell_lengths as
    select
      spell_start,
      year_group,
      sex,
      next is not null as over,
      case
        when next is null then datediff('day', spell_start, last_day(last_month))
        when next.started >= last_day(last_month) and next.started <= next.code_month
          then datediff('day', spell_start, next.started)
        else datediff('day', spell_start, next.code_month)
      end as days
    from spells_neet
    where year_group in (12, 13);

    create table neet_at_month_ends as
    select neet_rows.*, spell_start
    from neet_rows
    join spells_neet using (person_id, others_before)
    where neet_rows.year_group in (12, 13)`);
}

const shares = { lower_quartile: 0.75, median: 0.5, upper_quartile: 0.25 } as const;

/** The first day on which the Kaplan-Meier curve is at the share or below, of spells that began in the period. */
export function spellQuantile(
  quantile: keyof typeof shares,
  period: string,
  by: readonly ('sex' | 'year_group')[],
): Question {
  const began =
    period === '2024-06-r12'
      ? "spell_start between date '2023-07-01' and date '2024-06-30'"
      : `spell_start between date '${period.slice(0, 4)}-09-01' and date '20${period.slice(5)}-08-31'`;
  const group = by[0] ?? "'all'";
  return {
    measure: `time_neet_${quantile}`,
    period,
    by,
    sql: `
      with
      spells as (select (${group})::varchar as key, days, over from spell_lengths where ${began}),
      steps as (
        select
          key,
          days,
          count(*) filter (where over) as ended,
          (select count(*) from spells as longer where longer.key = spells.key and longer.days >= spells.days) as at_risk
        from spells
        group by all
      ),
      curve as (
        select *, product(1 - ended / at_risk) over (partition by key order by days) as still from steps
      )
      select
        ${by[0] ? `key as ${by[0]},` : ''}
        (min(days) filter (where still <= ${shares[quantile]} + 1e-9))::double as value,
        (select count(*) from spells where spells.key = curve.key)::double as denominator
      from curve
      group by key`,
  };
}
