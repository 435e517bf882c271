import { expect, test } from 'vitest';
import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { Table, writeParquet } from 'parquet-wasm/esm';
import { FileRefused } from '$lib/intake/file_report';
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

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

test('a file that is no Parquet is refused', async () => {
  const { report } = await decode(named(['%PDF-1.7 and so on'], 'people.parquet'));
  expect(report.refused).toMatchObject({ rule: 'not_parquet', file: 'people.parquet', count: 1 });
  expect(report.refused!.message).toContain('people.parquet');
});

test('an empty file is refused', async () => {
  expect((await decode(named([], 'people.parquet'))).report.refused?.rule).toBe('empty_file');
  expect((await decode(named([], 'schools.csv'))).report.refused?.rule).toBe('empty_file');
});

test('a file cut short is refused, wherever it was cut', async () => {
  const bytes = await bytesOf(await parquet('people.parquet', peopleRow()));
  for (const length of [5, 8, 40, bytes.length - 30, bytes.length - 1]) {
    const { report } = await decode(named([bytes.slice(0, length)], 'people.parquet'));
    expect(report.refused?.rule).toBe('truncated');
  }
});

test('a file whose rows were cut out is refused by its footer', async () => {
  const bytes = await bytesOf(
    await parquet('people.parquet', `select * from range(5000) t(i), (${peopleRow()})`),
  );
  const cut = named([bytes.slice(0, 4), bytes.slice(-1200)], 'people.parquet');
  expect((await decode(cut)).report.refused?.rule).toBe('truncated');
});

test('an encrypted file is refused', async () => {
  const bytes = await bytesOf(await parquet('people.parquet', peopleRow()));
  bytes.set(new TextEncoder().encode('PARE'), bytes.length - 4);
  expect((await decode(named([bytes], 'people.parquet'))).report.refused?.rule).toBe('encrypted');
});

test('a damaged file is refused while it is read, and the next file loads', async () => {
  const decoder = await newDecoder();
  const select = `select i as person_id, 118001 as school_id, date '2024-09-09' as "date", 'AM' as "session", '/' as "code" from range(200000) t(i)`;
  const good = await parquet('attendance.parquet', select, 'compression snappy');
  const bytes = await bytesOf(good);
  bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 2000);
  const damaged = await decode(named([bytes], 'attendance.parquet'), decoder, 1);
  expect(damaged.report.refused?.rule).toBe('damaged');
  expect(damaged.report.kept).toBe(0);
  expect((await decode(good, decoder, 2)).report).toMatchObject({ kept: 200_000, refused: null });
});

test('a file without rows is accepted with a warning', async () => {
  const { report } = await decode(await parquet('people.parquet', `${peopleRow()} limit 0`));
  expect(report).toMatchObject({ rows: 0, kept: 0, refused: null });
  expect(rulesMet(report)).toEqual(['no_rows']);
});

test('the table is told by the metadata, else by the name up to the first dot or hyphen', async () => {
  const kv =
    "kv_metadata {'table': 'people', source: 'Capita One', extracted_on: '2025-08-31', status: 'final'}";
  const byMetadata = await decode(await parquet('extract 7.parquet', peopleRow(), kv));
  expect(byMetadata.report).toMatchObject({
    table: 'people',
    refused: null,
    metadata: { source: 'Capita One', extracted_on: '2025-08-31', status: 'final' },
  });
  const byName = await decode(await parquet('people-2024-25.v2.parquet', peopleRow()));
  expect(byName.report).toMatchObject({ table: 'people', refused: null });
  const unknown = await decode(await parquet('pupils.parquet', peopleRow()));
  expect(unknown.report).toMatchObject({ table: null, refused: { rule: 'unknown_table' } });
  const wrong = await decode(
    await parquet('people.parquet', peopleRow(), "kv_metadata {'table': 'pupils'}"),
  );
  expect(wrong.report.refused?.rule).toBe('unknown_table');
});

