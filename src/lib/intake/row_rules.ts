import { activityCodes } from '$lib/contract/activity_codes';
import type { Table } from '$lib/contract/table';
import { ActivityMonths } from './activity_months';
import { AttendanceRows } from './attendance_rows';
import type { ColumnReader } from './columns/column_reader';
import type { RowFindings } from './row_findings';

/** A rule that concerns several columns of a row; it reads the readers' present chunk. */
interface RowRule {
  check(rows: number): void;
  /** Called once after the last chunk. */
  finish?(): void;
}

type Readers = ReadonlyMap<string, ColumnReader>;

/**
 * The rules of one table that need more than one column.
 * @param extractedOn the day of the extract since 1970-01-01, NaN when the file does not say
 */
export function rowRulesOf(
  table: Table,
  readers: Readers,
  findings: RowFindings,
  extractedOn: number,
): RowRule[] {
  const rules: RowRule[] = [];
  const ints = (name: string) => readers.get(name)?.values as Int32Array;
  for (const [start, end] of [
    ['start_date', 'end_date'],
    ['date', 'outcome_date'],
  ] as const) {
    const [from, to] = [readers.get(start), readers.get(end)];
    if (from && to) rules.push(endBeforeStart(from, to, findings));
  }
  const birthMonth = readers.get('birth_month');
  if (birthMonth && !Number.isNaN(extractedOn)) {
    rules.push(birthAfterExtract(birthMonth, extractedOn, findings));
  }
  if (table.name === 'attendance') {
    rules.push(
      new AttendanceRows(findings, {
        person: ints('person_id'),
        school: ints('school_id'),
        date: ints('date'),
        session: ints('session'),
        code: ints('code'),
      }),
    );
  }
  if (table.name === 'activities') {
    const since = readers.get('neet_since');
    if (since) rules.push(neetSinceWithoutNeet(since, ints('activity_code'), findings));
    rules.push(new ActivityMonths(readers.get('month')!, ints('activity_code'), findings));
  }
  if (table.name === 'licences') {
    const person = readers.get('person_id');
    if (person) rules.push(chaperoneWithPerson(table, person, ints('kind'), findings));
  }
  return rules;
}

function endBeforeStart(start: ColumnReader, end: ColumnReader, findings: RowFindings): RowRule {
  return {
    check(rows) {
      for (let row = 0; row < rows; row++) {
        if (end.valid[row] === 0 || start.valid[row] === 0) continue;
        if (end.values[row]! < start.values[row]!) {
          findings.note('end_before_start', end.column.name, row);
        }
      }
    },
  };
}

function birthAfterExtract(
  birth: ColumnReader,
  extractedOn: number,
  findings: RowFindings,
): RowRule {
  return {
    check(rows) {
      for (let row = 0; row < rows; row++) {
        if (birth.valid[row] === 1 && birth.values[row]! > extractedOn) {
          findings.note('birth_month_after_extract', birth.column.name, row);
        }
      }
    },
  };
}

const neetCodes = new Set(
  activityCodes.filter((code) => code.neet_status === 'NEET').map((code) => code.code),
);

function neetSinceWithoutNeet(
  since: ColumnReader,
  activity: Int32Array,
  findings: RowFindings,
): RowRule {
  return {
    check(rows) {
      for (let row = 0; row < rows; row++) {
        if (
          since.valid[row] === 1 &&
          findings.dropped[row] === 0 &&
          !neetCodes.has(activity[row]!)
        ) {
          findings.note('neet_since_without_neet', since.column.name, row);
        }
      }
    },
  };
}

function chaperoneWithPerson(
  table: Table,
  person: ColumnReader,
  kind: Int32Array,
  findings: RowFindings,
): RowRule {
  const chaperone = table.columns
    .find((column) => column.name === 'kind')!
    .codes!.indexOf('chaperone');
  return {
    check(rows) {
      for (let row = 0; row < rows; row++) {
        if (person.valid[row] === 1 && findings.dropped[row] === 0 && kind[row] === chaperone) {
          findings.note('chaperone_with_person', person.column.name, row);
          person.empty(row);
        }
      }
    },
  };
}
