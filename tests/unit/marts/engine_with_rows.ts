import { readFileSync } from 'node:fs';
import { Bool, Float64, Table, tableToIPC, Utf8, vectorFromArray, type Vector } from 'apache-arrow';
import Papa from 'papaparse';
import type { Engine } from '../../../src/lib/engine/engine';
import { startEngineInNode } from '../../../src/lib/engine/engine_in_node';
import { MartKeeper, martsReadBy } from '../../../src/lib/marts/mart_keeper';

type Cell = string | number | boolean | null;
export type Rows = readonly Readonly<Record<string, Cell>>[];

/** Column forms as in docs/architecture.md, written here a second time on purpose: a test is an independent reader. */
const columns: Readonly<Record<string, string>> = {
  people:
    'person_no integer, birth_month date, sex varchar, ethnicity varchar, sen varchar, free_school_meals boolean, english_additional boolean, home_district varchar, idaci_decile tinyint, prior_attainment varchar, home_educated boolean, disability boolean, uasc boolean',
  schools: 'school_id integer, name varchar, phase varchar, district varchar',
  enrolments:
    'person_no integer, school_id integer, start_date date, end_date date, year_group tinyint, registration varchar, boarder boolean',
  attendance:
    'person_no integer, school_id integer, date date, session_no utinyint, code_no utinyint',
  attendance_totals:
    'person_no integer, school_id integer, academic_year smallint, term varchar, code varchar, sessions integer',
  activities:
    'person_no integer, month date, activity_code smallint, currency_lapsed boolean, cohort_status varchar, district varchar, start_date date, last_verified date, neet_since date, level_of_need tinyint, characteristics varchar, confirmed_by varchar, last_school integer',
  guarantees:
    'person_no integer, academic_year smallint, year_group tinyint, offer varchar, intended_destination smallint',
  involvements:
    'person_no integer, service varchar, start_date date, end_date date, district varchar, source varchar, need varchar, closure varchar, category varchar, legal_status varchar',
  exclusions:
    'person_no integer, school_id integer, start_date date, kind varchar, sessions smallint, reason_1 varchar, reason_2 varchar, reason_3 varchar',
  enforcements:
    'person_no integer, date date, action varchar, reason varchar, parent integer, offence_number tinyint, outcome varchar, outcome_date date',
  licences: 'kind varchar, decision varchar, date date, district varchar, person_no integer',
  populations: 'district varchar, year smallint, age tinyint, sex varchar, population integer',
  targets: 'measure varchar, district varchar, period varchar, target double, floor double',
  calendar: 'academic_year smallint, term tinyint, start_date date, end_date date',
  restrictions: 'person_no integer',
};

export const kentDistricts = Array.from({ length: 12 }, (_, index) => `E07000${105 + index}`);

export interface RegisterCode {
  code: string;
  class: string;
  in_possible_sessions: string;
  counts_as_attending: string;
}

const readCsv = <T>(path: string): T[] =>
  Papa.parse<T>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true, quoteChar: '"' })
    .data;

export const registerCodes = readCsv<RegisterCode>('src/lib/contract/codes/attendance_codes.csv');

export const codeNo = (code: string): number => {
  const index = registerCodes.findIndex((each) => each.code === code);
  if (index < 0) throw new Error(`no register code ${code}`);
  return index;
};

const literal = (cell: Cell | undefined): string =>
  cell === null || cell === undefined
    ? 'null'
    : typeof cell === 'string'
      ? `'${cell.replaceAll("'", "''")}'`
      : String(cell);

function arrowStream(names: readonly string[], rows: Rows): Uint8Array {
  const column = (name: string): Vector => {
    const cells = rows.map((row) => row[name] ?? null);
    const sample = cells.find((cell) => cell !== null) ?? '';
    const type =
      typeof sample === 'number'
        ? new Float64()
        : typeof sample === 'boolean'
          ? new Bool()
          : new Utf8();
    return vectorFromArray(cells, type);
  };
  const count = Float64Array.from(rows, (_, index) => index);
  return tableToIPC(
    new Table({
      file_no: vectorFromArray(count.map(() => 1)),
      position: vectorFromArray(count),
      ...Object.fromEntries(names.map((name) => [name, column(name)])),
    }),
    'stream',
  );
}

/** An engine with the marts built over rows written out in a test, past intake. */
export async function engineWithRows(
  tables: Readonly<Record<string, Rows>>,
  extractDate = '2025-07-31',
  fill = '', // statements that add many more rows
): Promise<Engine> {
  const engine = await startEngineInNode();
  for (const [table, definition] of Object.entries(columns)) {
    await engine.run(
      `create table loaded_${table} (file_no integer, position bigint, ${definition})`,
    );
    const names = definition.split(', ').map((column) => column.split(' ')[0] ?? '');
    const rows = tables[table] ?? [];
    if (rows.length > 0) await engine.insert(`loaded_${table}`, arrowStream(names, rows));
  }
  await engine.run(
    'create table register_codes (code_no utinyint, code varchar, class varchar, possible boolean, attending boolean)',
  );
  await engine.run(
    `insert into register_codes values ${registerCodes
      .map(
        (each, index) =>
          `(${index}, ${literal(each.code)}, ${literal(each.class)}, ${each.in_possible_sessions === '1'}, ${each.counts_as_attending === '1'})`,
      )
      .join(', ')}`,
  );
  const activityCodes = readCsv<Record<string, string>>(
    'src/lib/contract/codes/nccis_activity_codes.csv',
  );
  await engine.run(
    'create table activity_codes (activity_code smallint, activity_group varchar, neet_status varchar, participating boolean, duty varchar)',
  );
  await engine.run(
    `insert into activity_codes values ${activityCodes
      .map(
        (each) =>
          `(${each['code']}, ${literal(each['group'])}, ${literal(each['neet_status'])}, ${each['in_participation_count'] === '1'}, ${literal(each['duty_status'])})`,
      )
      .join(', ')}`,
  );
  await engine.run(
    "create table ethnic_groups as select * from (values ('WBRI', 'white'), ('BAFR', 'black')) as t (ethnicity, ethnic_group)",
  );
  await engine.run(
    `create table county_districts as select unnest([${kentDistricts.map(literal).join(', ')}]) as district_code`,
  );
  await engine.run(`create table settings as select date '${extractDate}' as extract_date`);
  if (fill) await engine.run(fill);
  const keeper = new MartKeeper(engine);
  return {
    ...engine,
    // As in the product, a mart is built when something first reads it.
    async ask(query, options) {
      await keeper.build(martsReadBy(query.text));
      return engine.ask(query, options);
    },
  };
}

/** One row a session: `marks` are register codes, morning and afternoon in turn, from a Monday on, weekdays only. */
export function register(
  personNo: number,
  schoolId: number,
  monday: string,
  marks: readonly string[],
): Rows {
  const first = Date.parse(`${monday}T00:00:00Z`);
  return marks.map((code, index) => {
    const day = Math.floor(index / 2);
    const date = new Date(first + (Math.floor(day / 5) * 7 + (day % 5)) * 86_400_000);
    return {
      person_no: personNo,
      school_id: schoolId,
      date: date.toISOString().slice(0, 10),
      session_no: index % 2,
      code_no: codeNo(code),
    };
  });
}
