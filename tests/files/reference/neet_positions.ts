import type { DuckDBConnection } from '@duckdb/node-api';
import { kentDistricts, listOf } from './reference_county';

/** Rules of the domain, section 3.1, copied by hand. */
export const neetCodes = '540, 610, 615, 616, 619, 620, 630, 640, 650, 660, 670, 680';
const notKnownCodes = '810, 820, 830';
export const eetCodes =
  '210, 220, 230, 240, 250, 260, 270, 280, 290, 310, 320, 330, 340, 350, 360, 380, 381, 550, 410, 430, 440, 450, 460, 530';
/** Sections 3.1 and 3.4: in education or training as DfE counts it. */
export const participationCodes =
  '210, 220, 230, 240, 250, 270, 280, 290, 310, 320, 381, 550, 410, 430, 440, 450, 460';

/** The kinds of activity by code, from the table in section 3.1. */
const kindOfCode = `case
    when code in (210, 220, 230, 240, 270, 280, 290) then 'education_ft'
    when code = 250 then 'education_pt'
    when code = 260 then 'gap_year'
    when code = 310 then 'apprenticeship'
    when code in (320, 381, 550) then 'employment_with_study'
    when code in (330, 340, 350, 360, 380) then 'employment'
    when code in (410, 430, 440, 450, 460) then 'training'
    when code = 530 then 're_engagement'
    when code in (540, 610, 615, 616, 619) then 'neet_available'
    when code in (620, 630, 640, 650, 660, 670, 680) then 'neet_unavailable'
    when code in (${notKnownCodes}) then 'not_known'
  end`;

/** Duty buckets of section 3.4; what is in none of them does not meet the duty. */
const dutyOfCode = `case
    when code in (210, 220, 230, 240, 270, 280, 290, 310, 320, 381, 550, 410, 430, 440, 450, 460) then 'meeting'
    when code in (250, 340, 530, 616) then 'working_towards'
    when code in (260, 620, 630, 640, 650, 660, 670, 680) then 'temporary_break'
    when code in (${notKnownCodes}) then 'not_known'
    else 'not_meeting'
  end`;

/**
 * Table `positions`: the first row of each person and month, with primary cohort status, of people who may be
 * counted and lived in the county, with what the domain rules say of it. `persons` must stand.
 */
export async function makePositions(native: DuckDBConnection): Promise<void> {
  await native.run(`
    create table rows_of_activities as
    select * exclude (occurrence, start_date), start_date as started, activity_code as code, last_day(month) as month_end
    from (
      select *, row_number() over (partition by person_id, month order by file, place) as occurrence
      from raw_activities
    )
    where occurrence = 1 and person_id in (select person_id from persons);

    -- Annex A order at each month end, one column a service
    create table care_at_month_end as
    select
      person_id,
      months.month,
      bool_or(service = 'looked_after' and coalesce(legal_status, '') not in ('V1', 'V3', 'V4')
        and datesub('year', birth_month, last_day(months.month)) < 18) as in_care,
      bool_or(service = 'child_protection') as on_plan,
      bool_or(service = 'child_in_need') as in_need,
      bool_or(service = 'care_leaver') as left_care
    from (
      select *, row_number() over (partition by person_id, service, start_date order by file, place) as occurrence
      from raw_involvements
    ) as spell
    join persons using (person_id)
    cross join (select distinct month from raw_activities) as months
    where spell.occurrence = 1
      and spell.start_date <= last_day(months.month)
      and not coalesce(spell.end_date <= last_day(months.month), false)
      and coalesce(spell.end_date >= spell.start_date, true)
    group by all;

    create table positions as
    with
    cohort as (
      select
        rows_of_activities.* exclude (district, file, place),
        persons.* exclude (person_id, occurrence, file, place, sen, sex, prior_attainment),
        coalesce(persons.sex, 'unknown') as sex,
        coalesce(persons.sen, 'unknown') as sen,
        coalesce(persons.prior_attainment, 'unknown') as prior_attainment,
        coalesce(district, home_district, 'unknown') as lived_in,
        -- section 3.2, worked from month of birth and month end
        year(month) - year(birth_month) - 5 - (month(birth_month) > 8)::integer + (month(month) > 8)::integer as year_group
      from rows_of_activities
      join persons using (person_id)
      where coalesce(cohort_status, 'P') = 'P'
    )
    select
      cohort.*,
      coalesce(
        case when in_care then 'looked_after' when on_plan then 'child_protection' when in_need then 'child_in_need'
          when left_care then 'care_leaver' end,
        'none'
      ) as social_care,
      len(list_intersect(
        string_split(coalesce(characteristics, ''), ' '),
        ['110', '130', '140', '150', '160', '170', '190', '200', '210']
      )) > 0 as vulnerable,
      code in (${eetCodes}) as is_eet_code,
      code in (${eetCodes}) and currency_lapsed as is_lapsed,
      code in (${neetCodes}) as is_neet,
      code in (${notKnownCodes}) or (code in (${eetCodes}) and currency_lapsed) as is_not_known,
      code in (${participationCodes}) and not currency_lapsed as is_participating,
      case when code in (${eetCodes}) and currency_lapsed then 'not_known' else ${kindOfCode} end as kind,
      case when code in (${eetCodes}) and currency_lapsed then 'not_known' else ${dutyOfCode} end as duty
    from cohort
    left join care_at_month_end using (person_id, month)
    where lived_in in ('unknown', ${listOf(kentDistricts)});

    create table cohort_16_17 as
    select * from positions
    where year_group in (12, 13) and code in (${neetCodes}, ${notKnownCodes}, ${eetCodes})`);
}
