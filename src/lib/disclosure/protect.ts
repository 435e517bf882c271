import { roundToBase } from '../statistics/rounding';
import type { Measure } from '../measures/measure';
import { openCounts, type CountRow, type Counts } from './counts';
import { figureOf } from './figure_of';
import type { DisclosurePolicy, SafeCell, SafeRow, SafeTable, Status } from './safe_table';
import { steps } from './suppression';

/**
 * Disclosure control: counts in, a safe table out, the only place that makes one.
 *
 * A hidden row shows nothing at all, for a rate or an interval would give its counts away. What is
 * shown is rounded when the policy says so, and rate and interval are then of the rounded counts, so
 * that they cannot be turned back. Rows keep their order.
 */
export function protect(counts: Counts, policy: DisclosurePolicy): SafeTable {
  const content = openCounts(counts);
  const hidden = steps.reduce<readonly boolean[]>(
    (soFar, step) => step(content, soFar, policy),
    content.rows.map(() => false),
  );
  const rows = content.rows.map((row, i) =>
    Object.freeze(safeRow(content.measure, row, hidden[i] !== false, policy)),
  );
  const { measure, by, where, made } = content;
  const table = { measure, by, where, rows: Object.freeze(rows), policy, made };
  return Object.freeze(table) as SafeTable;
}

function safeRow(
  measure: Measure,
  row: CountRow,
  hidden: boolean,
  policy: DisclosurePolicy,
): SafeRow {
  const isMissing =
    (row.numerator === null && row.lengths === undefined) ||
    (row.denominator === null && measure.kind !== 'count');
  if (!row.available || isMissing) return blank(row, 'x');
  if (hidden) return blank(row, 'c');
  if (row.denominator === 0) return { ...blank(row, 'z'), denominator: shown(0) };

  const numerator = row.numerator === null ? none('z') : shownCount(row.numerator, policy);
  const denominator = row.denominator === null ? none('z') : shownCount(row.denominator, policy);
  if (numerator.status === 'low' || denominator.status === 'low')
    return { ...blank(row, 'low'), numerator, denominator };

  const figure = figureOf(measure, numerator.value, denominator.value, row.lengths);
  if (figure.status !== 'ok') return { ...blank(row, figure.status), numerator, denominator };
  const { value, interval } = figure.result;
  return {
    ...group(row),
    numerator,
    denominator,
    value: shown(value),
    lower: limit(interval?.lower),
    upper: limit(interval?.upper),
    status: 'ok',
  };
}

/** A limit that the data do not reach, or that the measure does not have, is not applicable. */
function limit(value: number | null | undefined): SafeCell {
  return value === null || value === undefined ? none('z') : shown(value);
}

/** A count as the policy shows it; one that rounds to zero without being zero is `low`. */
function shownCount(count: number, { roundingBase }: DisclosurePolicy): SafeCell {
  if (roundingBase === null) return shown(count);
  const rounded = roundToBase(count, roundingBase);
  return rounded === 0 && count !== 0 ? none('low') : shown(rounded);
}

function blank(row: CountRow, status: Status): SafeRow {
  const cell = none(status);
  return {
    ...group(row),
    numerator: cell,
    denominator: cell,
    value: cell,
    lower: cell,
    upper: cell,
    status,
  };
}

function group({ period, keys }: CountRow): Pick<SafeRow, 'period' | 'keys'> {
  return { period, keys: Object.freeze({ ...keys }) };
}

function shown(value: number): SafeCell {
  return Object.freeze({ value, status: 'ok' });
}

function none(status: Status): SafeCell {
  return Object.freeze({ value: null, status });
}
