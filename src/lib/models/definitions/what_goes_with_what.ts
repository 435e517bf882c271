import type { Model } from '../model';
import {
  characteristicsOfPeople,
  ofYear11,
  stageOfSchool,
  yearGroupOfCohort,
  type Covariate,
} from './covariates';

/** What is asked, in the words of the sentences, and what it is told apart by. */
export interface RegressedOutcome {
  readonly label: string;
  /** What completes “are likely to …”. */
  readonly likelyTo: string;
  /** Who is counted, and what is said of those with the outcome: “… were NEET”. */
  readonly counted: string;
  readonly had: string;
  /** In the order in which they are taken in where there are too few people for all. */
  readonly covariates: readonly Covariate[];
  readonly nobody: string;
  readonly assumptions: readonly string[];
}

const absenceAssumptions = [
  'The scope is that of the published absence rates: pupils aged 5 to 15 at schools of the county, without alternative provision.',
  'Social care is what was open on 31 March of the year; the other characteristics are as the extracts have them now.',
];

export const regressedOutcomes: Readonly<Record<string, RegressedOutcome>> = {
  neet: {
    label: 'Being NEET at 16-17',
    likelyTo: 'be NEET',
    counted: 'young people of Years 12 and 13',
    had: 'were NEET',
    covariates: [...ofYear11, ...characteristicsOfPeople, yearGroupOfCohort],
    nobody:
      'The extracts hold no month end from December to February with young people of Years 12 and 13.',
    assumptions: [
      'As in the published rate, young people whose activity is not known are counted among those who are not NEET.',
      'Social care is what was open at the month end; the other characteristics are as the extracts have them now.',
    ],
  },
  persistent_absence: {
    label: 'Being persistently absent',
    likelyTo: 'be persistently absent',
    counted: 'enrolments',
    had: 'were persistently absent',
    covariates: [stageOfSchool, ...characteristicsOfPeople],
    nobody: 'The extracts hold no registers to tell persistent absence from.',
    assumptions: [
      'A person with two enrolments in the year is counted twice.',
      ...absenceAssumptions,
    ],
  },
  becoming_persistent: {
    label: 'Becoming persistently absent',
    likelyTo: 'become persistently absent',
    counted: 'pupils who were not persistently absent in the year before',
    had: 'became so',
    covariates: [stageOfSchool, ...characteristicsOfPeople],
    nobody: 'The extracts do not hold registers of two years that follow each other.',
    assumptions: [
      'Of several enrolments in a year the one with most sessions stands for the pupil.',
      'Pupils who had no enrolment in the year before are not in it.',
      ...absenceAssumptions,
    ],
  },
};

export const whatGoesWithWhatModel: Model = {
  id: 'what_goes_with_what',
  label: 'What goes with what',
  question:
    'Which characteristics go with being NEET or persistently absent, the others held alike?',
  method:
    'Logistic regression on people grouped by all these characteristics: odds ratios for each group, as they are and after allowing for the other characteristics, with 95 % intervals that are widened where groups vary more than chance makes them. Groups with fewer than 10 people with the outcome, or without, are joined or left out, and that is said; where fewer than 10 people had the outcome for each number to be found, characteristics are taken in in an order set beforehand. How far it can be trusted is shown by the area under the curve (interval by DeLong), by five-fold cross-validation, by a table of expected against counted, and by how far the characteristics tell the same.',
  source:
    'Hosmer, Lemeshow and Sturdivant, Applied Logistic Regression (2013); DeLong, DeLong and Clarke-Pearson (1988); Fox and Monette (1992)',
  caveats: [
    'It shows what goes together, not what causes what: no group is NEET or absent because of what it is recorded as.',
    'It describes groups. It gives nobody a score and cannot be applied to a person.',
    'Only what the extracts hold is allowed for.',
  ],
  needs: ['people', ['activities', 'attendance', 'attendance_totals']],
  choices: [
    {
      id: 'outcome',
      label: 'Of',
      options: Object.entries(regressedOutcomes).map(([value, { label }]) => ({ value, label })),
      initial: 'neet',
    },
  ],
  coveredBy: 'attendance',
  inputs: ({ outcome }) => {
    switch (outcome) {
      case 'persistent_absence':
        return { patterns: { sql: persistentAbsence } };
      case 'becoming_persistent':
        return { patterns: { sql: becomingPersistent } };
      default:
        return { patterns: { sql: neet } };
    }
  },
};

const neet = `select
  month,
  sex::varchar as sex,
  ethnic_group::varchar as ethnic_group,
  sen::varchar as sen,
  free_school_meals::varchar as free_school_meals,
  deprivation::varchar as deprivation,
  english_additional::varchar as english_additional,
  prior_attainment::varchar as prior_attainment,
  social_care::varchar as social_care,
  uasc::varchar as uasc,
  year_group::varchar as year_group,
  persistently_absent,
  suspended,
  count(*) as people,
  count(*) filter (where neet) as events
from winter_cohort
group by all
order by all`;

const pupils = `
  sex::varchar as sex,
  ethnic_group::varchar as ethnic_group,
  sen::varchar as sen,
  free_school_meals::varchar as free_school_meals,
  deprivation::varchar as deprivation,
  english_additional::varchar as english_additional,
  prior_attainment::varchar as prior_attainment,
  social_care::varchar as social_care,
  uasc::varchar as uasc,
  case
    when year_group <= 6 then 'to_year_6'
    when year_group <= 9 then 'years_7_to_9'
    else 'years_10_and_11'
  end as stage`;

/** Each enrolment is judged alone, in whole numbers, so that one exactly on the line counts. */
const persistentAbsence = `select
  academic_year,${pupils},
  count(*) as people,
  count(*) filter (where 10 * absent >= possible) as events
from enrolment_periods
where academic_year = $academic_year
  and period = 'year'
  and in_scope
  and phase in ('primary', 'secondary', 'special')
group by all
order by all`;

const becomingPersistent = `select
  academic_year,${pupils},
  count(*) as people,
  count(*) filter (where persistent) as events
from band_moves
where academic_year = $academic_year
  and period = 'year'
  and not persistent_before
group by all
order by all`;
