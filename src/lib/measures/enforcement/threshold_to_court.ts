import { thresholdCaveats, thresholdScope, thresholdsMet } from '../attendance/penalty_threshold';
import { scopeCaveats as attendanceCaveats } from '../attendance/scope';
import type { Measure } from '../measure';
import { outcomeCaveat } from './scope';

export const thresholdToCourt: Measure = {
  ...thresholdScope,
  id: 'threshold_to_court',
  chapter: 'Enforcement and licences',
  label: 'From threshold to court',
  definition:
    'Of the enrolments that met the threshold of 10 unauthorised sessions within 10 school weeks, the share that reached each step: a penalty notice that was not withdrawn, every notice paid or one not paid, a prosecution, a verdict of guilty.',
  polarity: 'neutral',
  numerator: 'enrolments that reached the step',
  denominator: 'enrolments that met the threshold',
  dimensions: [...thresholdScope.dimensions, 'threshold_step'],
  // each step is a part of one before
  overlapping: ['threshold_step'],
  dimensionNotes: {
    ...thresholdScope.dimensionNotes,
    threshold_step:
      'each step is among those of the step before: notices among those who met the threshold, paid and not paid among those with a notice, prosecuted among those with a notice not paid, found guilty among those prosecuted',
  },
  kinds: { threshold_step: 'threshold_step_names' },
  needs: ['people', 'schools', 'attendance', 'enforcements'],
  needsColumns: ['enforcements.outcome'],
  coveredBy: 'enforcements',
  caveats: [
    'One set of enrolments is followed: those that met the threshold in the year. Notices and prosecutions of others, such as for a holiday below the threshold, are not in it, so its counts are lower than those of all notices and prosecutions.',
    'A notice counts in the weeks of the first window that met the threshold and the 10 school weeks after, a prosecution whenever it came after the notice. A pupil with one notice paid and another not paid is under not paid.',
    'A prosecution on or after the day of the notice is taken to be about the same absence; the extract does not say so.',
    'Met is everybody, so without a split the share is 100 %.',
    outcomeCaveat,
    ...thresholdCaveats,
    ...attendanceCaveats,
  ],
  // The people are held against those of the step before: few who fell out between two steps are protected too.
  sql: `with
population as (
  select
    {population_dimensions}
    count(*) as met
  from ${thresholdsMet.from}
  where ${thresholdsMet.where.join('\n    and ')}{population_filters}
  group by all
),
counted as (
  select
    {dimensions}
    count(distinct enrolment_no) filter (where reached) as reached_step,
    count(distinct enrolment_no) as reached_step_before
  from threshold_steps
  where ${thresholdsMet.where.join('\n    and ')}{filters}
  group by all
)
select
  {keys}
  coalesce(reached_step, 0) as numerator,
  met as denominator,
  coalesce(reached_step, 0) as people_in_numerator,
  coalesce(reached_step_before, 0) as people_in_denominator
from population{kinds}
left join counted
  on {match}
order by all`,
};
