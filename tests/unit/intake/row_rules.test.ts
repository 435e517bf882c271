import { describe, expect, test } from 'vitest';
import { fileRowOf } from '$lib/intake/dropped_rows';
import {
  activityRow,
  attendanceRow,
  decode,
  findingOf,
  named,
  newDecoder,
  parquet,
  peopleRow,
  rulesMet,
} from './extract_files';

const all = (...selects: string[]) => selects.join(' union all ');
const day = (iso: string) => `date '${iso}'`;

async function attendance(...rows: Parameters<typeof attendanceRow>[0][]) {
  return decode(await parquet('attendance.parquet', all(...rows.map((row) => attendanceRow(row)))));
}

describe('values', () => {
  test('required_value_missing drops the row', async () => {
    const { report, rows } = await attendance({ person_id: 'null' }, { date: 'null' }, {});
    expect(rows).toHaveLength(1);
    expect(report).toMatchObject({ rows: 3, kept: 1, dropped: 2 });
    expect(report.findings).toMatchObject([
      { rule: 'required_value_missing', column: 'person_id', count: 1, rows: [1] },
      { rule: 'required_value_missing', column: 'date', count: 1, rows: [2] },
    ]);
  });

  test('a home district that is not known is no missing value', async () => {
    const { report } = await decode(
      await parquet('people.parquet', all(peopleRow({ home_district: 'null' }), peopleRow())),
    );
    expect(rulesMet(report)).toEqual([]);
    expect(report.kept).toBe(2);
  });

  test('an empty text is no pseudonym', async () => {
    const { report } = await decode(
      await parquet('restrictions.parquet', "select '' as person_id union all select 'a-1'"),
    );
    expect(findingOf(report, 'required_value_missing')).toMatchObject({ count: 1, rows: [1] });
  });

  test('pseudonym_too_long: 64 characters are accepted, 65 are not', async () => {
    const of = (length: number) => `select repeat('é', ${length}) as person_id`;
    const { report } = await decode(await parquet('restrictions.parquet', all(of(64), of(65))));
    expect(findingOf(report, 'pseudonym_too_long')).toMatchObject({ count: 1, rows: [2] });
    expect(report.kept).toBe(1);
  });

  test('unknown_code drops the row', async () => {
    const { report } = await attendance(
      { code: "'QQ'" },
      { session: "'am'" },
      {},
      { code: "'QQ'" },
    );
    expect(report).toMatchObject({ kept: 1, dropped: 3 });
    expect(findingOf(report, 'unknown_code')).toMatchObject({ column: 'session', rows: [2] });
    expect(
      report.findings.find((f) => f.rule === 'unknown_code' && f.column === 'code'),
    ).toMatchObject({
      count: 2,
      rows: [1, 4],
    });
  });

  test('an unknown activity code drops the row', async () => {
    const select = all(
      activityRow({ activity_code: '720' }),
      activityRow({ activity_code: '550' }),
    );
    const { report } = await decode(await parquet('activities.parquet', select));
    expect(findingOf(report, 'unknown_code')).toMatchObject({ column: 'activity_code', rows: [1] });
  });

  test('unknown_optional_code keeps the row and empties the cell', async () => {
    const select = all(peopleRow({ ethnicity: "'ZZZZ'" }), peopleRow({ ethnicity: "'WBRI'" }));
    const { rows, report } = await decode(await parquet('people.parquet', select));
    expect(rows.map((row) => row['ethnicity'])).toEqual([null, 'WBRI']);
    expect(report).toMatchObject({ kept: 2, dropped: 0 });
    expect(findingOf(report, 'unknown_optional_code')).toMatchObject({
      severity: 'warn',
      rows: [1],
    });
  });

  test.each([
    ['J', '2024-08-18', true],
    ['J', '2024-08-19', false],
    ['H', '2024-09-09', false],
    ['F', '2013-07-01', true],
    ['F', '2013-09-02', false],
    ['Y', '2024-08-18', true],
    ['Y', '2024-09-09', false],
    ['X', '2024-09-09', true],
    ['X03', '2021-01-11', true],
    ['X03', '2022-09-05', false],
    ['J1', '2024-08-19', true],
    ['J1', '2024-08-18', false],
    ...['C1', 'C2', 'K', 'Q', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7'].flatMap(
      (code): [string, string, boolean][] => [
        [code, '2024-08-16', false],
        [code, '2024-08-19', true],
      ],
    ),
  ])('register code %s on %s: in force %s', async (code, date, inForce) => {
    const { report } = await attendance({ code: `'${code}'`, date: day(date) });
    expect(rulesMet(report).includes('code_not_in_force')).toBe(!inForce);
    expect(report.kept).toBe(inForce ? 1 : 0);
  });

  test('date_out_of_range drops the row; 2000 and 2100 are in the range', async () => {
    const { report } = await attendance(
      { date: day('1999-12-31') },
      { date: day('2101-01-01') },
      { date: day('2100-12-31') },
      { date: day('2000-01-03') },
    );
    expect(findingOf(report, 'date_out_of_range')).toMatchObject({ count: 2, rows: [1, 2] });
    expect(report.kept).toBe(2);
  });

  test('optional_date_out_of_range empties the cell', async () => {
    const select = activityRow({ last_verified: day('1900-01-01') });
    const { rows, report } = await decode(await parquet('activities.parquet', select));
    expect(rows[0]!['last_verified']).toBeNull();
    expect(rulesMet(report)).toEqual(['optional_date_out_of_range']);
  });

  test('number_out_of_range drops, optional_number_out_of_range empties', async () => {
    const enrolment = (year: string, id = '1') =>
      `select ${id} as person_id, 118001 as school_id, ${day('2024-09-01')} as start_date, ${year} as year_group`;
    const years = await decode(
      await parquet(
        'enrolments.parquet',
        all(...['-2', '-1', '14', '15'].map((y) => enrolment(y))),
      ),
    );
    expect(findingOf(years.report, 'number_out_of_range')).toMatchObject({
      count: 2,
      rows: [1, 4],
    });
    const deciles = ['0', '1', '10', '11'].map((decile) => peopleRow({ idaci_decile: decile }));
    const people = await decode(await parquet('people.parquet', all(...deciles)));
    expect(people.rows.map((row) => row['idaci_decile'])).toEqual([null, 1, 10, null]);
    expect(findingOf(people.report, 'optional_number_out_of_range').rows).toEqual([1, 4]);
  });

  test('integers too large for 32 bits are out of range, not something else', async () => {
    const { report } = await attendance(
      { school_id: '118001::bigint + 4294967296' },
      { school_id: '118001::bigint' },
    );
    expect(findingOf(report, 'number_out_of_range')).toMatchObject({ rows: [1] });
    const unsigned = `select 1 as person_id, 118001 as school_id, ${day('2024-09-01')} as start_date, 4294967295::uinteger as year_group`;
    const { report: wide } = await decode(await parquet('enrolments.parquet', unsigned));
    expect(rulesMet(wide)).toEqual(['number_out_of_range']);
  });

  test('not_first_of_month drops the row', async () => {
    const select = all(activityRow({ month: day('2024-12-31') }), activityRow());
    const { report } = await decode(await parquet('activities.parquet', select));
    expect(findingOf(report, 'not_first_of_month')).toMatchObject({ count: 1, rows: [1] });
    expect(report.kept).toBe(1);
  });

  test('end_before_start drops the row; a point event ends on its day', async () => {
    const spell = (start: string, end: string) =>
      `select 1 as person_id, 'referral' as service, ${day(start)} as start_date, ${end} as end_date`;
    const { report } = await decode(
      await parquet(
        'involvements.parquet',
        all(
          spell('2024-10-02', day('2024-10-01')),
          spell('2024-10-02', day('2024-10-02')),
          spell('2024-10-02', 'null'),
        ),
      ),
    );
    expect(findingOf(report, 'end_before_start')).toMatchObject({ count: 1, rows: [1] });
    expect(report.kept).toBe(2);
  });

  test('birth_month_after_extract drops the row', async () => {
    const select = all(
      peopleRow({ birth_month: day('2025-09-01') }),
      peopleRow({ birth_month: day('2025-08-01') }),
    );
    const { report } = await decode(
      await parquet('people.parquet', select, "kv_metadata {extracted_on: '2025-08-31'}"),
    );
    expect(findingOf(report, 'birth_month_after_extract')).toMatchObject({ count: 1, rows: [1] });
  });

  test('neet_since_without_neet warns for any code but the twelve NEET codes', async () => {
    const of = (code: number) =>
      activityRow({ activity_code: `${code}`, neet_since: day('2024-09-01') });
    const neet = [540, 610, 615, 616, 619, 620, 630, 640, 650, 660, 670, 680];
    const others = [550, 530, 210, 710, 810];
    const { report } = await decode(
      await parquet('activities.parquet', all(...[...neet, ...others].map(of))),
    );
    expect(findingOf(report, 'neet_since_without_neet')).toMatchObject({
      count: 5,
      rows: [13, 14, 15, 16, 17],
    });
    expect(report.dropped).toBe(0);
  });

  test('chaperone_with_person empties the cell', async () => {
    const licence = (kind: string) =>
      `select '${kind}' as kind, 'issued' as decision, ${day('2024-10-01')} as date, null::varchar as district, 5 as person_id`;
    const { rows, report } = await decode(
      await parquet('licences.parquet', all(licence('chaperone'), licence('work_permit'))),
    );
    expect(rows.map((row) => row['person_no'])).toEqual([null, 1]);
    expect(findingOf(report, 'chaperone_with_person').rows).toEqual([1]);
  });
});

