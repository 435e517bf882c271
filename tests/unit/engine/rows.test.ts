import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '$lib/engine/engine';
import { startEngineInNode } from '$lib/engine/engine_in_node';
import { openRows } from '$lib/engine/rows';
import { sql } from '$lib/engine/sql';
import { enumsAsText } from '$lib/engine/streamed_answers';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngineInNode();
});
afterAll(() => engine.close());

const value = async (expression: string) =>
  openRows(await engine.ask(sql(Object.assign([`select ${expression} as v`], { raw: [] }))))[0]?.[
    'v'
  ];

describe('a cell', () => {
  test.each([
    ['1::tinyint', 1],
    ['255::utinyint', 255],
    ['9007199254740991::bigint', Number.MAX_SAFE_INTEGER],
    ['-9007199254740991::bigint', Number.MIN_SAFE_INTEGER],
    ['5::ubigint', 5],
    ['0.1::double', 0.1],
    ['12345678.91::decimal(10, 2)', 12345678.91],
    ['-0.05::decimal(4, 2)', -0.05],
    ['sum(1.25::decimal(10, 2))', 1.25],
    ['0.1::decimal(18, 17)', 0.1],
    ["date '2024-02-29'", '2024-02-29'],
    ["date '0001-01-01'", '0001-01-01'],
    ["timestamp '2024-02-29 13:05:07.25'", '2024-02-29T13:05:07.250Z'],
    ["'z'::enum ('a', 'z')", 'z'],
    ["'naïve 漢字'", 'naïve 漢字'],
    ['true', true],
    ['null', null],
    ['null::date', null],
    ["null::enum ('a')", null],
    ['null::decimal(10, 2)', null],
  ])('%s reads as %j', async (expression, expected) => {
    expect(await value(expression)).toBe(expected);
  });

  test.each([
    ['sum(1::integer)', /“v” is a HUGEINT.*cast it to double or bigint/],
    ['1::hugeint', /HUGEINT/],
    ['9007199254740992::bigint', /^(?!.*9007199254740992).*“v” holds a whole number too large/],
    ['18446744073709551615::ubigint', /too large/],
    ['[1, 2]', /List<Int32>, which is not read/],
    ['interval 1 day', /which is not read/],
  ])('%s is an error', async (expression, message) => {
    await expect(value(expression)).rejects.toThrow(message);
  });
});

test('an answer shows nothing of itself', async () => {
  const rows = await engine.ask(sql`select 'secret' as name`);
  expect(JSON.stringify(rows)).toBe('{}');
  expect(Reflect.ownKeys(rows)).toEqual([]);
  expect(() => openRows({ ...rows })).toThrow(/did not come from the engine/);
});

test('an answer without rows is an empty list, and two columns of one name are an error', async () => {
  expect(openRows(await engine.ask(sql`select 1 as n where false`))).toEqual([]);
  const twice = await engine.ask(sql`select 1 as n, 2 as n`);
  expect(() => openRows(twice)).toThrow('Two columns are named “n”.');
});

test('columns answered as text give the rows of the plain question, in its order', async () => {
  await engine.run(`create table schools as
    select (case range % 3 when 0 then 'secondary' when 1 then 'primary' end)::enum ('secondary', 'primary') as phase,
      range as urn from range(10)`);
  const plain = sql`select phase, max(urn) as urn from schools group by phase order by phase desc nulls first; -- by phase`;
  const text = { text: enumsAsText(plain.text, ['phase']), values: [] };
  expect(openRows(await engine.ask(text))).toEqual(openRows(await engine.ask(plain)));
});
