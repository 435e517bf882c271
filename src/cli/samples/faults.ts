import { UNKNOWN_CODE } from './codes';
import { dayOf, isoOf } from './dates';
import type { Row } from './rows';
import { pseudonym, Random } from './random';
import type { TableName } from './tables';

/** A kind of fault put into the files on purpose, and how many rows have it. */
export interface Fault {
  table: TableName;
  what: string;
  rows: number;
}

type Tables = Record<TableName, Row[]>;

/** Marks to write in place of sound ones, each in another pupil's register. */
export function wrongMarks(year: number): { code: string; count: number; what: string }[] {
  const unknown = {
    code: UNKNOWN_CODE,
    count: 12,
    what: `register code "${UNKNOWN_CODE}", which does not exist`,
  };
  if (year < 2024) return [unknown];
  const retired = 'used after it was retired on 18 August 2024';
  return [
    unknown,
    { code: 'H', count: 8, what: `register code H, ${retired}` },
    { code: 'Y', count: 6, what: `register code Y, ${retired}` },
  ];
}

/** A pupil and the days of their register, to write wrong rows about. */
export interface Ordinary {
  person_id: number;
  school_id: number;
  days: number[];
}

/** Register rows that should not be there, for the last year; written after the sound rows. */
export function faultyAttendance(
  ordinary: readonly Ordinary[],
  seed: number,
): { rows: Row[]; faults: Fault[] } {
  const rows: Row[] = [];
  const faults: Fault[] = [];
  const add = (what: string, made: Row[]) => {
    rows.push(...made);
    faults.push({ table: 'attendance', what, rows: made.length });
  };
  const at = (i: number) => ordinary[i % ordinary.length] as Ordinary;
  const row = (one: Ordinary, i: number, more: Row): Row => ({
    person_id: one.person_id,
    school_id: one.school_id,
    date: one.days[i % one.days.length] ?? 0,
    session: 'AM',
    ...more,
  });
  add(
    'second row for the same person, school, date and session',
    Array.from({ length: 24 }, (_, i) => row(at(i), i * 3, { code: '/' })),
  );
  const stranger = { ...at(24), person_id: pseudonym(seed, 0xf_ffff_0001) };
  add(
    'person who is not in people',
    Array.from({ length: 20 }, (_, i) => row(stranger, i, { code: i % 5 === 0 ? 'I' : '/' })),
  );
  return { rows, faults };
}

/** Spoils a few rows of the other tables, or adds spoilt ones. */
export function spoil(
  tables: Tables,
  { seed, extractYear }: { seed: number; extractYear: number },
): Fault[] {
  const faults: Fault[] = [];
  const random = new Random(seed, 90);
  const change = (
    table: TableName,
    what: string,
    count: number,
    fits: (row: Row) => boolean,
    to: (row: Row) => Row,
  ) => {
    const rows = tables[table];
    let done = 0;
    for (let tries = 0; tries < 200_000 && done < count && rows.length > 0; tries++) {
      const place = random.between(0, rows.length - 1);
      const row = rows[place] as Row;
      if (!fits(row)) continue;
      rows[place] = to(row);
      done++;
    }
    if (done > 0) faults.push({ table, what, rows: done });
  };
  const old: Row[] = Array.from({ length: 8 }, (_, i) => ({
    person_id: pseudonym(seed, 0xf_ffff_1000 + i),
    birth_month: dayOf(extractYear - 26, 1 + i, 1),
    sex: i % 2 === 0 ? 'F' : 'M',
    ethnicity: 'WBRI',
    home_district: 'E07000114',
  }));
  tables.people.push(...old);
  faults.push({
    table: 'people',
    what: 'person past their 25th birthday at the extract date',
    rows: old.length,
  });
  tables.involvements.push(
    ...old.map((person, i): Row => ({
      person_id: person.person_id ?? 0, service: 'care_leaver', start_date: dayOf(extractYear - 7, 1 + i, 9),
      end_date: dayOf(extractYear - 4, 1 + i, 20), district: 'E07000114', team_code: 'T01',
    })),
  ); // prettier-ignore
  faults.push({ table: 'involvements', what: 'spell of one of those people', rows: old.length });

  const closed = (row: Row) =>
    typeof row.end_date === 'number' && row.end_date > Number(row.start_date);
  change('involvements', 'spell that ends before it starts', 6, closed, (row) => ({
    ...row,
    start_date: row.end_date,
    end_date: row.start_date,
  }));
  const century = (day: number, by: number) => {
    const [year, month, date] = isoOf(day).split('-').map(Number) as [number, number, number];
    return dayOf(year + by, month, Math.min(date, 28));
  };
  const open = (row: Row) => row.end_date === null;
  change('involvements', 'start date in the twenty-second century', 2, open, (row) => ({
    ...row,
    start_date: century(Number(row.start_date), 100),
  }));
  change(
    'exclusions',
    'start date in the 1920s',
    1,
    () => true,
    (row) => ({ ...row, start_date: century(Number(row.start_date), -100) }),
  );
  const inEducation = (row: Row) => row.activity_code === 230 && row.currency_lapsed === false;
  change(
    'activities',
    'activity 110 (compulsory school age) in Year 12 or 13',
    5,
    inEducation,
    (row) => ({ ...row, activity_code: 110 }),
  );
  const twice = tables.activities.slice(40, 43);
  tables.activities.push(...twice.map((row) => ({ ...row })));
  if (twice.length > 0)
    faults.push({
      table: 'activities',
      what: 'second row for the same person and month',
      rows: twice.length,
    });
  faults.push({
    table: 'involvements',
    what: 'column team_code, which is in no table of the contract',
    rows: tables.involvements.length,
  });
  return faults;
}
