import type { Measure } from '../measure';
import { lapseCaveat, meanOfMonths, neetScope } from './scope';

const withPlan = ({
  id,
  label,
  what,
  status,
}: {
  readonly id: string;
  readonly label: string;
  readonly what: string;
  readonly status: string;
}): Measure => ({
  ...neetScope,
  id,
  label,
  needsColumns: ['people.sen'],
  definition: `People of academic age 18 to 24 with an education, health and care plan ${what}, as a share of those the authority tracks. Never added to the 16-17 rate.`,
  source: 'Education Act 1996, section 507B; NCCIS management information requirement',
  numerator: `people of 18 to 24 with a plan ${what}`,
  denominator: 'tracked people of academic age 18 to 24 with a plan, less those in custody',
  dimensions: neetScope.dimensions.filter((id) => id !== 'sen' && id !== 'year_group'),
  caveats: [
    'Only people whose month-end record is in the extract are counted, and only while their plan stands in the people extract.',
    'The rate is higher than at 16-17 because many leave education at 18 or 19 while their plan goes on.',
    lapseCaveat,
  ],
  sql: meanOfMonths(`status = '${status}'`, {
    from: 'activity_months',
    where: [
      'month between $first_month::date and $last_month::date',
      // academic age 18 is Year 14
      'year_group between 14 and 20',
      "sen = 'E'",
      "status <> 'not_counted'",
    ],
  }),
});

export const neetWithPlan = withPlan({
  id: 'neet_with_plan',
  label: 'NEET at 18 to 24 with an EHC plan',
  what: 'who are not in education, employment or training',
  status: 'neet',
});

export const notKnownWithPlan = withPlan({
  id: 'not_known_with_plan',
  label: 'Not known at 18 to 24 with an EHC plan',
  what: 'whose activity is not known',
  status: 'not_known',
});
