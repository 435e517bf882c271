import { roundToBase } from '../statistics/rounding';
import type { DimensionId, Measure } from '../measures/measure';
import {
  openCounts,
  type CountRow,
  type Counts,
  type CountsContent,
  type CountsPart,
} from './counts';
import type { Decision, Ledger } from './differencing/ledger';
import { figureOf } from './figure_of';
import type { DisclosurePolicy, SafeCell, SafeRow, SafeTable, Status } from './safe_table';
import { hiddenRows } from './suppression';

/**
 * Disclosure control: counts in, a safe table out, the only place that makes one.
 *
 * A hidden row shows nothing at all, for a rate or an interval would give its counts away. What is
 * shown is rounded when the policy says so, and rate and interval are then of the rounded counts, so
 * that they cannot be turned back. Rows keep their order.
 */
export function protect(counts: Counts, policy: DisclosurePolicy): SafeTable {
  const content = openCounts(counts);
  return tableOf(content, policy, { hidden: hiddenRows(content, policy), heldBack: [] });
}

/**
 * As `protect`, for a reader who has seen other figures of the same extracts: what would tell of few together with
 * them is held back. Rejects when the ledger cannot judge it.
 */
export async function protectAfter(
  ledger: Ledger,
  counts: Counts,
  policy: DisclosurePolicy,
): Promise<SafeTable> {
  const content = openCounts(counts);
  return tableOf(content, policy, await ledger.decide(content, policy, isInPart(content)));
}

function tableOf(
  content: CountsContent,
  policy: DisclosurePolicy,
  { hidden, heldBack }: Decision,
): SafeTable {
  const { measure, made, part } = content;
  const { by, where } = part ?? content;
  const rows = shownPart(content, hidden).map(({ row, isHidden }) =>
    Object.freeze(safeRow(measure, row, isHidden, policy)),
  );
  const isAsked = isInPart(content);
  const held = content.rows.filter((row, i) => heldBack[i] === true && isAsked(row)).length;
  const table = { measure, by, where, rows: Object.freeze(rows), policy, heldBack: held, made };
  return Object.freeze(table) as SafeTable;
}

/** Whether a row of the counts is of the part that was asked for, or says that nothing is available. */
function isInPart({ part }: CountsContent): (row: CountRow) => boolean {
  const codes = Object.entries(part?.codes ?? {}) as [DimensionId, string][];
  return (row) => !row.available || codes.every(([id, code]) => row.keys[id] === code);
}

interface Decided {
  readonly row: CountRow;
  readonly isHidden: boolean;
}

/** The rows to be shown, each with whether it is hidden: all, or those of the part that was asked for. */
function shownPart(content: CountsContent, hidden: readonly boolean[]): readonly Decided[] {
  const { rows, part } = content;
  const decided = rows.map((row, i) => ({ row, isHidden: hidden[i] !== false }));
  if (part === undefined) return decided;
  const isAsked = isInPart(content);
  const inPart = decided
    .filter(({ row }) => isAsked(row))
    .map(({ row, isHidden }) => ({
      row: { ...row, keys: withoutKeys(row.keys, part.codes) },
      isHidden,
    }));
  const held = new Set(inPart.map(({ row }) => row.period));
  const missing = part.nobody.filter(({ period }) => !held.has(period));
  const order = part.nobody.map(({ period }) => period);
  return [...inPart, ...missing.map((row) => ({ row, isHidden: false }))].sort(
    (a, b) => order.indexOf(a.row.period) - order.indexOf(b.row.period),
  );
}

function withoutKeys(keys: CountRow['keys'], codes: CountsPart['codes']): CountRow['keys'] {
  return Object.fromEntries(Object.entries(keys).filter(([id]) => !Object.hasOwn(codes, id)));
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
