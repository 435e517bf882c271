import type { Value } from '../engine/engine';
import type { DimensionId, Measure } from './measure';
import { monthsOf, type Period } from './period';
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
    .filter((period) => period.basis === 'month_end')
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
  if (!measure.periodBases.includes(period.basis)) {
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
  // The denominator of a measure with a population of its own is not split by service.
  const shared = (id: DimensionId): boolean => id !== 'service';
  const keys = request.by.map((id) =>
    shared(id) ? `people_in_age_group.${id}` : `services.${id}`,
  );

  const markers: Readonly<Record<string, string>> = {
    dimensions: selected(request.by, own),
    filters: conditions(filtered, own),
    population_dimensions: selected(request.by.filter(shared), population),
    population_filters: conditions(
      filtered.filter(([id]) => shared(id)),
      population,
    ),
    keys: keys.map((key) => `${key},\n  `).join(''),
    services: request.by.includes('service')
      ? `\ncross join (select service from services_seen where true${conditions(
          filtered.filter(([id]) => id === 'service'),
          own,
        )}) as services`
      : '',
    match:
      request.by
        .map((id, index) => `people_with_an_open_spell.${id} = ${keys[index] ?? id}`)
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

function periodParameters(period: Period): Record<string, Value> {
  switch (period.basis) {
    case 'academic_year':
      return { academic_year: period.academicYear, period: 'year' };
    case 'year_to_date':
      return { academic_year: period.academicYear, period: 'year_to_date' };
    case 'term':
      return { academic_year: period.academicYear, period: `term_${period.term}` };
    case 'month_end':
    case 'december_to_february': {
      const months = monthsOf(period);
      const first = months[0] ?? '';
      const academicYear = Number(first.slice(0, 4)) - (Number(first.slice(5, 7)) >= 9 ? 0 : 1);
      return {
        month: first,
        first_month: first,
        last_month: months.at(-1) ?? first,
        months: months.length,
        academic_year: academicYear,
      };
    }
  }
}
