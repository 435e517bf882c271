// What the shape of the source promises and no linter rule holds.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The files of a folder, however deep, whose names end so. */
const filesIn = (folder: string, ending: RegExp) =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path))
    .map((path) => `${folder}/${path}`)
    .toSorted()
    .map((path) => ({ path, text: readFileSync(`${root}${path}`, 'utf8') }));

/** The words of a statement as these files would hold one: in capitals, or at the start of a text. */
const sql =
  /\bSELECT\b[^]*?\bFROM\b|\bINSERT INTO\b|\bCREATE (OR REPLACE )?(TABLE|VIEW)\b|[`'"]\s*(select|with|create|insert|copy)\s[^'"`]*?\sfrom\s/;

it('no component has more than 200 lines', () => {
  const components = filesIn('src', /\.svelte$/);
  expect(components.length).toBeGreaterThan(100);
  const long = components.filter(({ text }) => text.split('\n').length - 1 > 200);
  expect(long.map(({ path }) => path)).toEqual([]);
});

it('pages and what they are built of hold no SQL and work out no statistics', () => {
  const shown = ['src/routes', 'src/lib/ui'].flatMap((folder) => filesIn(folder, /\.(svelte|ts)$/));
  expect(shown.length).toBeGreaterThan(30);
  const holding = (pattern: RegExp) =>
    shown.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
  expect(holding(sql)).toEqual([]);
  // Numbers are rounded for show by the one rule of the whole program.
  expect(holding(/(from|import\()\s*'[^']*\/statistics\/(?!rounding')/)).toEqual([]);
});

it('the check for SQL knows a statement when it meets one', () => {
  const statements = ['`\n  select a from b`', 'SELECT a\nFROM b', "'with c as (select 1) from c'"];
  for (const statement of statements) expect(statement).toMatch(sql);
  expect("import { select } from 'd3-selection'").not.toMatch(sql);
});