test('the same content a second time is refused, under whatever name', async () => {
  const decoder = await newDecoder();
  const file = await parquet('people.parquet', peopleRow());
  const { fingerprint } = await decoder.open(file, 1);
  const again = named([file], 'people-again.parquet');
  await expect(decoder.open(again, 2, { loaded: new Set([fingerprint]) })).rejects.toThrow(
    FileRefused,
  );
  expect((await decoder.report(2)).refused?.rule).toBe('duplicate_file');
  const other = await parquet('people.parquet', peopleRow({ person_id: '2' }));
  await decoder.open(other, 3, { loaded: new Set([fingerprint]) });
});

test('a missing required column refuses the file, naming both', async () => {
  const file = await parquet(
    'people.parquet',
    `select * exclude (sex, home_district) from (${peopleRow()})`,
  );
  const { refused } = (await decode(file)).report;
  expect(refused).toMatchObject({ rule: 'missing_column', column: 'sex', table: 'people' });
  expect(refused!.message).toMatch(/people\.parquet.*sex, home_district/);
});

test('a missing optional column is listed and does no harm', async () => {
  const { report } = await decode(await parquet('people.parquet', peopleRow({ sen: "'K'" })));
  expect(report.refused).toBeNull();
  expect(report.columns.known).toEqual(['person_id', 'birth_month', 'sex', 'sen', 'home_district']);
  expect(report.columns.missing_optional).toContain('ethnicity');
});

test('an unknown column is listed and not read', async () => {
  const file = await parquet('people.parquet', peopleRow({ shoe_size: '38', remark: "'tall'" }));
  const { report, rows } = await decode(file);
  expect(report.columns.unknown).toEqual(['shoe_size', 'remark']);
  expect(report.findings.filter((finding) => finding.rule === 'unknown_column')).toMatchObject([
    { column: 'shoe_size', severity: 'warn' },
    { column: 'remark', severity: 'warn' },
  ]);
  expect(Object.keys(rows[0]!)).not.toContain('shoe_size');
});

test('nested columns refuse the file', async () => {
  for (const nested of ['[1, 2]', "{'a': 1}", "map {'a': 1}"]) {
    const file = await parquet('people.parquet', peopleRow({ extra: nested }));
    expect((await decode(file)).report.refused).toMatchObject({
      rule: 'nested_column',
      column: 'extra',
    });
  }
});

test.each([
  ['person_id', '1.5::double', 'integer or text', 'DOUBLE'],
  ['school_id', "'118001'", 'integer', 'BYTE_ARRAY'],
  ['date', "'2024-09-09'", 'DATE', 'BYTE_ARRAY'],
  ['date', '20240909', 'DATE', 'INT32'],
  ['date', "time '10:00'", 'DATE', 'INT64 TIME'],
  ['date', "timestamp '2024-09-09 08:30:00'", 'DATE', 'TIMESTAMP'],
  ['session', '1', 'text', 'INT32'],
  ['code', "'x'::blob", 'text', 'BYTE_ARRAY'],
])('a wrong type of attendance.%s (%s) refuses the file', async (column, value, wants, found) => {
  const file = await parquet('attendance.parquet', attendanceRow({ [column]: value }));
  const { refused } = (await decode(file)).report;
  expect(refused).toMatchObject({ rule: 'wrong_type', column });
  expect(refused!.message).toContain(`Expected ${wants}`);
  expect(refused!.message).toContain(found);
});

test('zeros and ones are no booleans', async () => {
  const file = await parquet('activities.parquet', activityRow({ currency_lapsed: '0' }));
  expect((await decode(file)).report.refused).toMatchObject({
    rule: 'wrong_type',
    column: 'currency_lapsed',
  });
});

test('an optional column of nothing but nulls may have any type', async () => {
  const file = await parquet('people.parquet', peopleRow({ ethnicity: 'null::integer' }));
  const { rows, report } = await decode(file);
  expect(report.refused).toBeNull();
  expect(rows[0]!['ethnicity']).toBeNull();
});

test('two columns of the same name but for capitals refuse the file', async () => {
  const file = named(
    [
      parquetWriteBuffer({
        columnData: [
          { name: 'person_id', data: [1n] },
          { name: 'PERSON_ID', data: [1n] },
        ],
      }),
    ],
    'restrictions.parquet',
  );
  expect((await decode(file)).report.refused?.rule).toBe('duplicate_column');
});

