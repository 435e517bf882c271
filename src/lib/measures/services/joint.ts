import type { Measure } from '../measure';
import { inOnePass } from '../shapes';
import { serviceScope, spellDimensions } from './scope';

/** An outcome of people, to be held against whether they have a service. */
interface Outcome {
  readonly id: string;
  readonly label: string;
  /** What those with the outcome are, and the people it is looked for among. */
  readonly are: string;
  readonly among: string;
  readonly when: string;
  readonly condition: string;
  readonly from: { readonly people: string; readonly withServices: string };
  readonly where: readonly string[];
  readonly shared: Pick<Measure, 'periodBases' | 'needs' | 'caveats'> &
    Partial<Pick<Measure, 'dimensionNotes'>>;
}

const jointCaveats = [
  'A higher share among those with a service does not say that the service causes it: services go to those who need them.',
  'The two shares, with and without a service, make the risk ratio and the risk difference.',
] as const;

function scopeOf(
  outcome: Outcome,
): Pick<
  Measure,
  | 'chapter'
  | 'coveredBy'
  | 'columns'
  | 'source'
  | 'kind'
  | 'unit'
  | 'polarity'
  | 'periodBases'
  | 'dimensionNotes'
  | 'needs'
> {
  return {
    ...serviceScope,
    source: 'Waymark',
    kind: 'proportion',
    unit: 'percent',
    polarity: 'higher_is_worse',
    ...outcome.shared,
    dimensionNotes: { ...serviceScope.dimensionNotes, ...outcome.shared.dimensionNotes },
  };
}

function withService(outcome: Outcome): Measure {
  const scope = scopeOf(outcome);
  return {
    ...scope,
    id: `${outcome.id}_with_service`,
    label: `${outcome.label} among people with a service`,
    definition: `${outcome.are} as a share of ${outcome.among} who have an open spell of a service ${outcome.when}.`,
    numerator: `those of them who are ${outcome.label.toLowerCase()}`,
    denominator: `${outcome.among} with an open service`,
    dimensions: [...spellDimensions, 'service'],
    overlapping: ['service'],
    dimensionNotes: {
      ...scope.dimensionNotes,
      service: 'among people with that service open; a person with two services is in both',
    },
    caveats: [...jointCaveats, ...outcome.shared.caveats],
    sql: inOnePass({
      numerator: `{people_once} filter (where ${outcome.condition})`,
      denominator: '{people_once}',
      from: outcome.from.withServices,
      where: outcome.where,
    }),
  };
}

function withoutService(outcome: Outcome): Measure {
  return {
    ...scopeOf(outcome),
    id: `${outcome.id}_without_service`,
    label: `${outcome.label} among people without a service`,
    definition: `${outcome.are} as a share of ${outcome.among} who have no open spell of any service ${outcome.when}.`,
    numerator: `those of them who are ${outcome.label.toLowerCase()}`,
    denominator: `${outcome.among} without an open service`,
    dimensions: spellDimensions,
    caveats: [...jointCaveats, ...outcome.shared.caveats],
    sql: inOnePass({
      numerator: `count(*) filter (where ${outcome.condition})`,
      denominator: 'count(*)',
      from: outcome.from.people,
      where: [...outcome.where, 'services = 0'],
    }),
  };
}

const schoolAge = {
  people: 'school_age_years',
  withServices: `school_age_years
join service_years using (academic_year)
join (select month, person_no, service from service_months) as open_services
  using (month, person_no)`,
} as const;

const yearCaveats = [
  'Services are those open at the end of July, or at the latest month end of a year that is going on. A spell that ends on that day is not open.',
  'Any service counts, the EHC plan too: split by service to tell them apart.',
] as const;

const persistentAbsence: Outcome = {
  id: 'persistent_absence',
  label: 'Persistently absent',
  are: 'Pupils who were persistently absent in the academic year,',
  among: 'pupils with an enrolment that counts',
  when: 'at the end of it',
  condition: 'persistently_absent',
  from: schoolAge,
  where: ['academic_year = $academic_year', 'persistently_absent is not null'],
  shared: {
    periodBases: ['academic_year'],
    needs: [...serviceScope.needs, 'schools', ['attendance', 'attendance_totals']],
    caveats: [
      ...yearCaveats,
      'Counts pupils who live in the county: a pupil is persistently absent if any enrolment of the year was, each judged alone.',
    ],
  },
};

const suspended: Outcome = {
  id: 'suspended',
  label: 'Suspended',
  are: 'Pupils suspended at least once in the academic year,',
  among: 'people of Reception to Year 11',
  when: 'at the end of it',
  condition: 'suspensions > 0',
  from: schoolAge,
  where: ['academic_year = $academic_year'],
  shared: {
    periodBases: ['academic_year'],
    needs: [...serviceScope.needs, 'exclusions'],
    caveats: [
      ...yearCaveats,
      'The base is everybody of that age who lives in the county, on a school roll or not.',
    ],
  },
};

const neet: Outcome = {
  id: 'neet',
  label: 'NEET',
  are: 'Young people of academic age 16 and 17 who are NEET at the month end,',
  among: 'young people of the 16-17 cohort',
  when: 'then',
  condition: "status = 'neet'",
  from: {
    people: 'cohort_months',
    withServices: `cohort_months
join (select month, person_no, service from service_months) as open_services
  using (month, person_no)`,
  },
  where: ['month between $first_month::date and $last_month::date'],
  shared: {
    periodBases: ['month_end'],
    dimensionNotes: {
      district: 'district where the young person lived at the month end',
      year_group: 'by age on 31 August: Years 12 and 13',
    },
    needs: [...serviceScope.needs, 'activities'],
    caveats: [
      'Read together with not known: those whose activity is not known are in the base and not among the NEET.',
      'Services are known only of people who live in the county by the people extract; others are left out.',
      'Any service counts, the EHC plan too: split by service to tell them apart.',
    ],
  },
};

export const jointMeasures: readonly Measure[] = [persistentAbsence, suspended, neet].flatMap(
  (outcome) => [withService(outcome), withoutService(outcome)],
);