describe('duplicate_key in attendance', () => {
  test('the first row of a session is kept', async () => {
    const { rows, report } = await attendance(
      { code: "'I'" },
      { code: "'/'" },
      { session: "'PM'" },
    );
    expect(rows.map((row) => row['code_no'])).toEqual([12, 0]);
    expect(findingOf(report, 'duplicate_key')).toMatchObject({ count: 1, rows: [2] });
  });

  test('another school, person, day, session or year is another session', async () => {
    const { report } = await attendance(
      {},
      { school_id: '118002' },
      { person_id: '2' },
      { date: day('2024-09-10') },
      { session: "'PM'" },
      { date: day('2023-09-11') },
      { date: day('2024-08-31') },
      { date: day('2024-09-01') },
    );
    expect(report.kept).toBe(8);
    expect(rulesMet(report)).toEqual(['weekend_session']);
  });

  test('a dropped row does not count as the first', async () => {
    const { report } = await attendance({ code: "'H'" }, { code: "'/'" });
    expect(report.kept).toBe(1);
    expect(rulesMet(report)).toEqual(['code_not_in_force']);
  });

  test('every repeat is found, over chunks and row groups, and every row number is right', async () => {
    // Rows i and i + 30000 have the same key; every seventh row is dropped for its code.
    const select = `
      select (i % 30000) // 60 as person_id, 118001 as school_id,
        (date '2024-09-02' + ((i % 30000) % 60 // 2)::int) as "date",
        case when i % 2 = 0 then 'AM' else 'PM' end as "session",
        case when i % 30000 % 7 = 0 then 'QQ' else 'L' end as "code"
      from range(60000) t(i) order by i`;
    const { rows, report } = await decode(
      await parquet('attendance.parquet', select, 'row_group_size 20480'),
    );
    const unknown = Math.ceil(30000 / 7);
    expect(findingOf(report, 'unknown_code').count).toBe(2 * unknown);
    expect(findingOf(report, 'duplicate_key').count).toBe(30000 - unknown);
    expect(findingOf(report, 'duplicate_key').rows).toHaveLength(20);
    expect(findingOf(report, 'duplicate_key').rows.slice(0, 3)).toEqual([30002, 30003, 30004]);
    expect(rows).toHaveLength(30000 - unknown);
    const keptRows = Array.from({ length: 30000 }, (_, i) => i).filter((i) => i % 7 !== 0);
    const positions = [0, 1, 5, 6, 1000, keptRows.length - 1];
    expect(positions.map((at) => fileRowOf(report.droppedRows, at))).toEqual(
      positions.map((at) => keptRows[at]! + 1),
    );
  });
});

