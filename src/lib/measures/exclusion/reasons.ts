import type { Measure } from '../measure';
import { overPopulation } from '../shapes';
import { ofEvents, reasonsCaveat, scopeCaveats } from './scope';

/** How often each reason was given; split by reason it is the share of events with that reason. */
function reasons({
  kind,
  ...words
}: Pick<Measure, 'id' | 'label' | 'definition' | 'denominator'> & {
  readonly kind: 'suspension' | 'permanent';
}): Measure {
  const where = [
    'month between $first_month::date and $last_month::date',
    `exclusion_kind = '${kind}'`,
    'phase in ({phases})',
  ];
  return {
    ...ofEvents,
    ...words,
    kind: 'rate',
    needsColumns: ['exclusions.reason_1'],
    unit: 'per_100',
    polarity: 'neutral',
    numerator: 'reasons given',
    periodBases: ['academic_year', 'twelve_months'],
    dimensions: [...ofEvents.dimensions, 'exclusion_reason'],
    dimensionNotes: {
      ...ofEvents.dimensionNotes,
      exclusion_reason: 'an event with two reasons is in both',
    },
    populationColumns: ofEvents.columns,
    kinds: { exclusion_reason: 'exclusion_reasons' },
    caveats: [
      reasonsCaveat,
      'Not recorded counts the events without any reason. "Other" has not been a reason since 2020/21.',
      ...scopeCaveats,
    ],
    sql: overPopulation({
      population: {
        count: 'count(*)',
        people: 'count(distinct person_no)',
        from: 'exclusion_events',
        where,
      },
      counted: {
        count: 'count(*)',
        people: 'count(distinct person_no)',
        from: 'exclusion_reasons',
        where,
      },
    }),
  };
}

export const suspensionReasons = reasons({
  id: 'suspension_reasons',
  label: 'Reasons for suspensions',
  definition:
    'Reasons given for suspensions, per 100 suspensions. For one reason it is the share of suspensions that it was given for.',
  denominator: 'suspensions',
  kind: 'suspension',
});

export const permanentExclusionReasons = reasons({
  id: 'permanent_exclusion_reasons',
  label: 'Reasons for permanent exclusions',
  definition:
    'Reasons given for permanent exclusions, per 100 permanent exclusions. For one reason it is the share of them that it was given for.',
  denominator: 'permanent exclusions',
  kind: 'permanent',
});
