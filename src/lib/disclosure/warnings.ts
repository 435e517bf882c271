// What stays true of a table after disclosure control and that a person must judge: nothing is hidden by it. All of it
// is worked out from what the table shows, so a warning tells nothing that the table does not.
import type { Measure } from '../measures/measure';
import { heldBackInWords } from './policy';
import type { DisclosurePolicy, SafeRow, SafeTable } from './safe_table';

/**
 * The sentences that stand with a figure and in its files: what is held back, where everybody of a small group is told
 * of at once, and where one school makes up most of a total.
 *
 * @param periods those that are shown, where the tables hold more
 */
export function disclosureNotes(
  tables: readonly SafeTable[],
  periods?: readonly string[],
): readonly string[] {
  const shown = periods === undefined ? tables : tables.map((table) => ofPeriods(table, periods));
  return [heldBackInWords(tables), wholeGroupsInWords(shown), dominanceInWords(shown)].filter(
    (sentence) => sentence !== null,
  );
}

/** A table with some of its rows, as far as a warning reads it. */
type Shown = Pick<SafeTable, 'measure' | 'where' | 'by' | 'rows' | 'policy'>;

function ofPeriods(table: SafeTable, periods: readonly string[]): Shown {
  return { ...table, rows: table.rows.filter(({ period }) => periods.includes(period)) };
}

/**
 * In how many rows all of a small group share what is counted, or none of it does, which says of each member what it says
 * of the group; null where there is no such row.
 */
export function wholeGroupsInWords(tables: readonly Shown[]): string | null {
  const found = new Map<string, DisclosurePolicy>();
  for (const table of tables)
    for (const row of table.rows)
      if (isWholeGroup(table.measure, row, table.policy))
        found.set(nameOf(table, row), table.policy);
  const [policy] = found.values();
  if (policy === undefined) return null;
  const [inRows, theRows] = found.size === 1 ? ['1 row', 'row'] : [`${found.size} rows`, 'rows'];
  return `In ${inRows} all of a group of ${policy.smallGroup} or fewer are counted, or none: that says the same of each of its members. Before you pass this on, ask whether they could be recognised, and if so join the group with another or leave the ${theRows} out.`;
}

function isWholeGroup(
  { kind }: Measure,
  { numerator: { value: counted }, denominator: { value: of } }: SafeRow,
  { smallGroup }: DisclosurePolicy,
): boolean {
  if (kind !== 'proportion' || counted === null || of === null) return false;
  return of > 0 && of <= smallGroup && (counted === of || counted === 0);
}

/**
 * In how many totals of days, sessions or the like one school makes up more than the policy's share; null where there is
 * none. It looks at tables that are split by school, and at the schools that are shown: how much one person makes up of
 * a row is not known here, for counts hold how many people are behind them and not how much each adds.
 */
export function dominanceInWords(tables: readonly Shown[]): string | null {
  const dominated = new Map<string, DisclosurePolicy>();
  for (const table of tables) {
    if (!table.by.includes('school') || !isMagnitude(table.measure)) continue;
    for (const [total, amounts] of schoolsByTotal(table)) {
      const sum = amounts.reduce((all, each) => all + each, 0);
      if (Math.max(...amounts) > table.policy.dominance * sum) dominated.set(total, table.policy);
    }
  }
  const [policy] = dominated.values();
  if (policy === undefined) return null;
  const inTotals = dominated.size === 1 ? '1 total' : `${dominated.size} totals`;
  return `In ${inTotals} one school makes up more than ${Math.round(100 * policy.dominance)} % of what the schools shown add up to: whoever is given the total alone learns nearly that school’s figure. Join it with others before you pass it on.`;
}

/** Whether what is counted is an amount that one person or school can have much of, and not people. */
function isMagnitude({ unit, kind, sql }: Measure): boolean {
  const isAmount = kind === 'mean' && (unit === 'days' || unit === 'sessions');
  return isAmount || sql.includes('people_in_numerator');
}

/** What each school adds, by the total it is a part of: one for each period and other group. Nothing adds nothing. */
function schoolsByTotal(table: Shown): ReadonlyMap<string, readonly number[]> {
  const totals = new Map<string, number[]>();
  for (const row of table.rows) {
    const { school, ...others } = row.keys;
    const { value } = row.numerator;
    if (school === undefined || value === null || value <= 0) continue;
    const total = nameOf(table, { ...row, keys: others });
    totals.set(total, [...(totals.get(total) ?? []), value]);
  }
  return totals;
}

/** The same for the same group and period, in whichever table it stands. */
function nameOf({ measure, where }: Shown, { period, keys }: SafeRow): string {
  const group = Object.entries({ ...where, ...keys })
    .map(([id, code]) => `${id}=${[code].flat().join()}`)
    .sort();
  return [measure.id, period, ...group].join(' ');
}
