import type { DimensionId, Measure } from '../measure';
import { inOnePass, overPopulation } from '../shapes';
import { attendanceScope } from './scope';

/** What the measures over `band_moves`, a row a pupil who was there in both periods, share. */
const moveScope = {
  ...attendanceScope,
  source:
    'Waymark; persistent absence as in Department for Education, Pupil absence in schools in England: methodology',
  dimensions: [...attendanceScope.dimensions, 'band_before'] satisfies DimensionId[],
  dimensionNotes: {
    ...attendanceScope.dimensionNotes,
    phase: 'phase of the school now; alternative provision is left out',
    band_before: 'band in the period before',
  },
} as const satisfies Partial<Measure>;

const moveCaveats = [
  'Counts pupils: of a pupil’s several enrolments in a period the one with most possible sessions stands for the pupil, and a move to another school breaks no pair.',
  'A year is compared with the year before, a term with the term before (the first with the last of the year before), a year to date with the same days of the year before. Pupils who are not in both are left out.',
  'Some of those who were over the line will fall below it, and the other way round, without any cause: a single bad illness is enough. Compare with what happened in other years.',
  'Covers ages 5 to 15 on 31 August in state-funded primary, secondary and special schools of the county, so nobody moves into Reception or out of Year 11. Characteristics are those now.',
] as const;

const pairs = {
  from: 'band_moves',
  where: ['academic_year = $academic_year', 'period = $period'],
} as const;

type Words = Pick<Measure, 'id' | 'label' | 'definition' | 'numerator' | 'denominator'> &
  Partial<Pick<Measure, 'polarity' | 'periodBases'>>;

/** Pupils who end on one side of the line among those who could have. */
function shareOfPupils(among: string | null, condition: string, words: Words): Measure {
  return {
    ...moveScope,
    ...words,
    caveats: moveCaveats,
    sql: inOnePass({
      from: pairs.from,
      where: [...pairs.where, ...(among === null ? [] : [among])],
      numerator: `count(*) filter (where ${condition})`,
      denominator: 'count(*)',
    }),
  };
}

const flow: Measure = {
  ...moveScope,
  id: 'absence_band_moves',
  label: 'Moves between absence bands',
  definition:
    'Pupils by their absence band now, as a share of all pupils who were in the same band in the period before.',
  polarity: 'neutral',
  numerator: 'pupils in the band now',
  denominator: 'pupils in the band before',
  dimensions: [...moveScope.dimensions, 'absence_band'],
  dimensionNotes: { ...moveScope.dimensionNotes, absence_band: 'band now' },
  kinds: { absence_band: 'absence_bands' },
  populationColumns: moveScope.columns,
  caveats: [
    ...moveCaveats,
    'Split by band before and band now; the shares of one band before add up to 100 %. The band before divides both counts, the band now the upper alone.',
  ],
  sql: overPopulation({
    population: { ...pairs, count: 'count(*)' },
    counted: { ...pairs, count: 'count(*)' },
  }),
};

export const moves: readonly Measure[] = [
  shareOfPupils('not persistent_before', 'persistent', {
    id: 'became_persistent',
    label: 'Became persistently absent',
    definition:
      'Pupils who are persistently absent in this period, as a share of those who were not in the period before.',
    numerator: 'pupils persistently absent now',
    denominator: 'pupils who were not persistently absent before',
  }),
  shareOfPupils('persistent_before', 'persistent', {
    id: 'remained_persistent',
    label: 'Remained persistently absent',
    definition:
      'Pupils who are persistently absent in this period too, as a share of those who were in the period before.',
    numerator: 'pupils persistently absent now as before',
    denominator: 'pupils who were persistently absent before',
  }),
  shareOfPupils('persistent_before', 'not persistent', {
    id: 'recovered_persistent',
    label: 'Recovered from persistent absence',
    definition:
      'Pupils who are not persistently absent in this period, as a share of those who were in the period before.',
    polarity: 'higher_is_better',
    numerator: 'pupils no longer persistently absent',
    denominator: 'pupils who were persistently absent before',
  }),
  shareOfPupils(null, 'persistent and persistent_before', {
    id: 'persistent_two_years',
    label: 'Persistently absent two years running',
    definition:
      'Pupils who were persistently absent in this academic year and in the one before, as a share of all pupils who were there in both.',
    periodBases: ['academic_year'],
    numerator: 'pupils persistently absent in both years',
    denominator: 'pupils with enrolments in both years',
  }),
  flow,
];
