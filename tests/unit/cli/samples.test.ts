import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tables } from '$lib/contract/tables';
import { main } from '../../../src/cli/samples';
import { readArguments } from '../../../src/cli/samples/arguments';

const folders: string[] = [];

async function county(seed: number, ...more: string[]): Promise<string> {
  const out = mkdtempSync(join(tmpdir(), 'waymark-samples-'));
  folders.push(out);
  const args = ['--people', '900', '--years', '1', '--seed', String(seed), '--out', out, ...more];
  expect(await main(args)).toBe(0);
  return out;
}

function hashes(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex'),
      ]),
  );
}

async function footer(path: string) {
  const metadata = await parquetMetadataAsync(await asyncBufferFromFile(path));
  const pairs = (metadata.key_value_metadata ?? []).map(({ key, value }) => [key, value] as const);
  return { columns: metadata.schema.slice(1), about: Object.fromEntries(pairs) };
}

let first = '';
beforeAll(async () => {
  first = await county(7);
});
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

describe('npm run samples', () => {
  it('writes the same county byte for byte for the same arguments', async () => {
    const again = hashes(await county(7));
    expect(again).toEqual(hashes(first));
  });

  it('writes another county for another seed', async () => {
    const other = hashes(await county(8));
    expect(other['people.parquet']).not.toBe(hashes(first)['people.parquet']);
  });

  it('writes every table of the contract, and lists each file with its rows', () => {
    const manifest = JSON.parse(readFileSync(join(first, 'manifest.json'), 'utf8')) as {
      file: string;
      table: string;
      rows: number;
    }[];
    expect(new Set(manifest.map(({ table }) => table))).toEqual(
      new Set(tables.map(({ name }) => name)),
    );
    const written = readdirSync(first).filter((file) => /\.(parquet|csv)$/.test(file));
    expect(manifest.map(({ file }) => file)).toEqual(written.sort());
    for (const { file, rows } of manifest) expect(rows, file).toBeGreaterThan(0);
  });

  it('gives each file the columns of its table, and one column the contract does not know', async () => {
    const strange: string[] = [];
    for (const file of readdirSync(first).filter((name) => name.endsWith('.parquet'))) {
      const { columns } = await footer(join(first, file));
      const table = tables.find(({ name }) => name === file.split(/[.-]/)[0]);
      const names = columns.map(({ name }) => name);
      for (const column of table?.columns ?? []) expect(names, file).toContain(column.name);
      const known = new Set(table?.columns.map(({ name }) => name));
      strange.push(...names.filter((name) => !known.has(name)));
    }
    expect(strange).toEqual(['team_code']);
  });

  it('says in every file that every person is invented', async () => {
    for (const file of readdirSync(first).filter((name) => name.endsWith('.parquet'))) {
      const { about } = await footer(join(first, file));
      expect(about, file).toMatchObject({
        table: file.split(/[.-]/)[0],
        sample: 'true',
        source: 'Waymark synthetic sample: every person is invented',
        extracted_on: '2025-07-31',
        status: 'provisional',
      });
      expect(about.purpose, file).not.toBe('');
    }
    expect(readFileSync(join(first, 'README.md'), 'utf8')).toContain('invented');
  });

  it('can be asked for a number of attendance rows', async () => {
    const rows = (folder: string) =>
      (
        JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
          table: string;
          rows: number;
        }[]
      )
        .filter(({ table }) => table === 'attendance')
        .reduce((sum, file) => sum + file.rows, 0);
    const many = rows(await county(7, '--attendance-rows', '300000'));
    expect(many).toBeGreaterThan(270_000);
    expect(many).toBeLessThan(330_000);
    expect(rows(first)).toBeLessThan(200_000);
  });

  it('refuses arguments it does not know, with a sentence', () => {
    expect(() => readArguments(['--persons', '5'])).toThrow('--persons is not an option');
    expect(() => readArguments(['--people', 'many', '--out', 'x'])).toThrow('--people must be');
    expect(() => readArguments(['--people', '500'])).toThrow('--out DIR is missing');
    expect(readArguments(['--help'])).toBe('help');
  });
});