test('capitals of column names do not matter', async () => {
  const file = await parquet('restrictions.parquet', 'select 5 as PERSON_ID');
  expect((await decode(file)).report).toMatchObject({ kept: 1, refused: null });
});

test.each(['snappy', 'zstd', 'gzip', 'brotli', 'uncompressed', 'lz4_raw'])(
  'compression %s',
  async (codec) => {
    const select = `select i as person_id, 118001 as school_id, date '2024-09-09' as "date", 'AM' as "session", '/' as "code" from range(3000) t(i)`;
    const { report } = await decode(
      await parquet('attendance.parquet', select, `compression ${codec}`),
    );
    expect(report).toMatchObject({ kept: 3000, dropped: 0, refused: null });
  },
);

test.each([
  'tinyint',
  'smallint',
  'integer',
  'bigint',
  'utinyint',
  'usmallint',
  'uinteger',
  'ubigint',
  'decimal(9,0)',
  'decimal(18,0)',
  'varchar',
])('a person_id of type %s is the same person', async (type) => {
  const decoder = await newDecoder();
  const first = await parquet('restrictions-1.parquet', 'select i as person_id from range(5) t(i)');
  const again = await parquet(
    'restrictions-2.parquet',
    `select i::${type} as person_id from range(4, -1, -1) t(i)`,
  );
  expect((await decode(first, decoder, 1)).rows.map((row) => row['person_no'])).toEqual([
    1, 2, 3, 4, 5,
  ]);
  expect((await decode(again, decoder, 2)).rows.map((row) => row['person_no'])).toEqual([
    5, 4, 3, 2, 1,
  ]);
});

test.each(['tinyint', 'smallint', 'bigint', 'utinyint', 'ubigint', 'decimal(4,0)'])(
  'a year group of type %s',
  async (type) => {
    const file = await parquet(
      'enrolments.parquet',
      `select 1 as person_id, 118001::bigint as school_id, date '2024-09-01' as start_date, 12::${type} as year_group`,
    );
    expect((await decode(file)).rows[0]).toMatchObject({ year_group: 12, school_id: 118001 });
  },
);

test.each(['timestamp', 'timestamp_s', 'timestamp_ms', 'timestamp_ns', 'timestamptz'])(
  'a %s at midnight is a date',
  async (type) => {
    const midnight = type === 'timestamptz' ? "'2024-09-09 00:00:00+00'" : "'2024-09-09'";
    const file = await parquet(
      'attendance.parquet',
      attendanceRow({ date: `${midnight}::${type}` }),
    );
    const { rows, report } = await decode(file);
    expect(report.refused).toBeNull();
    expect(new Date(rows[0]!['date'] as number).toISOString().slice(0, 10)).toBe('2024-09-09');
  },
);

test('dictionary-encoded and plain text read alike, also when the writer asks for its own types', async () => {
  await newDecoder();
  // Arrow writers embed their schema; here it asks for a dictionary of texts.
  const arrow = tableFromArrays({ person_id: ['p-1', 'p-2', 'p-1'] });
  const bytes = writeParquet(Table.fromIPCStream(tableToIPC(arrow, 'stream')));
  const embedded = await decode(named([bytes as BlobPart], 'restrictions.parquet'));
  expect(embedded.rows.map((row) => row['person_no'])).toEqual([1, 2, 1]);
  const plain = named(
    [
      parquetWriteBuffer({
        columnData: [
          { name: 'person_id', data: ['p-1', 'p-2', 'p-1'], type: 'STRING', encoding: 'PLAIN' },
        ],
      }),
    ],
    'restrictions.parquet',
  );
  expect((await decode(plain)).rows.map((row) => row['person_no'])).toEqual([1, 2, 1]);
});

test('a table not listed for CSV is refused as CSV', async () => {
  const { report } = await decode(named(['person_id\n1\n'], 'people.csv'));
  expect(report.refused).toMatchObject({ rule: 'csv_not_accepted', table: 'people' });
});

test('every finding of a refused file names the file, and the message says what to do', async () => {
  const { report } = await decode(named(['x'], 'attendance.parquet'));
  expect(findingOf(report, 'not_parquet').message).toBe(
    'attendance.parquet: The file is not Parquet; export it as Parquet.',
  );
});
