import type { Model } from '../model';

export const trajectoriesModel: Model = {
  id: 'trajectories',
  label: 'Typical courses of attendance',
  question: 'Which courses does absence take from term to term, and how many pupils follow each?',
  method:
    'Weighted k-means on the share of sessions missed in each of the six terms of the latest year that has them, in steps of 2 percentage points. The number of groups is the greatest from 2 to 6 that two halves of the pupils, divided at random, give alike, in which no group is too small to show and pupils are clearly nearer to their own group than to the next; where there is none, no courses are shown.',
  source:
    'Lloyd (1982); Arthur and Vassilvitskii (2007); Tibshirani and Walther (2005); Hennig (2007); Kaufman and Rousseeuw (1990)',
  caveats: [
    'A group is a way to describe many courses. It is not a kind of pupil, and nobody is put into one.',
    'Year 11 is not in it, because its sixth term does not count, nor is anybody who came, left or changed school within the year.',
    'Another year, or another number of groups, would draw the lines elsewhere.',
  ],
  needs: ['people', 'schools', 'attendance'],
  choices: [],
  coveredBy: 'attendance',
  inputs: () => ({ courses: { sql } }),
};

/**
 * One row a course: the rates of the six terms in steps of 2 percentage points, how many enrolments had
 * it, and how many of them were persistently absent in the year.
 */
const sql = `with
complete_years as (
  select academic_year
  from enrolment_periods
  where academic_year <= $academic_year
    and period in ('term_1', 'term_2', 'term_3', 'term_4', 'term_5', 'term_6')
    and in_scope
  group by academic_year
  having count(distinct period) = 6
),
enrolments as (
  select
    academic_year,
    person_no,
    school_id,
    max(round(50 * absent / possible)) filter (where period = 'term_1') as term_1,
    max(round(50 * absent / possible)) filter (where period = 'term_2') as term_2,
    max(round(50 * absent / possible)) filter (where period = 'term_3') as term_3,
    max(round(50 * absent / possible)) filter (where period = 'term_4') as term_4,
    max(round(50 * absent / possible)) filter (where period = 'term_5') as term_5,
    max(round(50 * absent / possible)) filter (where period = 'term_6') as term_6,
    -- in whole numbers, so that an enrolment exactly on the line counts
    bool_or(period = 'year' and 10 * absent >= possible) as persistent
  from enrolment_periods
  where academic_year = (select max(academic_year) from complete_years)
    and period <> 'year_to_date'
    and in_scope
    and phase in ('primary', 'secondary', 'special')
  group by academic_year, person_no, school_id
  having count(distinct period) filter (where period <> 'year') = 6
)
select
  academic_year,
  term_1::integer as term_1,
  term_2::integer as term_2,
  term_3::integer as term_3,
  term_4::integer as term_4,
  term_5::integer as term_5,
  term_6::integer as term_6,
  count(*) as enrolments,
  count(*) filter (where persistent) as persistent
from enrolments
group by all
order by all`;
