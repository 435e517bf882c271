import type { Question } from './question';
import { kindsOf, share } from './neet_shares';

const all = 'true';

const octoberLeavers = `(
  select * from positions where month = date '2024-10-01' and year_group = 12 and code <> 710 and code >= 200
)`;
const guarantees = (year: number) => `(
  select * from (
    select
      guarantee.* exclude (file, place, occurrence),
      persons.* exclude (file, place, occurrence, person_id),
      home as lived_in
    from (select *, row_number() over (partition by person_id, academic_year order by file, place) as occurrence
          from raw_guarantees) as guarantee
    join persons using (person_id)
    where guarantee.occurrence = 1 and in_county and academic_year = ${year}
  )
)`;

/** What was intended, what was offered and what came of it, a year after the year of the guarantee. */
function pathsToDecember(
  period: '2023-24' | '2024-25',
  by: readonly ('district' | 'intended_kind' | 'offer' | 'december_kind')[],
): Question {
  const year = Number(period.slice(0, 4));
  const columns = {
    district: 'said.lived_in',
    offer: 'said.offer',
    intended_kind: `coalesce(
      ['education', 'education', 'work', 'training', 're_engagement', 'neet'][left(intended_destination::varchar, 1)::integer],
      'unknown'
    )`,
    december_kind: `case
      when did.kind is null then 'not_tracked'
      when starts_with(did.kind, 'education') then 'education'
      when starts_with(did.kind, 'employment') or did.kind = 'apprenticeship' then 'work'
      when starts_with(did.kind, 'neet') then 'neet'
      else did.kind
    end`,
  };
  return {
    measure: 'intention_to_december',
    period,
    by,
    sql: `
      select ${by.map((id) => `${columns[id]} as ${id},`).join(' ')} count(*)::double as numerator
      from ${guarantees(year - 1)} as said
      left join positions as did on did.person_id = said.person_id and did.month = date '${year}-12-01'
      where said.year_group = 11 and coalesce(did.code between 200 and 699 or did.code between 800 and 899, true)
      group by all`,
  };
}

/** The September Guarantee, the activity survey, leavers of schools, moves. */
export const neetLeaverQuestions: readonly Question[] = [
  share({
    measure: 'september_guarantee',
    period: '2024-25',
    by: ['year_group', 'district'],
    from: guarantees(2024),
    months: [],
    counted: "offer = 'made'",
  }),
  share({
    measure: 'september_guarantee',
    period: '2023-24',
    by: ['intended_destination'],
    from: guarantees(2023),
    months: [],
    counted: "offer = 'made'",
  }),
  kindsOf({
    measure: 'guarantee_offers',
    period: '2024-25',
    by: ['sen'],
    kind: 'offer',
    value: 'offer',
    from: guarantees(2024),
    months: [],
    counted: all,
  }),
  share({
    measure: 'intended_destination_kept',
    period: '2024-25',
    by: ['intended_destination'],
    from: `(
        select said.*, did.code, did.is_not_known
        from ${guarantees(2023)} as said
        join positions as did on did.person_id = said.person_id and did.month = date '2024-12-01'
        where said.year_group = 11 and said.intended_destination is not null and did.code <> 710
      )`,
    months: [],
    // the first digit, where 1 stands for 2 from Year 12 on
    counted:
      "not is_not_known and left(code::varchar, 1) = replace(left(intended_destination::varchar, 1), '1', '2')",
  }),
  pathsToDecember('2024-25', ['intended_kind', 'offer', 'december_kind']),
  pathsToDecember('2023-24', ['offer', 'december_kind']),
  pathsToDecember('2024-25', ['district', 'intended_kind']),
  share({
    measure: 'activity_survey',
    period: '2024-25',
    by: ['school'],
    from: octoberLeavers,
    months: [],
    counted: 'is_participating',
  }),
  kindsOf({
    measure: 'activity_survey_destinations',
    period: '2024-25',
    by: ['district'],
    kind: 'activity_group',
    value: 'kind',
    from: octoberLeavers,
    months: [],
    counted: all,
  }),
  ...(
    [
      ['leavers_in_learning', 'school', 'is_participating'],
      ['leavers_in_learning', 'sex', 'is_participating'],
    ] as const
  ).map(([measure, dimension, counted]) => ({
    measure,
    period: '2024-25',
    by: ['years_after', dimension] as const,
    sql: `
        select
          years_after,
          ${dimension}::varchar as ${dimension},
          count(*) filter (where ${counted})::double as numerator,
          count(*)::double as denominator
        from school_leavers where march = date '2025-03-01' group by all`,
  })),
  {
    measure: 'leaver_destinations',
    period: '2024-25',
    by: ['years_after', 'destination'],
    onlyFound: true,
    sql: `
        select distinct
          years_after,
          destination,
          (count(*) over (partition by years_after, destination))::double as numerator,
          (count(*) over (partition by years_after))::double as denominator
        from school_leavers where march = date '2025-03-01'`,
  },
  ...(['2025-01', '2024-09'] as const).flatMap((period) => [
    {
      measure: 'movers_in',
      period,
      sql: `select sum(came::integer)::double as numerator, count(*)::double as denominator
          from moves where month = date '${period}-01' and here`,
    },
    {
      measure: 'movers_out',
      period,
      sql: `select sum(went::integer)::double as numerator, count(*)::double as denominator
          from moves where month = date '${period}-01' and was_here`,
    },
  ]),
];
