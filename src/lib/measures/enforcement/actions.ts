import type { Measure } from '../measure';
import { inOnePass, overPopulation } from '../shapes';
import {
  enforcementScope,
  inThePeriod,
  outcomeCaveat,
  peopleBehind,
  scopeCaveats,
  theFramework,
  yearGoingOnCaveat,
} from './scope';

/** The actions of some kinds in a year, a month or twelve months, as a count. */
export function actions({
  kinds,
  ...words
}: Pick<Measure, 'id' | 'label' | 'definition' | 'numerator' | 'caveats'> &
  Partial<Pick<Measure, 'source' | 'breaks'>> & {
    /** Codes of `enforcement_action`; every action if left out. */
    readonly kinds?: readonly string[];
  }): Measure {
  const ofTheseKinds = kinds?.map((kind) => `'${kind}'`).join(', ');
  const severalKinds = kinds === undefined || kinds.length > 1;
  return {
    ...enforcementScope,
    ...words,
    kind: 'count',
    unit: 'count',
    denominator: '',
    periodBases: ['academic_year', 'month', 'twelve_months'],
    dimensions: [
      ...enforcementScope.dimensions,
      ...(severalKinds ? (['enforcement_action'] as const) : []),
      'enforcement_reason',
      'enforcement_outcome',
    ],
    caveats: [...words.caveats, outcomeCaveat, ...scopeCaveats],
    sql: inOnePass({
      numerator: 'count(*)',
      people: { numerator: peopleBehind, denominator: peopleBehind },
      from: 'enforcement_actions',
      where: [
        inThePeriod,
        ...(ofTheseKinds === undefined ? [] : [`enforcement_action in (${ofTheseKinds})`]),
      ],
    }),
  };
}

export const enforcementActions = actions({
  id: 'enforcement_actions',
  label: 'Enforcement actions',
  definition:
    'Everything done to enforce attendance in the period, from a warning to a prosecution, by kind of action.',
  numerator: 'enforcement actions',
  breaks: theFramework,
  caveats: [
    'A case that goes from a warning to a notice to court is counted at each step.',
    'Since 19 August 2024 notices to improve take the place of local warnings.',
  ],
});

export const schoolAttendanceOrders = actions({
  id: 'school_attendance_orders',
  label: 'School attendance orders',
  definition:
    'School attendance orders made in the period, which name a school that a child must be registered at.',
  source: 'Education Act 1996, sections 437 to 443',
  numerator: 'school attendance orders',
  kinds: ['school_attendance_order'],
  caveats: [
    'Made for children who are not being suitably educated, most of them taught at home; their district is where they live.',
  ],
});

export const educationSupervisionOrders = actions({
  id: 'education_supervision_orders',
  label: 'Education supervision orders',
  definition:
    'Education supervision orders made in the period. An order lasts 12 months and can be extended to 3 years; it is counted once, when it is made.',
  source: 'Children Act 1989, section 36',
  numerator: 'education supervision orders',
  kinds: ['education_supervision_order'],
  caveats: ['Normally sought by the authority where the child lives; so is its district.'],
});

export const parentingOrders = actions({
  id: 'parenting_orders',
  label: 'Parenting orders',
  definition: 'Parenting orders that a court made in the period.',
  source: 'Anti-social Behaviour Act 2003, section 20 (to be confirmed)',
  numerator: 'parenting orders',
  kinds: ['parenting_order'],
  caveats: [],
});

export const attendanceContracts = actions({
  id: 'attendance_contracts',
  label: 'Attendance contracts',
  definition:
    'Attendance contracts (parenting contracts) agreed with a parent in the period. They are voluntary.',
  source: 'Anti-social Behaviour Act 2003, section 19 (to be confirmed)',
  numerator: 'attendance contracts',
  kinds: ['attendance_contract'],
  caveats: ['Contracts that were offered and declined are not in the extract.'],
});

export const attendanceWarnings = actions({
  id: 'attendance_warnings',
  label: 'Attendance warnings',
  definition: 'Warnings sent to a parent in the period.',
  numerator: 'warnings',
  kinds: ['warning'],
  breaks: theFramework,
  caveats: [
    'Warnings followed local codes of conduct. The national framework has notices to improve in their place, so the two are not one series.',
  ],
});

export const peopleWithEnforcement: Measure = {
  ...enforcementScope,
  id: 'people_with_enforcement',
  label: 'Pupils with enforcement action',
  definition:
    'Pupils for whom any enforcement action was taken in the academic year, per 1,000 pupils aged 5 to 15 on the roll of the county’s schools at the January census.',
  // a rate: a pupil who left before January is above the line and not below it
  kind: 'rate',
  unit: 'per_1000',
  numerator: 'pupils with an enforcement action',
  denominator: 'pupils aged 5 to 15 on the January roll',
  periodBases: ['academic_year'],
  dimensions: [...enforcementScope.dimensions, 'enforcement_action'],
  overlapping: ['enforcement_action'],
  dimensionNotes: {
    ...enforcementScope.dimensionNotes,
    district: `${enforcementScope.dimensionNotes.district}; a pupil with actions in two districts is in both`,
    enforcement_action:
      'a pupil with two kinds of action is in both, so actions do not add up to the total',
  },
  kinds: { enforcement_action: 'enforcement_actions' },
  caveats: [...scopeCaveats, yearGoingOnCaveat],
  breaks: theFramework,
  sql: overPopulation({
    population: {
      count: 'sum(pupils)::bigint',
      from: 'enforcement_roll',
      where: ['academic_year = $academic_year'],
    },
    counted: {
      count: peopleBehind,
      people: peopleBehind,
      from: 'enforcement_actions',
      where: ['academic_year = $academic_year'],
    },
  }),
};
