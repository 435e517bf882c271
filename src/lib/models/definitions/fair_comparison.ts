import { measureNamed } from '../../measures/catalogue';
import type { DimensionId, PeriodBasis } from '../../measures/measure';
import type { Model } from '../model';

/** Measures of people or enrolments that can be held against what their make-up would lead one to expect. */
const compared: Readonly<Record<string, PeriodBasis>> = {
  persistent_absence: 'academic_year',
  severe_absence: 'academic_year',
  neet: 'month_end',
  not_known: 'month_end',
  neet_or_not_known: 'month_end',
};

/** What is allowed for. */
const allowedFor: readonly DimensionId[] = [
  'year_group',
  'sex',
  'sen',
  'free_school_meals',
  'deprivation',
];

export const fairComparisonModel: Model = {
  id: 'fair_comparison',
  label: 'District comparison that is fair',
  question: 'Which districts are above or below what the make-up of their young people explains?',
  method:
    'Indirect standardisation: what each district would count if every group by year group, sex, special educational needs, free school meals and deprivation had the county’s rate, against what it does count. Limits: exact Poisson below 10, Byar from 10. The funnel has limits at 95 and 99.8 %, widened for over-dispersion (log scale, a tenth at each end drawn in). Rates are also drawn towards the county’s by empirical Bayes, with the variance between districts never below 0, which gives the probability that a district’s own rate is above the county’s.',
  source:
    'Breslow and Day (1987); Spiegelhalter (2005, 2012); Marshall (1991); method of the Office for Health Improvement and Disparities',
  caveats: [
    'Only what the extracts hold is allowed for. A district can differ for reasons that are not in them.',
    'A high ratio says where to look, not whose fault it is.',
    'Twelve districts at 95 % give a false flag more often than one time in three; read the 99.8 % limits.',
  ],
  needs: ['people', ['activities', 'attendance', 'attendance_totals']],
  choices: [
    {
      id: 'measure',
      label: 'Of',
      options: Object.keys(compared).map((value) => ({
        value,
        label: measureNamed(value)?.label ?? value,
      })),
      initial: 'persistent_absence',
    },
  ],
  coveredBy: 'attendance',
  inputs: ({ measure }) => {
    const id = String(measure);
    const basis = compared[id] ?? 'academic_year';
    return {
      strata: { measure: id, basis, latest: true, by: ['district', ...allowedFor] },
    };
  },
};
