import type { Measure } from '../measure';
import { inOnePass } from '../shapes';
import { serviceScope, spellDimensions } from './scope';

/** The words for the list in the mart `supporting_services`. */
const supportingServices =
  'Early Help, child in need, protection plan, looked after, care leaver, youth justice, attendance casework, NEET support, Virtual School, specialist teaching, mental health, youth service';

const unmetScope = {
  ...serviceScope,
  source: 'Waymark; there is no national definition',
  kind: 'proportion',
  unit: 'percent',
  polarity: 'higher_is_worse',
  dimensions: spellDimensions,
} as const satisfies Partial<Measure>;

const unmetCaveats = [
  `Services that count: ${supportingServices}. An EHC plan, an assessment or a single contact does not.`,
  'No open service does not mean no help: schools, families and others help too, and a service may have ended or be about to start.',
] as const;

const yearCaveats = [
  'Services are those open at the end of July, or at the latest month end of a year that is going on. A spell that ends on that day is not open.',
  'Covers people of Reception to Year 11 who live in the county.',
] as const;

export const unmetNeedPersistentAbsence: Measure = {
  ...unmetScope,
  id: 'unmet_need_persistent_absence',
  label: 'Persistently absent without a service',
  definition:
    'Pupils persistently absent in the academic year who have no open supporting service at the end of it, as a share of all who were persistently absent.',
  numerator: 'persistently absent pupils without a supporting service',
  denominator: 'persistently absent pupils',
  periodBases: ['academic_year'],
  needs: [...serviceScope.needs, 'schools', ['attendance', 'attendance_totals']],
  caveats: [
    ...unmetCaveats,
    'Counts pupils: a pupil is persistently absent if any enrolment of the year was, each judged alone.',
    ...yearCaveats,
  ],
  sql: inOnePass({
    numerator: 'count(*) filter (where not supported)',
    denominator: 'count(*)',
    from: 'school_age_years',
    where: ['academic_year = $academic_year', 'persistently_absent'],
  }),
};

export const unmetNeedSuspended: Measure = {
  ...unmetScope,
  id: 'unmet_need_suspended',
  label: 'Repeatedly suspended without a service',
  definition:
    'Pupils suspended two or more times in the academic year who have no open supporting service at the end of it, as a share of all who were suspended that often.',
  numerator: 'repeatedly suspended pupils without a supporting service',
  denominator: 'pupils suspended two or more times',
  periodBases: ['academic_year'],
  needs: [...serviceScope.needs, 'exclusions'],
  caveats: [...unmetCaveats, ...yearCaveats],
  sql: inOnePass({
    numerator: 'count(*) filter (where not supported)',
    denominator: 'count(*)',
    from: 'school_age_years',
    where: ['academic_year = $academic_year', 'suspensions >= 2'],
  }),
};

export const unmetNeedNeet: Measure = {
  ...unmetScope,
  id: 'unmet_need_neet',
  label: 'NEET without a service',
  definition:
    'Young people of academic age 16 and 17 who are NEET at the month end and have no open supporting service then, as a share of all who are NEET.',
  numerator: 'young people who are NEET without a supporting service',
  denominator: 'young people who are NEET',
  periodBases: ['month_end'],
  dimensionNotes: {
    district: 'district where the young person lived at the month end',
    year_group: 'by age on 31 August: Years 12 and 13',
  },
  needs: [...serviceScope.needs, 'activities'],
  caveats: [
    ...unmetCaveats,
    'Those whose activity is not known are not in it, although some of them are NEET.',
    'Services are known only of people who live in the county by the people extract; others are left out.',
  ],
  sql: inOnePass({
    numerator: 'count(*) filter (where not supported)',
    denominator: 'count(*)',
    from: 'cohort_months',
    where: ['month between $first_month::date and $last_month::date', "status = 'neet'"],
  }),
};