describe('plausibility', () => {
  test('weekend_session counts Saturdays and Sundays', async () => {
    const { report } = await attendance(
      { date: day('2024-09-06') },
      { date: day('2024-09-07') },
      { date: day('2024-09-08') },
      { date: day('2024-09-09') },
    );
    expect(findingOf(report, 'weekend_session')).toMatchObject({ count: 2, rows: [2, 3] });
    expect(report.kept).toBe(4);
  });

  test('one_code_school counts schools with one code, the marks of morning and afternoon being one', async () => {
    const marks = (school: number, am: string, pm: string) => `
      select i as person_id, ${school} as school_id, ${day('2024-09-09')} as "date",
        case when s = 0 then 'AM' else 'PM' end as "session", case when s = 0 then '${am}' else '${pm}' end as "code"
      from range(15) t(i), range(2) u(s)`;
    const select = all(marks(1, '/', '\\'), marks(2, 'I', 'I'), marks(3, '/', 'I'));
    const { report } = await decode(await parquet('attendance.parquet', select));
    expect(findingOf(report, 'one_code_school')).toMatchObject({ count: 2, rows: [] });
    expect(rulesMet(report)).toEqual(['one_code_school']);
  });

  test('unusual_month finds the month with a part of its rows, and the one given twice over', async () => {
    const month = (first: string, people: number) =>
      `select i as person_id, ${day(first)} as "month", 210 as activity_code, false as currency_lapsed from range(${people}) t(i)`;
    const { report } = await decode(
      await parquet(
        'activities.parquet',
        all(
          month('2024-09-01', 100),
          month('2024-10-01', 49),
          month('2024-11-01', 100),
          month('2024-12-01', 201),
          month('2025-01-01', 110),
        ),
      ),
    );
    const finding = findingOf(report, 'unusual_month');
    expect(finding.count).toBe(2);
    expect(finding.message).toContain('2024-10, 2024-12');
  });
});

