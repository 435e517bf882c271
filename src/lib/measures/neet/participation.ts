import type { Measure } from '../measure';
import { countsOfStatus, monthEndCaveats, neetScope } from './scope';

const scope = {
  ...neetScope,
  periodBases: ['month_end'],
} as const satisfies Partial<Measure>;

const headline =
  'The published headline is the end of March; June and December are published as well.';

export const participation: Measure = {
  ...scope,
  id: 'participation',
  label: 'Participation',
  definition:
    'Young people of academic age 16 and 17 in education or training as the Department for Education counts it: full-time and part-time education, apprenticeships, jobs with regulated study, and other training.',
  polarity: 'higher_is_better',
  numerator: 'young people in education or training',
  caveats: [
    headline,
    'Re-engagement provision, gap years and jobs without regulated study are not participation, and neither is a place that has not begun.',
    ...monthEndCaveats,
  ],
  sql: countsOfStatus('participating'),
};

interface Part {
  readonly id: string;
  readonly label: string;
  /** What they are in, so that "young people in ..." reads well. */
  readonly place: string;
  readonly destination: string;
  readonly polarity: Measure['polarity'];
  readonly caveat?: string;
}

const part = ({ id, label, place, destination, polarity, caveat }: Part): Measure => ({
  ...scope,
  id,
  label,
  definition: `Young people of academic age 16 and 17 in ${place}, as a share of the cohort. A part of participation.`,
  polarity,
  numerator: `young people in ${place}`,
  caveats: [...(caveat === undefined ? [] : [caveat]), headline, ...monthEndCaveats],
  sql: countsOfStatus(`destination = '${destination}'`),
});

export const partsOfParticipation: readonly Measure[] = [
  part({
    id: 'full_time_education',
    label: 'Full-time education',
    place: 'full-time education',
    destination: 'education_ft',
    polarity: 'higher_is_better',
    caveat:
      'NCCIS codes 210, 220, 230, 240, 270, 280 and 290. Full-time is more than 16 guided hours a week, or 540 a year.',
  }),
  part({
    id: 'part_time_education',
    label: 'Part-time education',
    place: 'part-time education',
    destination: 'education_pt',
    polarity: 'neutral',
    caveat: 'It counts as participation, but only as working towards the duty to participate.',
  }),
  part({
    id: 'apprenticeship',
    label: 'Apprenticeships',
    place: 'an apprenticeship',
    destination: 'apprenticeship',
    polarity: 'higher_is_better',
  }),
  part({
    id: 'job_with_study',
    label: 'Job with study',
    place: 'a job, self-employment or unpaid work with regulated study',
    destination: 'employment_with_study',
    polarity: 'neutral',
    caveat:
      'NCCIS codes 320, 381 and 550. The study must be at least 280 guided hours a year beside a job of 20 hours a week or more.',
  }),
  part({
    id: 'other_training',
    label: 'Other training',
    place:
      'training other than an apprenticeship: work-based learning, traineeships, supported internships',
    destination: 'training',
    polarity: 'neutral',
    caveat: 'NCCIS codes 410, 430, 440, 450 and 460.',
  }),
];
