import type { Measure } from '../measure';
import { attendanceScope, enrolmentsInScope } from './scope';

/** What every measure of tenths says of how they are cut. */
export const tenthCaveats = [
  'The tenth is taken within each group that is shown, so the groups do not add up to the total.',
  'Enrolments that missed equally many sessions on the edge of a tenth count in part.',
] as const;

/**
 * What the measures of how absence is concentrated share. Their SQL begins with this and goes on from `ranked`:
 * a row for each group and number of sessions missed, with how many enrolments missed so many and how many more.
 */
export const rankedByAbsence = {
  kind: 'mean',
  whyNoInterval:
    'It depends on the whole distribution of absence among pupils, for which no simple formula holds.',
  polarity: 'neutral',
  populationColumns: attendanceScope.columns,
  sql: `with
-- how many enrolments missed how many sessions
histogram as (
  select
    {population_dimensions}
    absent,
    count(*) as enrolments
  from ${enrolmentsInScope.from}
  where ${enrolmentsInScope.where.join('\n    and ')}{population_filters}
  group by all
),
ranked as (
  select
    {groups}
    absent,
    enrolments,
    sum(enrolments * absent) over (partition by {groups} true) as all_absence,
    sum(enrolments) over (partition by {groups} true) as all_enrolments,
    sum(enrolments) over (partition by {groups} true order by absent desc) - enrolments as more_absent
  from histogram
)`,
} as const satisfies Partial<Measure>;
