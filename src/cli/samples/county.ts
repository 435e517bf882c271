import { tableNamed } from '$lib/contract/tables';
import { makeActivities } from './activities';
import type { SampleOptions } from './arguments';
import { RegisterYear, type AttendanceSummary } from './attendance';
import { AGE_WEIGHTS } from './districts';
import { dayOf, type Day } from './dates';
import { Enforcement } from './enforcement';
import { enrolmentRow, enrolmentsOf, lastSchools } from './enrolments';
import { makeGuarantees } from './guarantees';
import { socialCare, type Window } from './involvements';
import { makeLicences } from './licences';
import type { Batch } from './parquet';
import type { Row } from './rows';
import { makePeople, personRow } from './people';
import { neetSupport } from './neet_support';
import { Random } from './random';
import {
  calendarRows,
  populationRows,
  restrictedPeople,
  schoolRows,
  targetRows,
} from './reference';
import { SchoolChoice } from './school_choice';
import { makeSchools } from './schools';
import { attendanceCasework, otherServices } from './services';
import { faultyAttendance, spoil, wrongMarks, type Fault } from './faults';
import type { TableName } from './tables';

/** Takes in the big tables as they are made; the county does not go on until each is written. */
export interface Registers {
  year: (year: number, batches: Iterable<Batch>) => Promise<void>;
  totals: (rows: Iterable<Row>) => Promise<void>;
}

/** A county but for its registers, which were handed over year by year as they were made. */
export interface County {
  tables: Record<TableName, Row[]>;
  faults: Fault[];
  extract: Day;
  firstYear: number;
}

/** Share of people who must be of school age for the rows asked for, and of schools that return registers. */
function registersFor({ people, years, attendanceRows }: SampleOptions): {
  schoolAgeShare?: number;
  returning: number;
} {
  if (attendanceRows === undefined) return { returning: 1 };
  const pupils = attendanceRows / (years * 363);
  const weights = AGE_WEIGHTS.reduce((sum, weight) => sum + weight, 0);
  const natural = AGE_WEIGHTS.slice(5, 17).reduce((sum, weight) => sum + weight, 0) / weights;
  const share = pupils / people;
  if (share <= natural * 0.97) return { returning: share / (natural * 0.97) };
  return { schoolAgeShare: Math.min(1, share), returning: 1 };
}

/** Puts the deliberate faults into the registers of the last year. */
function spoilRegisters(
  registers: RegisterYear,
  year: number,
  seed: number,
): { rows: Row[]; faults: Fault[] } {
  const marks = wrongMarks(year);
  registers.spoilMarks(marks.flatMap(({ code, count }) => Array<string>(count).fill(code)));
  const { rows, faults } = faultyAttendance(registers.ordinary(25), seed);
  return {
    rows,
    faults: [
      ...marks.map(({ what, count }): Fault => ({ table: 'attendance', what, rows: count })),
      ...faults,
    ],
  };
}

/** Leaves out rows that repeat the key of an earlier one: chance may put two like events on one day. */
function once(table: TableName, rows: readonly Row[]): Row[] {
  const key = tableNamed(table)?.key ?? [];
  const seen = new Set<string>();
  return rows.filter((row) => {
    const value = key.map((column) => row[column] ?? '').join(' ');
    return !seen.has(value) && seen.add(value);
  });
}

function byPerson(a: Row, b: Row): number {
  return (
    Number(a.person_id) - Number(b.person_id) ||
    Number(a.month ?? a.start_date ?? a.date ?? a.academic_year) -
      Number(b.month ?? b.start_date ?? b.date ?? b.academic_year)
  );
}

/**
 * Makes a whole county. Everything but the attendance rows is held in memory (a few hundred bytes a
 * person); attendance is made and handed to `write` a batch at a time.
 */
export async function makeCounty(
  options: SampleOptions,
  write: Registers,
  batchRows: number,
): Promise<County> {
  const { people: count, years, seed, endYear } = options;
  const firstYear = endYear - years + 1;
  const totalsYear = firstYear - 1;
  const extract = dayOf(endYear + 1, 7, 31);
  const window: Window = { seed, from: dayOf(totalsYear, 9, 1), extract };
  const { returning, ...mix } = registersFor(options);
  const people = makePeople({
    people: count,
    seed,
    lastYear: endYear,
    lastBirthMonth: { year: endYear + 1, month: 7 },
    ...mix,
  });
  const schools = makeSchools(count, seed);
  const choice = new SchoolChoice(schools);
  const enrolments = people.flatMap((person) =>
    enrolmentsOf(person, { seed, firstYear: totalsYear, lastYear: endYear, choice }),
  );
  const involvements = people.flatMap((person) => [
    ...socialCare(person, window),
    ...otherServices(person, window),
  ]);

  const keepsRegisters = new Set(
    schools.filter((_, i) => new Random(seed, 6, i).chance(returning)).map((school) => school.id),
  );
  const registered = enrolments.filter(
    ({ school }) => returning === 1 || keepsRegisters.has(school.id),
  );
  const enforcement = new Enforcement(seed, extract);
  let exclusions: Row[] = [];
  let summaries: AttendanceSummary[] = [];
  const faults: Fault[] = [];
  for (let year = totalsYear; year <= endYear; year++) {
    const registers = new RegisterYear(year, registered, seed, enforcement);
    if (year === totalsYear) await write.totals(registers.totals());
    else {
      const wrong =
        year === endYear ? spoilRegisters(registers, year, seed) : { rows: [], faults: [] };
      faults.push(...wrong.faults);
      await write.year(year, registers.batches(batchRows, wrong.rows));
    }
    exclusions = exclusions.concat(registers.exclusions);
    summaries = summaries.concat(registers.summaries);
  }
  for (const enrolment of enrolments) {
    const ordered =
      enrolment.person.homeEducated && enrolment.end !== null && enrolment.end < extract - 60;
    if (ordered && new Random(seed, 33, enrolment.person.index).chance(0.06))
      enforcement.order(enrolment, enrolment.end ?? 0);
  }

  const absence = new Float32Array(count).fill(NaN);
  for (const { enrolment, possible, absent } of summaries)
    if (possible > 0) absence[enrolment.person.index] = absent / possible;
  const activities = makeActivities(people, {
    seed,
    firstYear,
    lastYear: endYear,
    extract,
    absence,
    lastSchool: lastSchools(enrolments),
  });

  const tables: Record<TableName, Row[]> = {
    people: people.map(personRow),
    schools: schoolRows(schools),
    enrolments: enrolments.map(enrolmentRow),
    attendance: [],
    attendance_totals: [],
    activities,
    guarantees: makeGuarantees(people, { seed, firstYear: totalsYear, lastYear: endYear }),
    involvements: involvements.concat(
      attendanceCasework(summaries, window),
      neetSupport(activities, people, window),
    ),
    exclusions,
    enforcements: enforcement.rows,
    licences: makeLicences(people, { seed, firstYear: totalsYear, lastYear: endYear, extract }),
    calendar: calendarRows(totalsYear, endYear),
    populations: populationRows(count, totalsYear, endYear),
    targets: targetRows(endYear),
    restrictions: restrictedPeople(people, seed),
  };
  for (const table of ['involvements', 'exclusions', 'enforcements'] as const) {
    tables[table] = once(table, tables[table]);
  }
  faults.push(...spoil(tables, { seed, extractYear: endYear + 1 }));
  for (const name of [
    'people',
    'enrolments',
    'activities',
    'guarantees',
    'involvements',
    'exclusions',
    'enforcements',
  ] as const) {
    tables[name].sort(byPerson);
  }
  return { tables, faults, extract, firstYear };
}
