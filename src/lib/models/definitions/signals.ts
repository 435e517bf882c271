import type { Model } from '../model';
import { monthsOfSeries, seriesChoice } from './monthly_series';

export const signalsModel: Model = {
  id: 'signals',
  label: 'Signals in a series',
  question: 'Has something changed, or do the months only vary as they always have?',
  method:
    'An XmR chart of each month less the same month of the year before, so that the school year gives no signals of its own: the mean, limits at 2.66 times the average moving range (ranges of 3.267 times the average left out once), and the four rules: a point outside the limits, seven in a row on one side of the mean, seven rising or falling, and two of three beyond two thirds of the way to a limit.',
  source: 'Wheeler, Understanding Variation (2000); NHS England, Making Data Count',
  caveats: [
    'A signal says that something changed and not what.',
    'Where each month is much like the one before, as in a caseload, the limits are narrow and signals come in runs: read the first of a run.',
    'Fewer than 13 differences, two years and a month of data, give no chart.',
  ],
  needs: ['people', ['activities', 'involvements', 'attendance']],
  choices: [seriesChoice],
  coveredBy: 'activities',
  inputs: ({ series }) => ({ months: monthsOfSeries(series) }),
};
