import type { Measure } from '../measure';
import { inOnePass } from '../shapes';
import { ofEvents, schoolsCovered } from './scope';

/** What happened in a month or in twelve, as a count: there is no headcount of a month. */
function inMonths({
  count,
  condition,
  ...words
}: Pick<Measure, 'id' | 'label' | 'definition' | 'numerator' | 'caveats'> & {
  readonly count: string;
  readonly condition: string;
}): Measure {
  return {
    ...ofEvents,
    ...words,
    kind: 'count',
    unit: 'count',
    denominator: '',
    periodBases: ['month', 'twelve_months'],
    caveats: [
      ...words.caveats,
      'Months have different numbers of school days, and August has none: compare with the same month of last year, or twelve months with twelve.',
      schoolsCovered,
    ],
    sql: inOnePass({
      numerator: count,
      people: { numerator: 'count(distinct person_no)', denominator: 'count(distinct person_no)' },
      from: 'exclusion_events',
      where: [
        'month between $first_month::date and $last_month::date',
        condition,
        'phase in ({phases})',
      ],
    }),
  };
}

export const suspensionsInMonths = inMonths({
  id: 'suspensions_in_months',
  label: 'Suspensions, number',
  definition: 'Suspensions that began in the month, or in the twelve months up to its end.',
  numerator: 'suspensions',
  count: 'count(*)',
  condition: "exclusion_kind = 'suspension'",
  caveats: [],
});

export const pupilsSuspendedInMonths = inMonths({
  id: 'pupils_suspended_in_months',
  label: 'Pupils suspended, number',
  definition:
    'Pupils with at least one suspension that began in the month, or in the twelve months up to its end.',
  numerator: 'pupils with at least one suspension',
  count: 'count(distinct person_no)',
  condition: "exclusion_kind = 'suspension'",
  caveats: [
    'A pupil is counted once, at however many schools; months and schools therefore do not add up to the twelve months or the county.',
  ],
});

export const permanentExclusionsInMonths = inMonths({
  id: 'permanent_exclusions_in_months',
  label: 'Permanent exclusions, number',
  definition: 'Permanent exclusions dated in the month, or in the twelve months up to its end.',
  numerator: 'permanent exclusions',
  count: 'count(*)',
  condition: "exclusion_kind = 'permanent'",
  caveats: ['So few that most months and districts are hidden: look at twelve months.'],
});

/** By kind, and by the district where the pupils live, for the services that follow up an exclusion. */
export const exclusionsInMonths: Measure = {
  ...inMonths({
    id: 'exclusions_in_months',
    label: 'Exclusions of both kinds, number',
    definition:
      'Suspensions and permanent exclusions dated in the month, or in the twelve months up to its end.',
    numerator: 'suspensions and permanent exclusions',
    count: 'count(*)',
    condition: "exclusion_kind in ('suspension', 'permanent')",
    caveats: [],
  }),
  dimensions: [...ofEvents.dimensions, 'exclusion_kind'],
};
