import type { Measure } from '../measure';
import { inOnePass } from '../shapes';
import { serviceScope, spellDimensions } from './scope';

export const careLeaversNeet: Measure = {
  ...serviceScope,
  id: 'care_leavers_neet',
  label: 'Care leavers who are NEET',
  definition:
    'Care leavers with an open spell at the month end and a tracked activity who are not in education, employment or training, as a share of those with a tracked activity.',
  source: 'Waymark; NCCIS management information requirement for the status',
  kind: 'proportion',
  unit: 'percent',
  polarity: 'higher_is_worse',
  numerator: 'care leavers who are NEET',
  denominator: 'care leavers with a tracked activity',
  periodBases: ['month_end'],
  dimensions: spellDimensions,
  dimensionNotes: {
    district: 'district where the young person lived at the month end',
    year_group: 'by age on 31 August',
  },
  needs: [...serviceScope.needs, 'activities'],
  caveats: [
    'Not the published figure: that is of former care leavers aged 17 to 21 around their birthday, whether they are tracked here or not.',
    'Only those whose activity is tracked are in it, which after 18 are few.',
    'Read together with not known: those whose activity is not known are in the base and not among the NEET.',
  ],
  sql: inOnePass({
    numerator: "count(*) filter (where status = 'neet')",
    denominator: 'count(*)',
    from: `(
  select month, person_no
  from service_months
  where service = 'care_leaver'
) as care_leavers
join activity_months using (month, person_no)`,
    where: ['month between $first_month::date and $last_month::date', "status <> 'not_counted'"],
  }),
};
