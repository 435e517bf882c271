import { characteristics } from '../../measures/characteristics';
import { fourWeeksOf, monthOf, termOf, type Windows } from './effectiveness_sql';

export interface MatchedOn {
  readonly column: string;
  readonly label: string;
  readonly levels: Readonly<Record<string, string>>;
}

/** An outcome before and after: its words, its windows and what people are matched on. */
export interface ComparedOutcome {
  readonly label: string;
  readonly words: { readonly outcome: string; readonly unit: string };
  /** When the outcome is looked at, in a sentence. */
  readonly when: string;
  readonly windows: Omit<Windows, 'columns'>;
  readonly matchedOn: readonly MatchedOn[];
}

const absenceBands = {
  under_5: 'Under 5 %',
  '5_to_10': '5 to under 10 %',
  '10_to_15': '10 to under 15 %',
  '15_to_20': '15 to under 20 %',
  '20_to_30': '20 to under 30 %',
  '30_to_50': '30 to under 50 %',
  '50_or_more': '50 % or more',
};

const ofPeople: readonly MatchedOn[] = (['sex', 'sen', 'free_school_meals'] as const).map(
  (column) => ({
    column,
    label: characteristics[column].label,
    levels: characteristics[column].values,
  }),
);

const stageOfSchool: MatchedOn = {
  column: 'stage',
  label: 'Stage of school',
  levels: {
    to_year_2: 'Up to Year 2',
    years_3_to_6: 'Years 3 to 6',
    years_7_to_9: 'Years 7 to 9',
    years_10_and_11: 'Years 10 and 11',
  },
};

const thirdOfDistricts = (by: string): MatchedOn => ({
  column: 'district_third',
  label: `District, by ${by}`,
  levels: {
    1: 'Third of districts with the least',
    2: 'Third in the middle',
    3: 'Third with the most',
    unknown: 'Not known',
  },
});

const ofPupils: readonly MatchedOn[] = [
  { column: 'absence_before', label: 'Absence before', levels: absenceBands },
  {
    column: 'absence_earlier',
    label: 'Absence in as long a time before that',
    levels: {
      under_10: 'Under 10 %',
      '10_to_20': '10 to under 20 %',
      '20_or_more': '20 % or more',
    },
  },
  stageOfSchool,
  ...ofPeople,
  thirdOfDistricts('absence'),
];

const fourWeeks = { periodOf: fourWeeksOf, back: 6, on: 3 };
const twelveWeeks =
  'The twelve weeks after are held against the twelve weeks before; the four weeks in which it began are in neither, and are the same four weeks for those who had none.';

export const comparedOutcomes: Readonly<Record<string, ComparedOutcome>> = {
  absence: {
    label: 'Absence, 12 weeks before and after',
    words: { outcome: 'overall absence', unit: 'percentage points' },
    when: twelveWeeks,
    windows: { mart: 'absence_windows', ...fourWeeks },
    matchedOn: ofPupils,
  },
  persistent_absence: {
    label: 'Persistent absence, the term before and after',
    words: { outcome: 'the share persistently absent', unit: 'percentage points' },
    when: 'The term after is held against the term before; the term in which it began is in neither. The earlier time is the third term before, since the second is matched on.',
    windows: { mart: 'persistence_windows', periodOf: termOf, back: 3, on: 1 },
    matchedOn: ofPupils,
  },
  suspensions: {
    label: 'Suspensions, 12 weeks before and after',
    words: { outcome: 'the number of suspensions', unit: 'per 100 pupils' },
    when: twelveWeeks,
    windows: { mart: 'suspension_windows', ...fourWeeks },
    matchedOn: [
      {
        column: 'suspended_before',
        label: 'Suspensions before',
        levels: { none: 'None', one: 'One', two_or_more: 'Two or more' },
      },
      ...ofPupils,
    ],
  },
  neet: {
    label: 'NEET, three month ends before and after',
    words: { outcome: 'the share of month ends NEET', unit: 'percentage points' },
    when: 'The three month ends after are held against the three before; the month in which it began is in neither. Month ends at which the activity is not known are left out.',
    windows: { mart: 'neet_windows', periodOf: monthOf, back: 6, on: 3 },
    matchedOn: [
      {
        column: 'neet_before',
        label: 'NEET before',
        levels: {
          at_none: 'At no month end',
          at_some: 'At some month ends',
          at_all: 'At all month ends',
        },
      },
      {
        column: 'persistent_in_year_11',
        label: 'Persistent absence in Year 11',
        levels: { true: 'Yes', false: 'No', unknown: 'No register of it' },
      },
      { column: 'stage', label: 'Year group', levels: { 12: 'Year 12', 13: 'Year 13' } },
      ...ofPeople,
      thirdOfDistricts('NEET'),
    ],
  },
};
