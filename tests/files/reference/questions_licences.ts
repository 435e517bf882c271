import { kentDistricts, listOf } from './reference_county';
import type { Question } from './question';

/** Decisions in the county's districts, of adults and of children who may be counted. */
const decided = `(
  select *, date >= date '2023-09-01' and date < date '2024-09-01' as in_2023
  from raw_licences
  where (district is null or district in (${listOf(kentDistricts)}))
    and (person_id is null or person_id in (select person_id from persons))
)`;

function granted(measure: string, kind: string): Question {
  return {
    measure,
    period: '2023-24',
    by: ['district', 'licence_decision'],
    sql: `select coalesce(district, 'unknown') as district, decision as licence_decision, count(*)::double as numerator
      from ${decided} where kind = '${kind}' and decision in ('issued', 'renewed') and in_2023 group by all`,
  };
}

export const licenceQuestions: readonly Question[] = [
  granted('work_permits', 'work_permit'),
  granted('performance_licences', 'performance_licence'),
  granted('chaperone_licences', 'chaperone'),
  granted('body_of_persons_approvals', 'body_of_persons'),
  {
    measure: 'work_permits_per_1000',
    period: '2023-24',
    by: ['district'],
    sql: `
      select
        home as district,
        (
          select count(*) from ${decided} as licence
          where licence.district is not distinct from nullif(home, 'unknown')
            and kind = 'work_permit' and decision in ('issued', 'renewed') and in_2023
        )::double as numerator,
        count(*)::double as denominator
      from persons
      where in_county and datesub('year', birth_month, date '2023-08-31') between 13 and 16
      group by home`,
  },
  {
    measure: 'licences_refused',
    period: '2023-24',
    by: ['licence_kind'],
    sql: `select kind as licence_kind, sum((decision = 'refused')::integer)::double as numerator, count(*)::double as denominator
      from ${decided} where decision in ('issued', 'renewed', 'refused') and in_2023 group by all`,
  },
  {
    measure: 'licences_revoked',
    period: '2022-23',
    by: ['licence_kind'],
    sql: `select kind as licence_kind, count(*)::double as numerator
      from ${decided}
      where decision = 'revoked' and date >= date '2022-09-01' and date < date '2023-09-01'
      group by all`,
  },
  {
    measure: 'licence_decisions',
    period: '2024-05-r12',
    by: ['licence_kind', 'licence_decision'],
    sql: `select kind as licence_kind, decision as licence_decision, count(*)::double as numerator
      from ${decided} where date >= date '2023-06-01' and date < date '2024-06-01' group by all`,
  },
];
