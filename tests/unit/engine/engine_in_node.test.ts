import {
  tableFromArrays,
  tableToIPC,
  Table,
  vectorFromArray,
  Utf8,
  Int32,
  DateDay,
} from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EngineError, type Engine, type Value } from '$lib/engine/engine';
import { startEngineInNode } from '$lib/engine/engine_in_node';
import { openRows } from '$lib/engine/rows';
import { named, sql } from '$lib/engine/sql';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngineInNode();
});
afterAll(() => engine.close());

const answer = async (query: ReturnType<typeof sql>) => openRows(await engine.ask(query));

describe('bound values', () => {
  test.each<[Value, string]>([
    ["it's", 'a quote'],
    [`'); drop table people; --`, 'an injection'],
    ['naïve 漢字 🙂 "x" \\ \n $1 ?', 'unicode and signs'],
    ['', 'nothing'],
    [null, 'null'],
    [true, 'a boolean'],
    [0.1, 'a fraction'],
    [-7, 'a negative number'],
    [Number.MAX_SAFE_INTEGER, 'the largest safe integer'],
    [5e-324, 'the smallest number'],
    [1.7976931348623157e308, 'the largest number'],
  ])('%j comes back as it went (%s)', async (value) => {
    expect(await answer(sql`select ${value} as value`)).toEqual([{ value }]);
  });

  test('a date is bound as text and compared as a date', async () => {
    await engine.run(
      "create or replace table days as select * from (values (date '2024-01-31'), (date '2024-02-29'), (null)) as t(day)",
    );
    expect(await answer(sql`select day from days where day > ${'2024-02-01'}`)).toEqual([
      { day: '2024-02-29' },
    ]);
  });

  test('numbers that are not finite and NUL characters are errors', async () => {
    await expect(engine.ask(sql`select ${NaN} as x`)).rejects.toThrow(/not finite/);
    await expect(engine.ask(sql`select ${'a\0b'} as x`)).rejects.toThrow(/NUL/);
  });

  test('a named parameter used twice', async () => {
    const query = named("select $a + $a as twice, '$a' as text, $b as b -- $c", { a: 4, b: 'x' });
    expect(await answer(query)).toEqual([{ twice: 8, text: '$a', b: 'x' }]);
  });
});

describe('the seal', () => {
  test.each([
    "select * from read_csv('/etc/passwd')",
    "select * from read_text('/etc/passwd')",
    "select * from glob('/*')",
    "select * from read_csv('https://example.org/x.csv')",
    "copy (select 1) to '/tmp/waymark_out.csv'",
    "export database '/tmp/waymark_out'",
    "import database '/tmp/waymark_out'",
    "attach '/tmp/waymark_out.db' as other",
    "attach 'https://example.org/x.db' as other",
    'load parquet',
    'install json',
    "force install httpfs from 'https://example.org'",
    'set threads = 2',
    'SET enable_external_access = true',
    'reset lock_configuration',
    'pragma enable_profiling',
    'select 1; /* quietly */ install json',
    'create secret (type s3)',
    "select '{}'::json ->> 'a'",
    'select current_date',
    "select timezone('Europe/London', timestamp '2024-01-01')",
  ])('%s is refused', async (statement) => {
    const refused = { name: 'EngineError', kind: 'refused' };
    await expect(engine.run(statement)).rejects.toMatchObject(refused);
    await expect(engine.ask(sql([statement] as never))).rejects.toMatchObject(refused);
  });

  test('holds in DuckDB itself, not only in the words that are let through', async () => {
    for (const statement of ["copy (select 1) to '/tmp/waymark_out.csv'", 'load parquet'])
      await expect(
        engine.run(`prepare hidden as ${statement}; execute hidden`),
      ).rejects.toBeInstanceOf(EngineError);
  });

  test('leaves words in strings, names and comments alone', async () => {
    await engine.run("create or replace table t as select ';install json' as install; -- ;load x");
    expect(await answer(sql`select install from t`)).toEqual([{ install: ';install json' }]);
  });
});

describe('Arrow batches', () => {
  const batch = (numbers: (number | null)[], codes: string[], days: Date[]) =>
    tableToIPC(
      new Table({
        person_no: vectorFromArray(numbers, new Int32()),
        code: vectorFromArray(codes, new Utf8()),
        day: vectorFromArray(days, new DateDay()),
      }),
      'stream',
    );

  test('are appended to a table, column by column in order', async () => {
    await engine.run("create table activity (person_no integer, code enum ('a', 'b'), day date)");
    await engine.insert(
      'activity',
      batch([1, null], ['a', 'b'], [new Date('2024-01-31'), new Date(0)]),
    );
    await engine.insert('activity', batch([3], ['a'], [new Date('2025-09-01')]));
    expect(await answer(sql`select * from activity order by person_no nulls first`)).toEqual([
      { person_no: null, code: 'b', day: '1970-01-01' },
      { person_no: 1, code: 'a', day: '2024-01-31' },
      { person_no: 3, code: 'a', day: '2025-09-01' },
    ]);
  });

  test('into a table that is not there, or with a code outside its list, are errors of the query', async () => {
    const stream = tableToIPC(tableFromArrays({ n: Int32Array.of(1) }), 'stream');
    await expect(engine.insert('nowhere', stream)).rejects.toMatchObject({ kind: 'query' });
    await engine.run("create table codes (person_no integer, code enum ('a'), day date)");
    await expect(engine.insert('codes', batch([1], ['z'], [new Date(0)]))).rejects.toMatchObject({
      kind: 'query',
    });
    expect(await answer(sql`select count(*) as n from codes`)).toEqual([{ n: 0 }]);
  });
});

test('two engines under one Node share nothing', async () => {
  const other = await startEngineInNode();
  await engine.run('create or replace table mine as select 1 as x');
  await expect(other.ask(sql`select * from mine`)).rejects.toThrow(/does not exist/);
  await other.close();
  await expect(other.run('select 1')).rejects.toThrow(/closed/);
  expect(await answer(sql`select x from mine`)).toEqual([{ x: 1 }]);
});

test('questions waiting in a lane give way to a later one', async () => {
  const asked = [1, 2, 3].map((n) => engine.ask(sql`select ${n} as n`, { lane: 'map' }));
  const settled = await Promise.allSettled(asked);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
