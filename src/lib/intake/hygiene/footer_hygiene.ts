import type { Table } from '$lib/contract/table';
import { isFirstOfMonth } from '../columns/day_column';
import { refusal, type FileIdentity } from '../file_report';
import type { Footer, FooterColumn } from '../footer';
import { dayOf } from '../plain_values';
import { address } from './address';
import { identifierNamedBy } from './column_names';
import { identifierIn } from './identifiers';
import { personName } from './person_name';

/**
 * Looks for columns that identify people before a row is decoded: by their names, and by the least and
 * the greatest values that the footer gives. Columns outside the contract are judged by nothing else.
 * @throws FileRefused naming the column, never a value
 */
export function checkFooterHygiene(table: Table, footer: Footer, identity: FileIdentity): void {
  const contract = new Map(table.columns.map((column) => [column.name, column]));
  for (const found of footer.columns) {
    const column = contract.get(found.name.toLowerCase());
    if (!column) checkName(found.name, identity);
    // Pseudonyms are judged by many values, not by two, and names of schools are names.
    if (column?.type === 'person' || column?.type === 'parent') continue;
    const except = table.name === 'schools' && column?.name === 'name' ? [personName, address] : [];
    const kind = identifierIn(found.extremes.map(textOf), except);
    if (kind) {
      throw refusal('identifier_values', identity, {
        column: found.name,
        text: `They look like ${kind.label}.`,
      });
    }
  }
  checkBirthDates(table, footer, identity);
}

/** @throws FileRefused when the name of a column outside the contract says that it identifies people */
export function checkName(columnName: string, identity: FileIdentity): void {
  const named = identifierNamedBy(columnName);
  if (!named) return;
  throw refusal(named === 'date of birth' ? 'date_of_birth' : 'identifier_name', identity, {
    column: columnName,
    text: `It looks like a ${named}.`,
  });
}

const textOf = (value: unknown) =>
  value instanceof Uint8Array || value instanceof Date ? '' : String(value);

const YEAR = 365.25;

function checkBirthDates(table: Table, footer: Footer, identity: FileIdentity): void {
  const birthMonth = footer.columns.find((column) => column.name.toLowerCase() === 'birth_month');
  const birthMonths = birthMonth ? daysOf(birthMonth) : [];
  if (table.name === 'people' && birthMonths.some((day) => !isFirstOfMonth(day))) {
    throw refusal('date_of_birth', identity, { column: birthMonth!.name });
  }
  if (!table.columns.some((column) => column.type === 'person')) return;
  const contract = new Set(table.columns.map((column) => column.name));
  const extracted = dayOf(footer.metadata.get('extracted_on') ?? '');
  const latest = Number.isNaN(extracted) ? latestDay(footer, contract) : extracted;
  for (const column of footer.columns) {
    if (contract.has(column.name.toLowerCase())) continue;
    const days = daysOf(column);
    if (days.length > 0 && looksLikeBirths(days, birthMonths, latest, table)) {
      throw refusal('date_of_birth', identity, { column: column.name });
    }
  }
}

/**
 * Whether the extremes of a date column outside the contract are those of dates of birth: they fall in the
 * first and the last birth months, or they end years before the latest date of the file and not long
 * before it, as the births of children at school do.
 */
function looksLikeBirths(
  days: readonly number[],
  birthMonths: readonly number[],
  latest: number,
  table: Table,
): boolean {
  if (days.every(isFirstOfMonth)) return false;
  const [first, last] = [Math.min(...days), Math.max(...days)];
  if (birthMonths.length > 0) {
    const sameMonth = (a: number, b: number) => monthOf(a) === monthOf(b);
    if (sameMonth(first, Math.min(...birthMonths)) && sameMonth(last, Math.max(...birthMonths))) {
      return true;
    }
  }
  if (table.name === 'people') return last - first > 5 * YEAR;
  return (
    Number.isFinite(latest) &&
    last < latest - 3 * YEAR &&
    first > latest - 27 * YEAR &&
    last - first > 2 * YEAR
  );
}

const monthOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 7);

function latestDay(footer: Footer, contract: ReadonlySet<string>): number {
  const days = footer.columns
    .filter((column) => contract.has(column.name.toLowerCase()))
    .flatMap(daysOf);
  return Math.max(...days);
}

/** The days among a column's extremes, whether it holds dates or texts that spell them. */
function daysOf(column: FooterColumn): number[] {
  return column.extremes
    .map((value) => {
      if (value instanceof Date) return Math.floor(value.getTime() / 86_400_000);
      return typeof value === 'string' ? dayOf(value) : Number.NaN;
    })
    .filter(Number.isFinite);
}
