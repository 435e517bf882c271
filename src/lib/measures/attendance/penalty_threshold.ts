import type { Measure } from '../measure';
import { inOnePass, overPopulation } from '../shapes';
import { attendanceScope, enrolmentsInScope, scopeCaveats } from './scope';

/** What the measures of the national threshold for a penalty notice share. */
export const thresholdScope = {
  ...attendanceScope,
  source:
    'Department for Education, Working together to improve school attendance: national framework for penalty notices; Education (Penalty Notices) (England) Regulations 2007 as amended from 19 August 2024',
  periodBases: ['academic_year'],
  populationColumns: attendanceScope.columns,
  breaks: [
    {
      from: '2024-08-19',
      what: 'The threshold is national since; before, each authority had its own. Earlier years are counted by the threshold of today.',
    },
  ],
} as const satisfies Partial<Measure>;

export const thresholdCaveats = [
  'A school week is a week in which that school had sessions. Ten of them in a row may span holidays, terms and school years; a window counts in the academic year in which it ends.',
  'The threshold is where a notice must be considered, not where one must be issued: support comes first where it is apt.',
  'Counted by the registers as they are now: a session coded N that was later given an accepted reason does not count.',
  'The law counts for each parent and child; this counts enrolments, each school by its own register.',
  'The second half of the summer term of Year 11 is left out here as in every figure of absence.',
] as const;

/** Enrolments that met it in the year, one row each. */
export const thresholdsMet = {
  from: 'penalty_thresholds',
  where: ['academic_year = $academic_year', 'phase in ({phases})'],
} as const;

export const penaltyThresholdMet: Measure = {
  ...thresholdScope,
  id: 'penalty_threshold_met',
  label: 'Penalty notice threshold met',
  definition:
    'Enrolments with 10 or more sessions of unauthorised absence (G, N, O, U) within 10 school weeks in a row, as a share of all enrolments of the academic year.',
  numerator: 'enrolments that met the threshold',
  denominator: 'enrolments',
  needs: ['people', 'schools', 'attendance'],
  coveredBy: 'registers',
  caveats: [...thresholdCaveats, ...scopeCaveats],
  sql: overPopulation({
    population: { ...enrolmentsInScope, count: 'count(*)' },
    counted: { ...thresholdsMet, count: 'count(*)' },
  }),
};

export const penaltyThresholdActedOn: Measure = {
  ...thresholdScope,
  id: 'penalty_threshold_acted_on',
  label: 'Penalty notice threshold acted on',
  definition:
    'Of the enrolments that met the threshold of 10 unauthorised sessions within 10 school weeks, the share with a recorded action, of any kind from a warning to a prosecution, in those weeks or in the 10 school weeks after.',
  polarity: 'neutral',
  numerator: 'enrolments with an action',
  denominator: 'enrolments that met the threshold',
  needs: ['people', 'schools', 'attendance', 'enforcements'],
  coveredBy: 'enforcements',
  caveats: [
    'The weeks are those of the first window of the academic year that met the threshold. An action counts whatever came of it later, withdrawn ones too; those about a suspended child in a public place do not.',
    'Where fewer than 10 school weeks follow on the registers, what was done up to the extract counts, and more may follow: the latest year is likely to rise.',
    'Support that leaves no record of enforcement, such as Early Help, is not in it, so a low share is not a failing by itself.',
    ...thresholdCaveats,
  ],
  sql: inOnePass({
    ...thresholdsMet,
    numerator: 'count(*) filter (where acted_on)',
    denominator: 'count(*)',
  }),
};
