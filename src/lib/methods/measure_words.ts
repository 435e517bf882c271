import { inWords } from '../contract/table';
import { dimensions } from '../measures/dimensions';
import type { Measure, PeriodBasis } from '../measures/measure';
import { periodBasisInWords, type Period } from '../measures/period';
import { statementFor, type Statement } from '../measures/statement';
import { formatList } from '../ui/format';
import { unitForms } from '../ui/units';

/** How the figure is shown. */
export function unitInWords({ unit }: Measure): string {
  const { words, places } = unitForms[unit];
  const decimals =
    ['whole numbers', 'one decimal', 'two decimals', 'three decimals', 'four decimals'][places] ??
    '';
  return `${words}, ${places === 0 ? 'in' : 'to'} ${decimals}`;
}

/** What the figure is and how its interval is made. */
export const kindInWords: Readonly<Record<Measure['kind'], string>> = {
  proportion: 'a proportion, with a 95 % interval by Wilson’s method',
  rate: 'a rate of events, with a 95 % interval: exact Poisson below 10 events, Byar’s approximation from 10',
  count:
    'a number of events, with a 95 % interval: exact Poisson below 10, Byar’s approximation from 10',
  mean: 'a mean, without an interval',
  length:
    'a length of time, where what still goes on counts for as long as it has lasted (Kaplan-Meier), with a 95 % interval on the log-log scale',
};

const quantilesInWords: Readonly<Record<NonNullable<Measure['quantile']>, string>> = {
  lowerQuartile: 'the lower quartile: a quarter is shorter',
  median: 'the median: half is shorter',
  upperQuartile: 'the upper quartile: three quarters are shorter',
};

/** "a length of time, …; the median: half is shorter". */
export function figureInWords({ kind, quantile }: Measure): string {
  if (kind !== 'length') return kindInWords[kind];
  return `${kindInWords.length}; ${quantilesInWords[quantile ?? 'median']}`;
}

/** What a rise means. */
export const polarityInWords: Readonly<Record<Measure['polarity'], string>> = {
  higher_is_worse: 'a higher figure is worse',
  higher_is_better: 'a higher figure is better',
  neutral: 'a higher figure is neither better nor worse in itself',
};

/** "position at a month end; mean of the month ends of December, January and February". */
export function periodsInWords(measure: Measure): string {
  return measure.periodBases.map((basis) => periodBasisInWords[basis]).join('; ');
}

/** "people, schools and either attendance or attendance totals". */
export function needsInWords({
  needs,
  needsColumns = [],
}: Pick<Measure, 'needs' | 'needsColumns'>): string {
  const columns = needsColumns.map((each) => {
    const [table = '', column = ''] = each.split('.');
    return `the column ${inWords(column)} of ${inWords(table)}`;
  });
  return formatList([
    ...needs.map((need) =>
      typeof need === 'string' ? inWords(need) : `either ${need.map(inWords).join(' or ')}`,
    ),
    ...columns,
  ]);
}

/** The groups a measure can be split and filtered by, with what is particular to the measure. */
export function splitsOf(measure: Measure): readonly { label: string; note: string | null }[] {
  return measure.dimensions.map((id) => ({
    label: dimensions[id].label,
    note: measure.dimensionNotes[id] ?? null,
  }));
}

const examples: Readonly<Record<PeriodBasis, Period>> = {
  academic_year: { basis: 'academic_year', academicYear: 2024 },
  year_to_date: { basis: 'year_to_date', academicYear: 2024 },
  term: { basis: 'term', academicYear: 2024, term: 1 },
  month_end: { basis: 'month_end', year: 2025, month: 1 },
  month: { basis: 'month', year: 2025, month: 1 },
  twelve_months: { basis: 'twelve_months', year: 2025, month: 8 },
  december_to_february: { basis: 'december_to_february', year: 2025 },
};

/** The SQL of the county's figure for the measure's first kind of period, as it would be run. */
export function exampleOf(measure: Measure): Statement {
  const [basis = 'academic_year'] = measure.periodBases;
  return statementFor(measure, examples[basis], { by: [], where: {} });
}

/** The values a statement is run with, for those of its parameters that it names. */
export function parametersInWords({ text, parameters }: Statement): string {
  return Object.entries(parameters)
    .filter(([name]) => new RegExp(`\\$${name}\\b`).test(text))
    .map(([name, value]) => `$${name} = ${String(value)}`)
    .join(', ');
}