describe('unknowns_change', () => {
  const month = (first: string, unknown: number) =>
    `select i as person_id, date '${first}' as "month", case when i < ${unknown} then 810 else 210 end as activity_code,
       false as currency_lapsed from range(200) t(i)`;
  const months = async (...selects: string[]) =>
    (await decode(await parquet('activities.parquet', all(...selects)))).report;

  test('finds the month whose share of unknown activities jumped', async () => {
    const report = await months(
      month('2024-12-01', 4),
      month('2025-01-01', 6),
      month('2025-02-01', 40),
    );
    const finding = findingOf(report, 'unknowns_change');
    expect(finding).toMatchObject({ severity: 'warn', count: 1 });
    expect(finding.message).toContain('2025-02');
  });

  test('the yearly rise in September is expected', async () => {
    const report = await months(
      month('2024-07-01', 4),
      month('2024-08-01', 4),
      month('2024-09-01', 80),
      month('2024-10-01', 30),
    );
    expect(rulesMet(report)).toEqual([]);
  });
});

describe('CSV', () => {
  test('byte order mark, CRLF, quotes, British dates and spaces are understood', async () => {
    const file = named(
      [
        '\uFEFFterm,academic_year,"start_date",end_date\r\n1,2024,02/09/2024,"2024-10-25"\r\n 2 ,2024,2024-11-04,20/12/2024\r\n\r\n',
      ],
      'calendar-kent.csv',
    );
    const { rows, report } = await decode(file);
    expect(rulesMet(report)).toEqual([]);
    expect(
      rows.map((row) => [
        row['term'],
        new Date(row['start_date'] as number).toISOString().slice(0, 10),
      ]),
    ).toEqual([
      [1, '2024-09-02'],
      [2, '2024-11-04'],
    ]);
  });

  test('names with commas and line breaks stay whole', async () => {
    const file = named(
      ['school_id,name,phase,district\n118001,"St Mary, Deal\nRoad School",primary,E07000108\n'],
      'schools.csv',
    );
    expect((await decode(file)).rows[0]!['name']).toBe('St Mary, Deal\nRoad School');
  });

  test('unreadable values are reported by row', async () => {
    const file = named(
      [
        'district,year,age,sex,population\nE07000105,2024,16,F,801\nE07000105,2024,16,M,many\nE07000105,2024,16,,2024-01-01\n',
      ],
      'populations.csv',
    );
    const { report } = await decode(file);
    expect(findingOf(report, 'unreadable_value')).toMatchObject({
      column: 'population',
      count: 2,
      rows: [2, 3],
    });
    expect(report.kept).toBe(1);
  });

  test('an unreadable optional value is taken as empty', async () => {
    const file = named(['measure,period,target,floor\nneet,2024-25,0.03,high\n'], 'targets.csv');
    const { rows, report } = await decode(file);
    expect(rows[0]!['floor']).toBeNull();
    expect(rulesMet(report)).toEqual(['unreadable_optional_value']);
  });

  test('a missing column and ragged rows refuse the file', async () => {
    const missing = await decode(named(['school_id,name\n1,x\n'], 'schools.csv'));
    expect(missing.report.refused).toMatchObject({ rule: 'missing_column', column: 'phase' });
    const ragged = await decode(named(['school_id,phase,district\n1,primary\n'], 'schools.csv'));
    expect(ragged.report.refused).toMatchObject({ rule: 'csv_malformed', rows: [1] });
  });

  test('a pseudonym is the same person in CSV and in Parquet', async () => {
    const decoder = await newDecoder();
    await decode(
      await parquet('restrictions.parquet', 'select 7 as person_id union all select 8'),
      decoder,
      1,
    );
    const fromCsv = await decode(named(['person_id\n8\n7\n'], 'restrictions.csv'), decoder, 2);
    expect(fromCsv.rows.map((row) => row['person_no'])).toEqual([2, 1]);
  });
});
