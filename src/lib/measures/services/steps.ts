import type { Measure } from '../measure';
import { inOnePass } from '../shapes';
import { partYearCaveat, serviceScope, spellDimensions } from './scope';

type Named = Pick<
  Measure,
  'id' | 'label' | 'definition' | 'numerator' | 'denominator' | 'polarity'
>;

/** Ends of Early Help or of social care that were followed by the other within 90 days. */
function step(named: Named, condition: string, caveats: readonly string[]): Measure {
  return {
    ...serviceScope,
    source: 'Waymark; there is no national definition',
    kind: 'proportion',
    unit: 'percent',
    periodBases: ['twelve_months', 'academic_year', 'month'],
    dimensions: spellDimensions,
    dimensionNotes: {
      ...serviceScope.dimensionNotes,
      year_group: 'by age on 31 August before it ended',
    },
    ...named,
    caveats: [
      'There is no national definition: social care is a child in need plan, a protection plan or being looked after other than for short breaks; the other must start on the day of the end or within 90 days after it.',
      ...caveats,
      'Only ends that were followed for the whole 90 days up to the extract date are counted, so the last three months have few or none.',
      'Counted are people aged 0 to 17 at the end of the month in which it ended.',
      partYearCaveat,
    ],
    sql: inOnePass({
      numerator: 'count(*) filter (where stepped)',
      denominator: 'count(*)',
      people: {
        numerator: 'count(distinct person_no) filter (where stepped)',
        denominator: 'count(distinct person_no)',
      },
      from: 'service_steps',
      where: [
        condition,
        'month between $first_month::date and $last_month::date',
        'age_at_end between 0 and 17',
        'days_since_end >= 90',
      ],
    }),
  };
}

export const stepUp = step(
  {
    id: 'step_up',
    label: 'Step up from Early Help',
    definition:
      'Spells of Early Help that ended in the period and were followed by a start of social care within 90 days, as a share of all that ended.',
    numerator: 'ends followed by social care',
    denominator: 'spells of Early Help that ended',
    polarity: 'higher_is_worse',
  },
  'from_early_help',
  ['Social care that had started before Early Help ended is not a step up here.'],
);

export const stepDown = step(
  {
    id: 'step_down',
    label: 'Step down to Early Help',
    definition:
      'Ends of social care in the period that were followed by a start of Early Help within 90 days, as a share of all ends of social care.',
    numerator: 'ends followed by Early Help',
    denominator: 'ends of social care',
    polarity: 'neutral',
  },
  'not from_early_help',
  [
    'A plan that ends while another plan or care goes on, or because another begins that day, is not an end of social care. Plans that end on one day are one end.',
    'Early Help that had started before social care ended is not a step down here.',
  ],
);
