import { services } from '../../contract/tables/involvements';
import { kinds } from '../../measures/kinds';
import type { Model } from '../model';

/** Point events are open on no month end, so there is nothing to forecast. */
const events: readonly string[] = ['contact', 'referral', 'section_47'];

const series = [
  { value: 'neet', label: 'NEET' },
  { value: 'not_known', label: 'Not known' },
  { value: 'neet_or_not_known', label: 'NEET or not known' },
  { value: 'absence', label: 'Overall absence' },
  ...services
    .filter((service) => !events.includes(service))
    .map((service) => ({
      value: service as string,
      label: `${kinds.service.values[service] ?? service}: people with an open spell`,
    })),
];

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
  choices: [{ id: 'series', label: 'Of', options: series, initial: 'neet' }],
  coveredBy: 'activities',
  inputs: ({ series: wanted }) => {
    switch (wanted) {
      case 'neet':
      case 'not_known':
      case 'neet_or_not_known':
        return { months: { measure: String(wanted), basis: 'month_end' } };
      case 'absence':
        return { months: { sql: monthlyAbsence } };
      default:
        return {
          months: {
            measure: 'service_involvement',
            basis: 'month_end',
            by: ['service'],
            where: { service: [String(wanted)] },
          },
        };
    }
  },
};

/** The scope is that of overall absence; a month is where its register days fall. */
const monthlyAbsence = `select
  date_trunc('month', date)::date as period,
  sum(authorised + unauthorised)::double as numerator,
  sum(possible)::double as denominator
from register_days
where phase in ('primary', 'secondary', 'special')
  and in_year
group by period
order by period`;
