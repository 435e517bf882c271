import type { Measure } from '../measure';
import { inOnePass } from '../shapes';
import { actions } from './actions';
import {
  enforcementScope,
  frameworkSource,
  inThePeriod,
  peopleBehind,
  scopeCaveats,
  theFramework,
} from './scope';

export const noticesToImprove = actions({
  id: 'notices_to_improve',
  label: 'Notices to improve',
  definition:
    'Notices to improve sent in the period: a last chance to take up support before a penalty notice.',
  source: frameworkSource,
  numerator: 'notices to improve',
  kinds: ['notice_to_improve'],
  breaks: theFramework,
  caveats: ['Not used for holidays in term time, where support is not apt.'],
});

export const noticesToImproveEnough: Measure = {
  ...enforcementScope,
  id: 'notices_to_improve_enough',
  label: 'Notices to improve without a penalty notice after',
  definition:
    'Of the notices to improve of the period whose 12 weeks are over, the share after which no penalty notice was issued for the child within 12 weeks (84 days).',
  source: frameworkSource,
  kind: 'proportion',
  unit: 'percent',
  polarity: 'higher_is_better',
  numerator: 'notices to improve without a penalty notice in the 12 weeks after',
  denominator: 'notices to improve whose 12 weeks are over',
  periodBases: ['academic_year', 'twelve_months'],
  caveats: [
    'A notice to either parent counts, for whatever reason; one that was withdrawn does not. The 84th day is within the 12 weeks, the day of the notice itself is not.',
    'No penalty notice is not the same as better attendance: the notice may have come later, or not have been pursued.',
    'The 12 weeks are of the calendar. Over the summer there is little school in them.',
    ...scopeCaveats,
  ],
  breaks: theFramework,
  sql: inOnePass({
    numerator: 'count(*) filter (where not followed_by_penalty_notice)',
    denominator: 'count(*)',
    people: {
      numerator: 'count(distinct person_no) filter (where not followed_by_penalty_notice)',
      denominator: peopleBehind,
    },
    from: 'notices_to_improve',
    where: [inThePeriod, 'twelve_weeks_over'],
  }),
};
