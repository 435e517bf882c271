import type { Measure } from '../measure';
import { inOnePass } from '../shapes';
import { guaranteeScope } from './september_guarantee';

export const intendedDestinationKept: Measure = {
  ...guaranteeScope,
  id: 'intended_destination_kept',
  needsColumns: ['guarantees.intended_destination'],
  label: 'Intended destination kept by December',
  definition:
    'Leavers of Year 11 whose activity at the end of December is of the kind they intended, as a share of those who had said what they intended and are tracked in December.',
  source: 'Waymark, from the NCCIS intended destination and activity codes',
  polarity: 'higher_is_better',
  numerator: 'leavers of Year 11 in the kind of activity they intended',
  denominator:
    'leavers of Year 11 with an intended destination and a position at the end of December, less those in custody',
  dimensions: guaranteeScope.dimensions.filter((id) => id !== 'year_group'),
  needs: ['people', 'guarantees', 'activities'],
  coveredBy: 'activities',
  caveats: [
    'The labels of intended destination codes are not public. Codes are compared with activity codes by their first digit: 1 and 2 with education, 3 with apprenticeships and jobs, 4 with training, 5 with re-engagement and unpaid work, 6 with being NEET. To be confirmed before anything rests on it.',
    'The academic year is that of the December: 2024/25 is about people who left Year 11 in summer 2024.',
    'Who is not known in December, or whose record has lapsed, has not kept it as far as anybody knows.',
    'A change of mind is not a failure: another good destination counts as not kept.',
  ],
  sql: inOnePass({
    numerator: "count(*) filter (where same_first_digit and december_status <> 'not_known')",
    denominator: 'count(*)',
    from: 'guarantee_years',
    where: [
      'academic_year = $academic_year - 1',
      'year_group = 11',
      "intended_destination <> 'unknown'",
      "december_status <> 'not_counted'",
    ],
  }),
};
