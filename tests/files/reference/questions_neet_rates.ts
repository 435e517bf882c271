import type { Question } from './question';
import { neetCodes } from './neet_positions';
import { kindsOf, share, winter } from './neet_shares';
import { spellQuantile } from './neet_spells';

const inWinter = { period: '2025-djf', months: winter(2025) } as const;
const inMarch = { period: '2025-03' } as const;

const withPlan = "(select * from positions where year_group >= 14 and sen = 'E' and code <> 710)";
/** NEET, not known, time NEET, joiners and leavers. */
export const neetRateQuestions: readonly Question[] = [
  ...(['district', 'social_care', 'deprivation', 'uasc'] as const).map((dimension) =>
    share({ measure: 'neet', ...inWinter, by: [dimension], counted: 'is_neet' }),
  ),
  share({ measure: 'neet', ...inMarch, by: ['prior_attainment'], counted: 'is_neet' }),
  share({ measure: 'neet', ...inMarch, by: ['level_of_need', 'sex'], counted: 'is_neet' }),
  share({ measure: 'not_known', ...inWinter, by: ['year_group'], counted: 'is_not_known' }),
  share({ measure: 'not_known', period: '2024-09', counted: 'is_not_known' }),
  share({
    measure: 'neet_or_not_known',
    ...inWinter,
    by: ['vulnerable_group'],
    counted: 'is_neet or is_not_known',
  }),
  share({
    measure: 'neet_of_known',
    ...inWinter,
    by: ['ethnic_group'],
    counted: 'is_neet',
    of: 'not is_not_known',
  }),
  share({
    measure: 'vulnerable_group_neet_or_not_known',
    ...inWinter,
    by: ['social_care'],
    counted: 'is_neet or is_not_known',
    of: 'vulnerable',
  }),
  share({
    measure: 'neet_with_plan',
    ...inWinter,
    by: ['district'],
    from: withPlan,
    counted: 'is_neet',
  }),
  share({
    measure: 'not_known_with_plan',
    ...inMarch,
    by: ['level_of_need'],
    from: withPlan,
    counted: 'is_not_known',
  }),
  ...(['lower_quartile', 'median', 'upper_quartile'] as const).map((quantile) =>
    spellQuantile(quantile, '2023-24', []),
  ),
  spellQuantile('median', '2024-06-r12', ['year_group']),
  spellQuantile('median', '2022-23', ['sex']),
  ...([3, 6] as const).map((months) =>
    share({
      measure: `neet_over_${months}_months`,
      ...inMarch,
      by: ['sex'],
      from: 'neet_at_month_ends',
      counted: `spell_start + interval ${months} month <= last_day(month)`,
    }),
  ),
  kindsOf({
    measure: 'neet_joiners',
    ...inMarch,
    by: ['year_group'],
    kind: 'activity_group',
    value: 'kind_before',
    from: 'pairs',
    counted: `code in (${neetCodes}) and code_before not in (${neetCodes})`,
  }),
  share({
    measure: 'neet_joiners',
    period: '2024-09',
    from: 'pairs',
    counted: `code in (${neetCodes}) and code_before not in (${neetCodes})`,
  }),
  kindsOf({
    measure: 'neet_leavers',
    ...inMarch,
    kind: 'destination',
    value: 'kind',
    from: 'pairs',
    counted: `code not in (${neetCodes}) and code_before in (${neetCodes})`,
  }),
];
