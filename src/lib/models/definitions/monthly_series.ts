import type { ModelChoice, ModelQuestion } from '../model';
import { servicesThatLast } from './services_offered';

const shares = [
  { value: 'neet', label: 'NEET' },
  { value: 'not_known', label: 'Not known' },
  { value: 'neet_or_not_known', label: 'NEET or not known' },
  { value: 'absence', label: 'Overall absence' },
];

/** A series of months: a share of the cohort or of sessions, or people with an open spell of a service. */
export const seriesChoice: ModelChoice = {
  id: 'series',
  label: 'Of',
  options: [
    ...shares,
    ...servicesThatLast.map(({ value, label }) => ({
      value,
      label: `${label}: people with an open spell`,
    })),
  ],
  initial: 'neet',
};

/** Whether a series is a share of people or sessions, rather than a number of people. */
export function isShare(series: string | number | undefined): boolean {
  return shares.some(({ value }) => value === series);
}

/** The question that answers a series: `period`, `numerator`, `denominator`, a row a month. */
export function monthsOfSeries(series: string | number | undefined): ModelQuestion {
  if (series === 'absence') return { sql: monthlyAbsence };
  if (isShare(series)) return { measure: String(series), basis: 'month_end' };
  return {
    measure: 'service_involvement',
    basis: 'month_end',
    by: ['service'],
    where: { service: [String(series)] },
  };
}

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
