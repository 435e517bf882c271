import type { Value } from '../engine/engine';
import type { DimensionId, Measure, PeriodBasis } from './measure';
import { academicYearOf, monthsOf, type Period } from './period';
import { RequestError, type FigureRequest } from './request';

/** A measure's SQL for one request and period, as it is run and as "how is this made" shows it. */
export interface Statement {
  readonly text: string;
  readonly parameters: Readonly<Record<string, Value>>;
}

/**
 * One statement for many month ends, with a column `month`, where the measure can answer so; null
 * where it cannot. It answers what a statement a month would, in one pass over the mart, and may
 * answer months in between as well.
 */
export function statementForMonthEnds(
  measure: Measure,
  periods: readonly Period[],
  request: Pick<FigureRequest, 'by' | 'where'>,
): Statement | null {
  const months = periods
    .filter((period) => period.basis === 'month_end' || period.basis === 'month')
    .flatMap(monthsOf)
    .sort();
  const [first] = periods;
  if (!first || months.length < 2 || months.length < periods.length) return null;
  if (!measure.sql.includes('{month}')) return null;
  const { text, parameters } = statementFor(
    { ...measure, sql: measure.sql.replace('{month}', 'month::varchar as month,') },
    first,
    request,
  );
  return {
    text,
    parameters: { ...parameters, first_month: months[0] ?? '', last_month: months.at(-1) ?? '' },
  };
}

/**
 * Fills the markers of a measure's SQL for the dimensions and filters asked for, and names the
 * values to bind. Throws a `RequestError` for a dimension or period basis the measure does not have.
 */
export function statementFor(
  measure: Measure,
  period: Period,
  request: Pick<FigureRequest, 'by' | 'where'>,
): Statement {
  const basis = basisFor(measure, period);
  if (!measure.periodBases.includes(basis)) {
    throw new RequestError(
      `${measure.label} has no figures for that kind of period. It has: ${measure.periodBases.join(', ')}.`,
    );
  }
  const filtered = filtersOf(request);
  for (const dimension of [...request.by, ...filtered.map(([id]) => id)]) {
    if (!measure.dimensions.includes(dimension)) {
      throw new RequestError(
        `${measure.label} cannot be split or filtered by ${dimension}. It has: ${measure.dimensions.join(', ')}.`,
      );
    }
  }

  const own = (id: DimensionId): string => measure.columns[id] ?? id;
  const population = (id: DimensionId): string => measure.populationColumns?.[id] ?? id;
  // A kind splits the numerator alone: everybody in the population could have had any of them.
  const isKind = (id: DimensionId): boolean => measure.kinds?.[id] !== undefined;
  const shared = request.by.filter((id) => !isKind(id));
  const byKind = request.by.filter(isKind);

  const markers: Readonly<Record<string, string>> = {
    dimensions: selected(request.by, own),
    filters: conditions(filtered, own),
    population_dimensions: selected(shared, population),
    population_filters: conditions(
      filtered.filter(([id]) => !isKind(id)),
      population,
    ),
    // For a statement that ranks within each group and splits by kind at the end.
    groups: shared.map((id) => `${id},\n  `).join(''),
    split: request.by.map((id) => `${id},\n  `).join(''),
    kind_filters: conditions(
      filtered.filter(([id]) => isKind(id)),
      own,
    ),
    keys: request.by
      .map((id) => `${isKind(id) ? `${id}_kinds` : 'population'}.${id},\n  `)
      .join(''),
    kinds: byKind
      .map((id) => {
        const wanted = filtered.filter(([each]) => each === id);
        const values = `select distinct ${id} from ${measure.kinds?.[id]} where true${conditions(wanted, (each) => each)}`;
        return `\ncross join (${values}) as ${id}_kinds`;
      })
      .join(''),
    match:
      request.by
        .map(
          (id) =>
            `counted.${id} is not distinct from ${isKind(id) ? `${id}_kinds` : 'population'}.${id}`,
        )
        .join('\n  and ') || 'true',
    phases: phasesInScope(request),
    // The mart has a person once a service, so nobody is counted twice when services are kept apart.
    people_once: request.by.includes('service') ? 'count(*)' : 'count(distinct person_no)',
    month: '',
  };
  const text = measure.sql
    .replace(/\{(\w+)\}/g, (marker, name: string) => markers[name] ?? marker)
    .replace(/^ *\n/gm, '');
  return { text, parameters: { ...periodParameters(period), ...filterParameters(filtered) } };
}

/** `2025-01` is the end of January 2025 for a position, and the month itself for what happens in it. */
export function basisFor(measure: Measure, period: Period): PeriodBasis {
  const happensIn = period.basis === 'month_end' && !measure.periodBases.includes('month_end');
  return happensIn ? 'month' : period.basis;
}

/** Alternative provision is published apart: it is counted only where phases are shown or chosen. */
function phasesInScope(request: Pick<FigureRequest, 'by' | 'where'>): string {
  const total = ["'primary'", "'secondary'", "'special'"];
  const apart = request.by.includes('phase') || request.where.phase !== undefined;
  return (apart ? [...total, "'alternative'"] : total).join(', ');
}

function filtersOf(request: Pick<FigureRequest, 'where'>): [DimensionId, readonly string[]][] {
  return (Object.entries(request.where) as [DimensionId, readonly string[]][]).filter(
    ([, codes]) => codes.length > 0,
  );
}

function selected(by: readonly DimensionId[], column: (id: DimensionId) => string): string {
  return by
    .map((id) => (column(id) === id ? `${id},\n  ` : `${column(id)} as ${id},\n  `))
    .join('');
}

function conditions(
  filtered: readonly (readonly [DimensionId, readonly string[]])[],
  column: (id: DimensionId) => string,
): string {
  return filtered
    .map(([id, codes]) => {
      const names = codes.map((_, index) => `$${id}_${index + 1}`).join(', ');
      // Codes are bound as text; the column is compared as text so that an unknown code finds nothing.
      return `\n  and ${column(id)}::varchar in (${names})`;
    })
    .join('');
}

function filterParameters(
  filtered: readonly (readonly [DimensionId, readonly string[]])[],
): Record<string, Value> {
  return Object.fromEntries(
    filtered.flatMap(([id, codes]) =>
      codes.map((code, index): [string, Value] => [`${id}_${index + 1}`, code]),
    ),
  );
}

/** What each kind of period binds; a statement names those of them that it needs. */
function periodParameters(period: Period): Record<string, Value> {
  const months = monthsOf(period);
  const first = months[0] ?? '';
  const last = months.at(-1) ?? first;
  const inMonths = { first_month: first, last_month: last, months: months.length };
  switch (period.basis) {
    case 'academic_year':
      return { academic_year: period.academicYear, period: 'year', ...inMonths };
    case 'year_to_date':
      return { academic_year: period.academicYear, period: 'year_to_date' };
    case 'term':
      return { academic_year: period.academicYear, period: `term_${period.term}` };
    case 'month_end':
    case 'month':
    case 'twelve_months':
    case 'december_to_february':
      return { month: last, ...inMonths, academic_year: academicYearOf(last) };
  }
}
