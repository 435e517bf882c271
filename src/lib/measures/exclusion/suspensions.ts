import { eventsPerHeadcount, pupilsPerHeadcount } from './per_headcount';

export const suspensions = eventsPerHeadcount({
  id: 'suspensions',
  label: 'Suspensions',
  definition:
    'Suspensions in the whole academic year, per 100 pupils on the roll at the January census. A pupil can be suspended many times.',
  unit: 'per_100',
  numerator: 'suspensions',
  published: 'suspensions',
  column: 'suspensions',
  caveats: [
    'The interval treats suspensions as independent. A pupil who is suspended once is likely to be suspended again, so the true uncertainty is wider.',
  ],
});

export const pupilsSuspended = pupilsPerHeadcount({
  id: 'pupils_suspended',
  label: 'Pupils suspended',
  definition:
    'Pupils with one or more suspensions in the academic year, as a share of the pupils on the roll at the January census.',
  numerator: 'pupils with one or more suspensions',
  published: 'pupils_suspended',
  condition: 'suspensions >= 1',
  caveats: ['A different rate from suspensions per 100: here a pupil counts once.'],
});

export const pupilsSuspendedRepeatedly = pupilsPerHeadcount({
  id: 'pupils_suspended_repeatedly',
  label: 'Pupils suspended repeatedly',
  definition:
    'Pupils with two or more suspensions from one school in the academic year, as a share of the pupils on the roll at the January census.',
  numerator: 'pupils with two or more suspensions',
  condition: 'suspensions >= 2',
  caveats: ['A part of the pupils suspended, not a group beside them.'],
});
