import type { Model } from '../model';
import { monthsOfSeries, seriesChoice } from './monthly_series';

export const forecastModel: Model = {
  id: 'forecast',
  label: 'Forecast',
  question: 'What is to be expected in the next twelve months, if things go on as they have?',
  method:
    'A quasi-binomial regression (of a share) or a quasi-Poisson regression (of open spells in the population) on trend and month of the year, with 80 and 95 % prediction intervals that allow for the uncertainty of the fit and for months that vary more than chance would make them. The same is done from up to 24 points in the past, each with only what was known then, and held against the forecast that every month will be as it was a year before. Where the model does not do better than that, it is withheld.',
  source:
    'McCullagh and Nelder, Generalized Linear Models (1989); Hyndman and Athanasopoulos, Forecasting: Principles and Practice (2021)',
  caveats: [
    'It continues the past. A new service, a new way of recording or a change in the law is not in it.',
    'Coming months are taken to have as many people as the same month of the last year.',
  ],
  needs: ['people', ['activities', 'involvements', 'attendance']],
  choices: [seriesChoice],
  coveredBy: 'activities',
  inputs: ({ series }) => ({ months: monthsOfSeries(series) }),
};
