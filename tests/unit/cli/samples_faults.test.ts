import { readFileSync } from 'node:fs';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { tables } from '$lib/contract/tables';

const FOLDER = 'data-samples';
let database: DuckDBConnection;

async function count(sql: string): Promise<number> {
  const [row] = (await database.runAndReadAll(sql)).getRowObjects();
  return Number(row?.['n']);
}

/** A table; of attendance the last year, which is where its faults are. */
function source(table: string): string {
  return `read_parquet('${FOLDER}/${table}${table === 'attendance' ? '-2024-25' : ''}.parquet')`;
}

/** Rows that the README of the sample county owns up to, by table and words of the fault. */
function owned(table: string, words: string): number {
  const line = readFileSync(`${FOLDER}/README.md`, 'utf8')
    .split('\n')
    .map((text) => text.split('|').map((cell) => cell.trim()))
    .find((cells) => cells[1] === table && cells[2]?.includes(words));
  return Number(line?.[3]?.replaceAll(',', '') ?? 0);
}

beforeAll(async () => {
  database = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
});

describe('the deliberate faults of the sample county', () => {
  it('are all the repeated keys there are', async () => {
    for (const { name, key, csv } of tables.filter(({ key }) => key.length > 0)) {
      if (csv && name !== 'schools' && name !== 'restrictions') continue;
      const repeated = await count(
        `select count(*) - (select count(*) from (select distinct ${key.join(', ')} from ${source(name)})) as n from ${source(name)}`,
      );
      expect(repeated, name).toBe(owned(name, 'second row for the same person'));
    }
  });

  it('are all the people there are who are in no list of people', async () => {
    for (const { name, columns } of tables) {
      if (!columns.some((column) => column.name === 'person_id')) continue;
      const strangers = await count(
        `select count(*) as n from ${source(name)} where person_id not in (select person_id from ${source('people')})`,
      );
      expect(strangers, name).toBe(owned(name, 'not in people'));
    }
  });

  it('are all the spells that end before they start', async () => {
    for (const table of ['involvements', 'enrolments']) {
      const wrong = await count(
        `select count(*) as n from ${source(table)} where end_date < start_date`,
      );
      expect(wrong, table).toBe(owned(table, 'ends before it starts'));
    }
  });

  it('are all the people there are past their 25th birthday', async () => {
    const past = await count(
      `select count(*) as n from ${source('people')} where birth_month + interval 25 year < date '2025-07-01'`,
    );
    expect(past).toBe(owned('people', '25th birthday'));
    expect(past).toBeGreaterThan(0);
  });

  it('are a tiny share of the attendance', async () => {
    const wrong = ['does not exist', 'code H', 'code Y', 'second row', 'not in people']
      .map((words) => owned('attendance', words))
      .reduce((a, b) => a + b, 0);
    expect(wrong).toBe(70);
    expect(wrong / (await count(`select count(*) as n from ${source('attendance')}`))).toBeLessThan(
      0.0001,
    );
  });
});

describe('the committed sample county', () => {
  it('is at most 12 MB, in the files its manifest lists', () => {
    const manifest = JSON.parse(readFileSync(`${FOLDER}/manifest.json`, 'utf8')) as {
      file: string;
      bytes: number;
    }[];
    let total = 0;
    for (const { file, bytes } of manifest) {
      expect(readFileSync(`${FOLDER}/${file}`).length, file).toBe(bytes);
      total += bytes;
    }
    expect(total).toBeLessThan(12_000_000);
  });
});
