import { eventsPerHeadcount } from './per_headcount';

const words = {
  numerator: 'permanent exclusions',
  column: 'permanent_exclusions',
  caveats: [
    'Permanent exclusions are very few in Kent. Most district figures are hidden, and a percentage change between two years says nothing.',
    'Shown per 100 pupils, as published, and per 10,000, as committee papers do. They are one figure on two bases.',
  ],
} as const;

export const permanentExclusions = eventsPerHeadcount({
  ...words,
  id: 'permanent_exclusions',
  label: 'Permanent exclusions',
  definition:
    'Permanent exclusions in the whole academic year, per 100 pupils on the roll at the January census.',
  unit: 'per_100_rare',
  published: 'permanent_exclusions',
});

export const permanentExclusionsPer10000 = eventsPerHeadcount({
  ...words,
  id: 'permanent_exclusions_per_10000',
  label: 'Permanent exclusions per 10,000',
  definition:
    'Permanent exclusions in the whole academic year, per 10,000 pupils on the roll at the January census.',
  unit: 'per_10000',
});
