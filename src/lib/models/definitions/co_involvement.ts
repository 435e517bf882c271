import type { Model } from '../model';

export const coInvolvementModel: Model = {
  id: 'co_involvement',
  label: 'What comes together',
  question: 'Which services, absence, exclusion and NEET go together more often than chance?',
  method:
    'For each pair of services and outcomes of the year, everybody of compulsory school age and up to Year 13 is put into a table of two by two. The lift is how many times as many have both as if the two had nothing to do with each other; risk ratio and risk difference hold those with the first against those without. Intervals are at 95 %, and the tests are adjusted so that about one in twenty of the pairs called beyond chance is not (Benjamini and Hochberg).',
  source:
    'Katz and others (1978); Newcombe (1998); Benjamini and Hochberg (1995); Agresti, Categorical Data Analysis (2013)',
  caveats: [
    'Going together is not causing: help goes to where need is, so a service goes with what it was called for.',
    'A pair with one to five people in one of its four groups is withheld.',
  ],
  needs: ['people', 'involvements'],
  choices: [],
  coveredBy: 'involvements',
  inputs: () => ({
    population: { sql: `with\n${population}\nselect count(*) as people\nfrom population` },
    things: {
      sql: `with\n${things}\nselect\n  thing,\n  count(*) as people\nfrom things\ngroup by thing\norder by thing`,
    },
    pairs: {
      sql: `with
${things}
select
  one.thing as first_thing,
  other.thing as second_thing,
  count(*) as people
from things as one
join things as other
  on other.person_no = one.person_no
  and other.thing > one.thing
group by one.thing, other.thing
order by one.thing, other.thing`,
    },
  }),
};

const population = `population as (
  select person_no
  from people_years
  where academic_year = $academic_year
    and lives_in_county
    and academic_age between 5 and 17
)`;

/** Single events and the rarest services are left out: they would fill the list with what follows of itself. */
const things = `${population},
things as (
  select distinct
    person_no,
    service::varchar as thing
  from spells_in_county
  join population using (person_no)
  where not point_event
    and start_date < make_date($academic_year + 1, 9, 1)
    and (end_date is null or end_date >= make_date($academic_year, 9, 1))
  union
  select distinct
    person_no,
    'persistent_absence' as thing
  from enrolment_periods
  join population using (person_no)
  where academic_year = $academic_year
    and period = 'year'
    and in_scope
    and phase in ('primary', 'secondary', 'special')
    and 10 * absent >= possible
  union
  select distinct
    person_no,
    'suspended' as thing
  from exclusion_events
  join population using (person_no)
  where academic_year = $academic_year
    and exclusion_kind = 'suspension'
  union
  select distinct
    person_no,
    'neet' as thing
  from activity_months
  join population using (person_no)
  where month between make_date($academic_year, 9, 1) and make_date($academic_year + 1, 8, 1)
    and year_group in (12, 13)
    and status = 'neet'
)`;
