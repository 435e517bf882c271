import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEngineTable, createEngineTypes, engineTableName } from '$lib/contract/engine_form';
import { tableNamed, tables } from '$lib/contract/tables';
import type { Engine } from '$lib/engine/engine';
import { startEngineInNode } from '$lib/engine/engine_in_node';
import { openRows } from '$lib/engine/rows';
import { sql } from '$lib/engine/sql';
import type { NamedBlob } from '$lib/intake/decoder';
import { csv, newDecoder, parquet, rulesMet } from './extract_files';

/** One row of every table with every column of the contract, and one more without the optional ones. */
const selects: Record<string, string> = {
  people: `
    select 11 as person_id, date '2009-09-01' as birth_month, 'F' as sex, 'WBRI' as ethnicity, 'K' as sen,
      true as free_school_meals, false as english_additional, 'E07000105' as home_district,
      3 as idaci_decile, 'middle' as prior_attainment, false as home_educated, true as disability, false as uasc
    union all
    select 12, date '1999-10-01', 'U', null, null, null, null, null, null, null, null, null, null`,
  schools: `select 118001 as school_id, 'Grace Smith Academy' as name, 'secondary' as phase, 'E07000105' as district
    union all select 118002, null, 'alternative', 'E06000035'`,
  enrolments: `select 11 as person_id, 118001 as school_id, date '2020-09-01' as start_date, date '2025-07-22' as end_date,
      7 as year_group, 'sole' as registration, false as boarder
    union all select 12, 118002, date '2021-09-01', null, -1, null, null`,
  attendance: `select 11 as person_id, 118001 as school_id, date '2024-09-09' as date, 'AM' as session, '/' as code
    union all select 11, 118001, date '2024-09-09', 'PM', 'C1'`,
  attendance_totals: `select 11 as person_id, 118001 as school_id, 2024 as academic_year, 'autumn' as term, 'I' as code, 12 as sessions
    union all select 11, 118001, 2021, 'spring', 'X05', 3`,
  activities: `select 11 as person_id, date '2024-12-01' as month, 619::smallint as activity_code, false as currency_lapsed,
      'P' as cohort_status, 'E07000105' as district, date '2024-09-02' as start_date, date '2024-11-05' as last_verified,
      date '2024-09-02' as neet_since, 2 as level_of_need, '110 160' as characteristics, 'parent' as confirmed_by, 118001 as last_school
    union all select 12, date '2024-12-01', 210, true, null, null, null, null, null, null, null, null, null`,
  guarantees: `select 11 as person_id, 2024 as academic_year, 11 as year_group, 'made' as offer, '211' as intended_destination
    union all select 12, 2024, 12, 'not_recorded', null`,
  involvements: `select 11 as person_id, 'referral' as service, date '2024-10-01' as start_date, date '2024-10-01' as end_date,
      'E07000105' as district, '10' as source, 'N1' as need, 'RC8' as closure, 'NEG' as category, 'C2' as legal_status
    union all select 12, 'looked_after', date '2023-10-01', null, null, null, null, null, null, null`,
  exclusions: `select 11 as person_id, 118001 as school_id, date '2024-10-01' as start_date, 'suspension' as kind, 4 as sessions,
      'PP' as reason_1, 'DB' as reason_2, null::varchar as reason_3
    union all select 12, 118002, date '2024-10-02', 'permanent', null, null, null, null`,
  enforcements: `select 11 as person_id, date '2024-10-01' as date, 'prosecution_444_1A' as action, 'holiday' as reason, '2' as parent,
      1 as offence_number, 'paid_21' as outcome, date '2024-10-20' as outcome_date
    union all select 12, date '2024-10-02', 'warning', null, null, null, null, null`,
  licences: `select 'work_permit' as kind, 'issued' as decision, date '2024-10-01' as date, 'E07000105' as district, 11 as person_id
    union all select 'chaperone', 'refused', date '2024-10-02', 'E07000106', null`,
  calendar: `select 2024 as academic_year, 1 as term, date '2024-09-02' as start_date, date '2024-10-25' as end_date
    union all select 2024, 6, date '2025-06-02', date '2025-07-22'`,
  populations: `select 'E07000105' as district, 2024 as year, 16 as age, 'F' as sex, 801 as population
    union all select 'E07000105', 2024, 0, null, 0`,
  targets: `select 'persistent_absence' as measure, 'E07000105' as district, '2024-25' as period, 0.18 as target, 0.25 as floor
    union all select 'neet', null, '2025-djf', 0.03, null`,
  restrictions: `select 11 as person_id union all select 12`,
};

