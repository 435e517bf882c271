import type { Measure } from '../measure';
import { countsAmong, monthEndCaveats, neetScope } from './scope';

const scope = {
  ...neetScope,
  periodBases: ['month_end'],
  source: 'NCCIS management information requirement, currency',
} as const satisfies Partial<Measure>;

export const shareLapsed: Measure = {
  ...scope,
  id: 'share_lapsed',
  label: 'Records lapsed',
  definition:
    'Records of education, employment or training that had lapsed and not been checked again at the month end, as a share of all such records.',
  numerator: 'lapsed records of education, employment or training',
  denominator: 'records of education, employment or training',
  caveats: [
    'Each lapsed record is counted as not known, beside those whose activity was never found out.',
    'A record of being NEET does not lapse.',
    ...monthEndCaveats,
  ],
  sql: countsAmong('currency_lapsed', ['can_lapse']),
};

export const recordsFallingDue: Measure = {
  ...scope,
  id: 'records_falling_due',
  needsColumns: ['activities.last_verified'],
  label: 'Records falling due next month',
  definition:
    'Current records of education, employment or training that lapse in the month after the month end unless they are checked again, as a share of all current ones.',
  polarity: 'neutral',
  numerator: 'current records that lapse in the next month',
  denominator: 'current records of education, employment or training',
  caveats: [
    'Medium confidence: the months are a practitioner’s reading of the requirement of 2019-20, to be confirmed against the current one. Apprenticeships and jobs with study lapse 12 months after they were last verified, other jobs and training after 6, re-engagement provision after 3.',
    'Education lapses on 31 August, so at the end of July nearly every record falls due. A course that ends earlier lapses earlier, which extracts do not show.',
    'Gap years, temporary jobs and custody lapse by a review date that extracts do not hold, so they are never shown as falling due.',
    'Where the day of verification is missing, the start of the activity stands in for it.',
    ...monthEndCaveats,
  ],
  sql: countsAmong(
    'falls_due >= month + interval 1 month and falls_due < month + interval 2 month',
    ["status = 'eet'"],
    'verified_months',
  ),
};
