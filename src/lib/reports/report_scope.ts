import { periodsCovered } from '../measures/covered';
import type { Measure } from '../measures/measure';
import { academicYearText, periodText } from '../measures/period';
import { RequestError } from '../measures/request';
import { periodFor, type Scope } from '../topics/scope';
import { yearOfMonths, type Months } from '../view/months';
import { defaultView, type Part } from '../view/view';
import { yearsCovered } from '../workspace/covered_years';
import type { ReportDefinition, ReportView } from './definition';
import type { ReportSource } from './source';

/**
 * What one figure of a report is about. Of the years that are covered it is the last for which the extracts hold a
 * period of the measure, where the report asks for the latest: in autumn that is last year's for what is counted by
 * the year, and every figure says its period. Throws a `RequestError` where the extracts cover no year.
 */
export function scopeFor(
  measure: Measure,
  { purpose, comparator }: Pick<ReportDefinition, 'purpose' | 'comparator'>,
  view: ReportView,
  { county, coverage, holdings }: Pick<ReportSource, 'county' | 'coverage' | 'holdings'>,
): Scope {
  const { districts, groups, part = null } = view;
  const months = view.months === 'latest' ? lastMonth(measure, coverage) : (view.months ?? null);
  const scopes = yearsFor(measure, { ...view, months }, coverage).map((year): Scope => {
    const termOrPart = part === 'latest_term' ? lastTermOf(year, coverage) : part;
    const seen = { year, part: termOrPart, months, districts, groups, comparator };
    return { purpose, view: { ...defaultView, ...seen }, year, coverage, holdings, county };
  });
  const [latest] = scopes;
  if (latest === undefined) throw new RequestError('The extracts hold no period to report on.');
  return scopes.find((scope) => periodFor(measure, scope) !== null) ?? latest;
}

/** The years to look in, the one that is wanted first. */
function yearsFor(
  measure: Measure,
  { year, months, part }: Omit<ReportView, 'months'> & { readonly months: Months | null },
  coverage: Scope['coverage'],
): readonly string[] {
  if (months) return [yearOfMonths(months)];
  if (year !== 'latest') return [year];
  const covered = yearsCovered(coverage);
  if (part !== 'latest_term' || !measure.periodBases.includes('term')) return covered;
  const withTerms = covered.filter((each) => lastTermOf(each, coverage) !== null);
  return withTerms.length > 0 ? withTerms : covered;
}

function lastMonth(measure: Measure, coverage: Scope['coverage']): Months | null {
  const basis = measure.periodBases.find((each) => each === 'month_end' || each === 'month');
  const last = basis && periodsCovered(measure, coverage, basis).at(-1);
  return last ? { from: periodText(last), to: periodText(last) } : null;
}

function lastTermOf(year: string, { absenceTerms }: Scope['coverage']): Part {
  const terms = absenceTerms.filter(({ academicYear }) => academicYearText(academicYear) === year);
  const last = terms.at(-1)?.term;
  return last === undefined ? null : (`t${last}` as Part);
}