/** The same rows as the engine must hold them. Persons are numbered from 1; parents 1 and 2 keep their numbers. */
const inEngine: Record<string, unknown[][]> = {
  people: [
    [1, '2009-09-01', 'F', 'WBRI', 'K', true, false, 'E07000105', 3, 'middle', false, true, false],
    [2, '1999-10-01', 'U', null, null, null, null, null, null, null, null, null, null],
  ],
  schools: [
    [118001, 'Grace Smith Academy', 'secondary', 'E07000105'],
    [118002, null, 'alternative', 'E06000035'],
  ],
  enrolments: [
    [1, 118001, '2020-09-01', '2025-07-22', 7, 'sole', false],
    [2, 118002, '2021-09-01', null, -1, null, null],
  ],
  // The register code list starts / \ L K V P W B C C1.
  attendance: [
    [1, 118001, '2024-09-09', 0, 0],
    [1, 118001, '2024-09-09', 1, 9],
  ],
  attendance_totals: [
    [1, 118001, 2024, 'autumn', 'I', 12],
    [1, 118001, 2021, 'spring', 'X0x', 3],
  ],
  activities: [
    [
      1,
      '2024-12-01',
      619,
      false,
      'P',
      'E07000105',
      '2024-09-02',
      '2024-11-05',
      '2024-09-02',
      2,
      '110 160',
      'parent',
      118001,
    ],
    [2, '2024-12-01', 210, true, null, null, null, null, null, null, null, null, null],
  ],
  guarantees: [
    [1, 2024, 11, 'made', 211],
    [2, 2024, 12, 'not_recorded', null],
  ],
  involvements: [
    [1, 'referral', '2024-10-01', '2024-10-01', 'E07000105', '10', 'N1', 'RC8', 'NEG', 'C2'],
    [2, 'looked_after', '2023-10-01', null, null, null, null, null, null, null],
  ],
  exclusions: [
    [1, 118001, '2024-10-01', 'suspension', 4, 'PP', 'DB', null],
    [2, 118002, '2024-10-02', 'permanent', null, null, null, null],
  ],
  enforcements: [
    [1, '2024-10-01', 'prosecution_444_1A', 'holiday', 2, 1, 'paid_21', '2024-10-20'],
    [2, '2024-10-02', 'warning', null, null, null, null, null],
  ],
  licences: [
    ['work_permit', 'issued', '2024-10-01', 'E07000105', 1],
    ['chaperone', 'refused', '2024-10-02', 'E07000106', null],
  ],
  calendar: [
    [2024, 1, '2024-09-02', '2024-10-25'],
    [2024, 6, '2025-06-02', '2025-07-22'],
  ],
  populations: [
    ['E07000105', 2024, 16, 'F', 801],
    ['E07000105', 2024, 0, null, 0],
  ],
  targets: [
    ['persistent_absence', 'E07000105', '2024-25', 0.18, 0.25],
    ['neet', null, '2025-djf', 0.03, null],
  ],
  restrictions: [[1], [2]],
};

let engine: Engine;
beforeAll(async () => {
  engine = await startEngineInNode();
  await engine.run(createEngineTypes());
});
afterAll(() => engine.close());

/** Loads a file as the workspace does and answers the engine's rows, in order. */
async function load(name: string, file: NamedBlob, fileNo: number): Promise<unknown[][]> {
  const table = tableNamed(name)!;
  const decoder = await newDecoder();
  const opened = await decoder.open(file, fileNo);
  expect(opened).toMatchObject({ table: name, rows: 2 });
  await engine.run(createEngineTable(table, fileNo));
  for await (const batch of decoder.batches(fileNo)) {
    await engine.insert(engineTableName(table, fileNo), batch.ipc);
  }
  const report = await decoder.report(fileNo);
  expect(rulesMet(report)).toEqual([]);
  expect(report).toMatchObject({ rows: 2, kept: 2, dropped: 0, refused: null });
  const answer = await engine.ask(
    sql`select * from ${sql.name(engineTableName(table, fileNo))} order by rowid`,
  );
  return openRows(answer).map((row) => Object.values(row));
}

test.each(tables.map((table) => table.name))('%s reaches the engine', async (name) => {
  const file = await parquet(`${name}-2024.parquet`, selects[name]!);
  expect(await load(name, file, 1)).toEqual(inEngine[name]);
});

test.each(tables.map((table) => table.name))(
  '%s reaches the engine without its optional columns, which are null throughout',
  async (name) => {
    const { columns } = tableNamed(name)!;
    const required = columns.filter((column) => column.required).map((column) => column.name);
    // The order of the columns is free.
    const select = `select ${required.toReversed().join(', ')} from (${selects[name]!})`;
    const file = await parquet(`${name}.parquet`, select);
    const expected = inEngine[name]!.map((row) =>
      row.map((cell, at) => (columns[at]!.required ? cell : null)),
    );
    expect(await load(name, file, 2)).toEqual(expected);
  },
);

test.each(['schools', 'calendar', 'populations', 'targets', 'restrictions'])(
  '%s reaches the engine from CSV',
  async (name) => {
    const file = await csv(`${name}.csv`, selects[name]!);
    expect(await load(name, file, 3)).toEqual(inEngine[name]);
  },
);
