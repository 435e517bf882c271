import type { Question } from './question';

/** The services open with each child at the end of June 2025. */
const together = `
  together as (
    select
      person_id,
      home,
      list_sort(list_distinct(list(service))) as services,
      list(service) filter (where service = 'looked_after' and coalesce(legal_status, '') not in ('V1', 'V3', 'V4')) as in_care
    from open_on(date '2025-06-30')
    where age_at(birth_month, date '2025-06-30') between 0 and 17
    group by all
  )`;

const ranked = `
  ranked as (
    select
      *,
      case
        when len(in_care) > 0 then 'looked_after'
        when list_contains(services, 'child_protection') then 'child_protection'
        when list_has_any(services, ['child_in_need', 'care_leaver']) then 'child_in_need'
        when list_has_any(services, ['assessment', 'section_47']) then 'assessment'
        when list_contains(services, 'early_help') then 'early_help'
      end as highest_involvement
    from together
  )`;

const socialCare = `
  service in ('child_in_need', 'child_protection', 'looked_after')
  and not (service = 'looked_after' and coalesce(legal_status, '') in ('V1', 'V3', 'V4'))`;

/** Ends within the academic year 2023/24, all of which were followed for 90 days. */
const endedIn2023 = `
  in_county
  and end_date between date '2023-09-01' and date '2024-08-31'
  and age_at(birth_month, end_date) between 0 and 17`;

const followersOf = (days: number): string => `
  followers as (
    select
      spells.spell,
      spells.person_id,
      spells.service as service_before,
      later.service as service_after,
      min(date_diff('day', spells.end_date, later.start_date)) as days,
      min(later.start_date) as next_start
    from spells
    join spells as later
      on later.person_id = spells.person_id
      and later.spell <> spells.spell
      and date_diff('day', spells.end_date, later.start_date) between 0 and ${days}
      and later.start_date <= date '2025-07-31'
    where spells.in_county
      and spells.end_date <= date '2025-07-31'
      and age_at(spells.birth_month, spells.end_date) between 0 and 17
    group by all
  )`;

const share = (numerator: string): string =>
  `(count(*) filter (where ${numerator}))::double as numerator, count(*)::double as denominator`;

/** Questions about several services of one person. `spells` must stand. */
export const joinedServiceQuestions: readonly Question[] = [
  {
    measure: 'step_up',
    period: '2023-24',
    by: ['district'],
    sql: `
      select
        home as district,
        ${share(`exists (
          from spells as later
          where later.person_id = spells.person_id
            and ${socialCare.replaceAll('service ', 'later.service ').replaceAll('legal_status', 'later.legal_status')}
            and date_diff('day', spells.end_date, later.start_date) between 0 and 90
        )`)}
      from spells
      where service = 'early_help' and ${endedIn2023}
      group by all`,
  },
  {
    measure: 'step_down',
    period: '2023-24',
    by: ['district'],
    sql: `
      with
      social_care as (select * from spells where ${socialCare}),
      ends as (
        select distinct person_id, home, end_date
        from social_care as last_spell
        where ${endedIn2023}
      ),
      -- the number of spells that go on over the end: started by then, not ended by then
      way_out as (
        select person_id, ends.home, ends.end_date
        from ends
        join social_care using (person_id)
        group by all
        having count(*) filter (
          where social_care.start_date <= ends.end_date
            and coalesce(social_care.end_date, date '2100-01-01') > ends.end_date
        ) = 0
      ),
      help as (
        select way_out.*, count(spells.spell) as starts
        from way_out
        left join spells
          on spells.person_id = way_out.person_id
          and spells.service = 'early_help'
          and date_diff('day', way_out.end_date, spells.start_date) between 0 and 90
        group by all
      )
      select home as district, ${share('starts > 0')} from help group by all`,
  },
  {
    measure: 'highest_involvement',
    period: '2025-06',
    by: ['highest_involvement'],
    sql: `
      with ${together}, ${ranked}
      select
        highest_involvement,
        count(*)::double as numerator,
        (select count(*) from ranked where highest_involvement is not null)::double as denominator
      from ranked where highest_involvement is not null group by all`,
  },
  {
    measure: 'highest_involvement',
    period: '2025-06',
    by: ['district', 'highest_involvement'],
    onlyFound: true,
    sql: `
      with ${together}, ${ranked}
      select
        home as district,
        highest_involvement,
        count(*)::double as numerator,
        (select count(*) from ranked as all_ranked where all_ranked.home = ranked.home and highest_involvement is not null)::double as denominator
      from ranked where highest_involvement is not null group by all`,
  },
  {
    measure: 'services_at_once',
    period: '2025-06',
    by: ['services_at_once'],
    onlyFound: true,
    sql: `
      with ${together}
      select
        case when len(services) < 5 then len(services)::varchar else '5+' end as services_at_once,
        count(*)::double as numerator,
        (select count(*) from together)::double as denominator
      from together group by all`,
  },
  {
    measure: 'mean_services',
    period: '2025-06',
    by: ['district'],
    sql: `
      with ${together}
      select home as district, sum(len(services))::double as numerator, count(*)::double as denominator
      from together group by all`,
  },
  {
    measure: 'services_together',
    period: '2025-06',
    by: ['service_combination'],
    sql: `
      with ${together}
      select array_to_string(services, ' + ') as service_combination, count(*)::double as numerator
      from together group by all`,
  },
  {
    measure: 'followed_by_service',
    period: '2023-24',
    by: ['service_before', 'service_after'],
    onlyFound: true,
    sql: `
      with ${followersOf(90)},
      ends as (select * from spells where ${endedIn2023})
      select
        service_before,
        service_after,
        count(*)::double as numerator,
        (select count(*) from ends where service = service_before)::double as denominator
      from followers
      where spell in (select spell from ends)
      group by all`,
  },
  {
    measure: 'followed_by_none',
    period: '2023-24',
    by: ['service_before'],
    sql: `
      with ${followersOf(90)}
      select
        service as service_before,
        ${share('spell not in (select spell from followers)')}
      from spells
      where ${endedIn2023}
      group by all`,
  },
  {
    measure: 'days_between_services',
    period: '2024-25',
    by: ['service_before'],
    // without any still going on the Kaplan-Meier median is the middle one, or midway between the middle two
    sql: `
      with ${followersOf(365)}
      select
        service_before,
        count(*)::double as denominator,
        case when count(*) >= 10 then median(days) end::double as value
      from followers
      where next_start between date '2024-09-01' and date '2025-08-31'
      group by all`,
  },
];
