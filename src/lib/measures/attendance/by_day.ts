import type { DimensionId, Measure } from '../measure';
import {
  absenceMethodology,
  attendanceScope,
  interviewBreak,
  scopeCaveats,
  sessionsCaveat,
} from './scope';

/**
 * Sessions of one sort as a share of possible sessions, with the day, week, weekday, term and half of the
 * day as dimensions. `register_days` has no people: at one session every mark is another pupil's, so the
 * busiest session of a group is the fewest people that can stand behind it.
 */
function dayByDay(
  sessions: string,
  words: Pick<Measure, 'id' | 'label' | 'definition' | 'numerator'> & {
    readonly breaks?: NonNullable<Measure['breaks']>;
    readonly caveats?: readonly string[];
  },
): Measure {
  return {
    ...attendanceScope,
    breaks: [],
    ...words,
    source: absenceMethodology,
    denominator: 'possible sessions',
    dimensions: [
      'day',
      'week',
      'weekday',
      'am_pm',
      'term',
      'district',
      'phase',
      'year_group',
    ] satisfies DimensionId[],
    dimensionNotes: {
      district: attendanceScope.dimensionNotes.district,
      phase: attendanceScope.dimensionNotes.phase,
      year_group: attendanceScope.dimensionNotes.year_group,
      week: 'by its Monday',
    },
    // a census return has no days
    needs: ['people', 'schools', 'attendance'],
    coveredBy: 'registers',
    columns: {
      district: 'school_district',
      day: 'date::varchar',
      week: 'week::varchar',
      term: 'nullif(term, 0)',
    },
    caveats: [
      ...(words.caveats ?? []),
      ...scopeCaveats,
      sessionsCaveat,
      'Registers are corrected for weeks: absence of the last days before the extract is likely to fall.',
      'Not weighted for schools whose register of a day is missing, unlike the daily figures of the Department for Education.',
    ],
    sql: `with
sessions as (
  select
    {dimensions}
    date as on_date,
    am_pm as in_half,
    sum(${sessions})::bigint as found,
    sum(possible)::bigint as possible
  from register_days
  where academic_year = $academic_year
    and (period_of_term = $period or (in_year and $period in ('year', 'year_to_date')))
    and (
      $period <> 'year_to_date'
      or date <= (select to_date from year_to_date where academic_year = $academic_year)
    )
    and phase in ({phases}){filters}
  group by all
)
select
  {keys}
  sum(found)::bigint as numerator,
  sum(possible)::bigint as denominator,
  -- nobody is at one session twice, so at least as many people stand behind the counts
  max(found) as people_in_numerator,
  max(possible) as people_in_denominator
from sessions as population
group by all
order by all`,
  };
}

export const daily: readonly Measure[] = [
  dayByDay('authorised + unauthorised', {
    id: 'absence_by_day',
    label: 'Absence day by day',
    definition:
      'Sessions missed, authorised or not, as a share of all possible sessions, by day, week, weekday, term, morning or afternoon. In total it is overall absence.',
    numerator: 'sessions missed',
    breaks: [interviewBreak],
  }),
  dayByDay('unauthorised', {
    id: 'unauthorised_absence_by_day',
    label: 'Unauthorised absence day by day',
    definition:
      'Sessions missed without a reason the school has accepted (G, N, O, U), as a share of all possible sessions, by day, week, weekday, term, morning or afternoon.',
    numerator: 'sessions missed, unauthorised',
  }),
  dayByDay('illness', {
    id: 'illness_by_day',
    label: 'Illness day by day',
    definition:
      'Sessions missed for illness (I), as a share of all possible sessions, by day, week, weekday, term, morning or afternoon.',
    numerator: 'sessions missed for illness',
  }),
  dayByDay('unauthorised_holiday', {
    id: 'unauthorised_holiday_by_day',
    label: 'Unauthorised holiday day by day',
    definition:
      'Sessions missed for a holiday the school did not grant (G), as a share of all possible sessions, by day, week, weekday, term, morning or afternoon.',
    numerator: 'sessions missed for a holiday not granted',
  }),
  dayByDay('late', {
    id: 'late_by_day',
    label: 'Lateness day by day',
    definition:
      'Sessions at which a pupil arrived late, before the register closed (L) or after (U), as a share of all possible sessions, by day, week, weekday, term, morning or afternoon.',
    numerator: 'sessions with late arrival',
    caveats: [
      'L counts as present and U as unauthorised absence: together they are lateness, not absence.',
    ],
  }),
];
