import type { Measure } from '../../measure';
import { inOnePass, overPopulation } from '../../shapes';
import {
  adultsCaveat,
  childEmploymentLaw,
  inThePeriod,
  licenceScope,
  needsOfChildren,
  noReturnCaveat,
  peopleBehind,
  performanceLaw,
} from './scope';

const grantedOf = (kind: string): readonly string[] => [
  `licence_kind = '${kind}'`,
  "licence_decision in ('issued', 'renewed')",
];

/** How many of one kind were issued or renewed. */
function granted({
  kind,
  ...words
}: Pick<Measure, 'id' | 'label' | 'definition' | 'source' | 'numerator' | 'needs' | 'caveats'> & {
  readonly kind: string;
}): Measure {
  return {
    ...licenceScope,
    ...words,
    kind: 'count',
    unit: 'count',
    denominator: '',
    dimensionNotes: { ...licenceScope.dimensionNotes, licence_decision: 'issued or renewed' },
    caveats: [...words.caveats, noReturnCaveat],
    sql: inOnePass({
      numerator: 'count(*)',
      people: { numerator: peopleBehind, denominator: peopleBehind },
      from: 'licence_decisions',
      where: [inThePeriod, ...grantedOf(kind)],
    }),
  };
}

export const workPermits = granted({
  id: 'work_permits',
  label: 'Work permits',
  definition:
    'Permits for a child of compulsory school age to work, issued or renewed in the period. A child has one for each employer.',
  source: childEmploymentLaw,
  numerator: 'work permits issued or renewed',
  kind: 'work_permit',
  needs: needsOfChildren,
  caveats: ['From the 13th birthday to the last Friday in June of Year 11.'],
});

export const performanceLicences = granted({
  id: 'performance_licences',
  label: 'Performance licences',
  definition:
    'Licences for a child to take part in a performance or activity, issued or renewed in the period by the authority where the child lives.',
  source: performanceLaw,
  numerator: 'performance licences issued or renewed',
  kind: 'performance_licence',
  needs: needsOfChildren,
  caveats: [
    'Performances exempt by the four-day rule, by a body of persons approval or because a school arranges them need no licence and are not counted.',
    'Absence from school under a licence has register code C1.',
  ],
});

export const chaperoneLicences = granted({
  id: 'chaperone_licences',
  label: 'Chaperone licences',
  definition:
    'Approvals of adults as chaperones of performing children, issued or renewed in the period by the authority where the adult lives.',
  source: performanceLaw,
  numerator: 'chaperone licences issued or renewed',
  kind: 'chaperone',
  needs: ['licences'],
  caveats: ['A renewal is a decision of its own, so this is not how many chaperones there are.'],
});

export const bodyOfPersonsApprovals = granted({
  id: 'body_of_persons_approvals',
  label: 'Body of persons approvals',
  definition:
    'Approvals of an organisation whose performances then need no licence for each child, issued or renewed in the period by the authority where the performance takes place.',
  source: `${performanceLaw}; section 37(3)(b)`,
  numerator: 'body of persons approvals issued or renewed',
  kind: 'body_of_persons',
  needs: ['licences'],
  caveats: [adultsCaveat],
});

export const workPermitsPer1000: Measure = {
  ...licenceScope,
  id: 'work_permits_per_1000',
  label: 'Work permits per 1,000',
  definition:
    'Work permits issued or renewed in the academic year, per 1,000 people aged 13 to 16 on 31 August before it who live in the county.',
  source: childEmploymentLaw,
  kind: 'rate',
  unit: 'per_1000',
  numerator: 'work permits issued or renewed',
  denominator: 'people aged 13 to 16 on 31 August in the people extract',
  periodBases: ['academic_year'],
  dimensions: ['district'],
  dimensionNotes: {
    district: 'district recorded with the permit, over those who live in the district',
  },
  needs: needsOfChildren,
  caveats: [
    'The base takes in Year 12, who need no permit any more, and leaves out who turns 13 in the year: it is for comparing districts and years, not a share of working children.',
    'A child has one permit for each employer, so children are fewer than permits.',
    noReturnCaveat,
  ],
  populationColumns: { district: 'home_district' },
  sql: overPopulation({
    population: {
      count: 'count(*)',
      from: 'people_kept',
      where: ['lives_in_county', '$academic_year - turns_0_by_august_of between 13 and 16'],
    },
    counted: {
      count: 'count(*)',
      people: peopleBehind,
      from: 'licence_decisions',
      where: ['academic_year = $academic_year', ...grantedOf('work_permit')],
    },
  }),
};
