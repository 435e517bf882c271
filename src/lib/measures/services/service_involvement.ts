import type { Measure } from '../measure';

export const serviceInvolvement: Measure = {
  id: 'service_involvement',
  label: 'Service involvement',
  definition:
    'Children and young people aged 0 to 17 with at least one open spell of a service at the month end, per 1,000 people of that age who live in the county.',
  source: 'Waymark; after the rates of the Department for Education, Children in need: methodology',
  unit: 'per_1000',
  polarity: 'neutral',
  numerator: 'people with an open spell',
  denominator: 'people aged 0 to 17 in the people extract',
  periodBases: ['month_end'],
  dimensions: [
    'district',
    'year_group',
    'sex',
    'ethnic_group',
    'sen',
    'free_school_meals',
    'service',
  ],
  dimensionNotes: {
    district: 'district where the person lives',
    year_group: 'by age on 31 August before the month end',
    service: 'a person with two services is in both, so services do not add up to the total',
  },
  needs: ['people', 'involvements'],
  caveats: [
    'More involvement is neither good nor bad in itself: it can mean more need, or more help reaching it.',
    'The rate is over the people in the extract, not the population estimate of the Office for National Statistics, so it differs from published rates.',
    'A spell that ends on the last day of the month is not open. A point event, such as a referral, is open on no month end.',
    'Care leavers aged 18 and over are outside the age group.',
    'Kent looks after many unaccompanied asylum-seeking young people, which raises its looked-after rates.',
  ],
  columns: {},
  populationColumns: {
    district: 'home_district',
    year_group: '($academic_year - turns_0_by_august_of - 4)',
  },
  sql: `with
people_in_age_group as (
  select
    {population_dimensions}
    count(*) as people
  from people_kept
  where lives_in_county
    -- aged 0 to 17 at the month end
    and birth_month > ($month::date - interval 18 year)::date
    and birth_month <= $month::date{population_filters}
  group by all
),
people_with_an_open_spell as (
  select
    {dimensions}
    {people_once} as people
  from service_months
  where month = $month::date
    and age between 0 and 17{filters}
  group by all
)
select
  {keys}
  coalesce(people_with_an_open_spell.people, 0) as numerator,
  people_in_age_group.people as denominator
from people_in_age_group{services}
left join people_with_an_open_spell
  on {match}
order by all`,
};
