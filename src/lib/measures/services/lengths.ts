import type { Measure } from '../measure';
import { lengths } from '../shapes';
import { serviceScope, spellDimensions } from './scope';

type Quantile = NonNullable<Measure['quantile']>;

function lengthOfSpells(quantile: Quantile, id: string, label: string, meaning: string): Measure {
  return {
    ...serviceScope,
    id,
    label,
    definition: `The number of days by which ${meaning} of the spells of a service that started in the period had ended. Spells still open count as open for as long as they have been seen.`,
    source:
      'Waymark; Kaplan and Meier (1958), Nonparametric estimation from incomplete observations',
    kind: 'length',
    unit: 'days',
    quantile,
    numerator: 'days from start to end',
    denominator: 'spells that started',
    periodBases: ['academic_year', 'twelve_months'],
    dimensions: [...spellDimensions, 'service'],
    dimensionNotes: {
      ...serviceScope.dimensionNotes,
      year_group: 'by age on 31 August before the spell started',
      service: 'services last very differently: split by service or choose one',
    },
    caveats: [
      'Follows the spells that started in the period, so that long ones are not counted more often than short ones, up to the extract date. Of a recent period too few may have ended to say.',
      'Point events, which end on the day they start, are left out.',
      'Counts spells, not people, of people aged 0 to 17 when the spell started.',
    ],
    sql: lengths({
      days: 'days',
      ended: 'ended',
      from: 'spells_in_county',
      where: [
        'month between $first_month::date and $last_month::date',
        'age_at_start between 0 and 17',
        'not point_event',
      ],
    }),
  };
}

export const serviceLengthMeasures: readonly Measure[] = [
  lengthOfSpells('median', 'service_length', 'Length of involvement', 'half'),
  lengthOfSpells(
    'lowerQuartile',
    'service_length_lower_quartile',
    'Length of involvement, lower quartile',
    'a quarter',
  ),
  lengthOfSpells(
    'upperQuartile',
    'service_length_upper_quartile',
    'Length of involvement, upper quartile',
    'three quarters',
  ),
];
