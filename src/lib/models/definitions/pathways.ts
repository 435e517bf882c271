import type { Model } from '../model';

export const pathwaysModel: Model = {
  id: 'pathways',
  label: 'Pathways',
  question: 'In which order do services, or destinations, follow each other, and how soon?',
  method:
    'The services that worked with each person in the order in which they started, or what each young person of Years 12 and 13 did from month end to month end, are counted as pathways: the commonest ones, how pathways begin, and a semi-Markov matrix of where people go next, with Wilson intervals and the median days before they do.',
  source:
    'Howard, Dynamic Probabilistic Systems (1971); Wilson (1927); the idea of the pathways of Data to Insight’s drift tool',
  caveats: [
    'Only people who moved on are in the matrix, so its days are too short where many are still waiting to move.',
    'Each step is described by the one before it alone; people have longer histories than that.',
    'Pathways of fewer than six people are counted with the others and never listed.',
  ],
  needs: ['people', ['involvements', 'activities']],
  choices: [
    {
      id: 'of',
      label: 'Of',
      options: [
        { value: 'services', label: 'Services' },
        { value: 'destinations', label: 'What young people do after 16' },
      ],
      initial: 'services',
    },
  ],
  coveredBy: 'involvements',
  inputs: ({ of }) =>
    of === 'destinations'
      ? { paths: { sql: destinationPaths }, moves: { sql: movesFrom(destinationSteps) } }
      : { paths: { sql: servicePaths }, moves: { sql: movesFrom(serviceSteps) } },
};

/** The steps of each person in order: `state`, the day it began, and what came before. */
const serviceSteps = `steps as (
  select
    person_no,
    service::varchar as state,
    start_date as began,
    lead(service::varchar) over (partition by person_no order by start_date, spell_no) as next_state,
    lead(start_date) over (partition by person_no order by start_date, spell_no) as next_began
  from spells_in_county
  where not short_break
)`;

const destinationSteps = `positions as (
  select
    person_no,
    month,
    case
      when status = 'neet' then 'neet'
      when status = 'not_known' then 'not_known'
      else activity_group
    end as state
  from activity_months
  where year_group in (12, 13)
    and status <> 'not_counted'
),
positions_and_before as (
  select
    *,
    lag(state) over (partition by person_no order by month) as state_before
  from positions
),
changes as (
  select *
  from positions_and_before
  where state is distinct from state_before
),
steps as (
  select
    person_no,
    state,
    month as began,
    lead(state) over (partition by person_no order by month) as next_state,
    lead(month) over (partition by person_no order by month) as next_began
  from changes
)`;

const paths = `,
pathways as (
  select
    person_no,
    string_agg(state, ' > ' order by began, state) as pathway
  from steps
  group by person_no
)
select
  pathway,
  count(*) as people
from pathways
group by pathway
order by pathway`;

const servicePaths = `with\n${serviceSteps}${paths}`;
const destinationPaths = `with\n${destinationSteps}${paths}`;

function movesFrom(steps: string): string {
  return `with
${steps},
moves as (
  select
    *,
    (next_began - began)::integer as days
  from steps
  where next_state is not null
),
movers as (
  select
    state,
    next_state,
    count(distinct person_no) as people
  from moves
  group by state, next_state
)
select
  state as from_state,
  next_state as to_state,
  days,
  count(*) as moves,
  people
from moves
join movers using (state, next_state)
group by state, next_state, days, people
order by state, next_state, days`;
}
