import type { Measure } from '../measure';
import { inOnePass } from '../shapes';
import { guaranteeScope } from './september_guarantee';

export const intentionToDecember: Measure = {
  ...guaranteeScope,
  id: 'intention_to_december',
  needsColumns: ['guarantees.intended_destination'],
  label: 'From intention to December',
  definition:
    'Leavers of Year 11 by what they intended to do, what came of the September Guarantee, and what they did at the end of December.',
  source: 'Waymark, from the September Guarantee and the NCCIS activity codes',
  kind: 'count',
  unit: 'count',
  polarity: 'neutral',
  numerator: 'leavers of Year 11',
  denominator: '',
  dimensions: [
    ...guaranteeScope.dimensions.filter((id) => id !== 'year_group'),
    'intended_kind',
    'offer',
    'december_kind',
  ],
  dimensionNotes: {
    ...guaranteeScope.dimensionNotes,
    intended_kind:
      'by the first digit of the NCCIS code recorded in Year 11: 1 and 2 education, 3 apprenticeship or job, 4 training, 5 re-engagement or unpaid work, 6 NEET',
    december_kind:
      'the position at the end of December; a lapsed record of education, employment or training counts as not known',
  },
  needs: ['people', 'guarantees', 'activities'],
  coveredBy: 'activities',
  caveats: [
    'Everybody has one intention, one answer to the guarantee and one position in December, so the groups of any split add up to all leavers of Year 11 in the guarantees extract who live in the county, less those in custody in December.',
    'The academic year is that of the December: 2024/25 is about people who left Year 11 in summer 2024.',
    'The labels of intended destination codes are not public: how they are put into kinds is to be confirmed before anything rests on it.',
    'A change of mind is not a failure: another good destination is as good as the one that was intended.',
    'Who has no record in December is not tracked as far as the extract knows: they may have moved away.',
  ],
  sql: inOnePass({
    numerator: 'count(*)',
    from: 'guarantee_years',
    where: [
      'academic_year = $academic_year - 1',
      'year_group = 11',
      "december_status is distinct from 'not_counted'",
    ],
  }),
};
