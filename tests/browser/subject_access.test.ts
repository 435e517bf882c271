// What is held about one pseudonym: off until somebody says why, an answer of tables and numbers of rows, no trace.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { LogEntry } from '../../src/lib/session_log/entries';
import { nativeRows, openNative, quoted } from '../files/native';
import { violationsEverywhere } from './axe';
import { addFiles, openDataPage, settled } from './load_page';
import { expect, test } from './sparing_test';

const samples = join(import.meta.dirname, '../../data-samples');
const tables = ['people', 'enrolments', 'exclusions', 'guarantees', 'activities'];
const fileOf = (table: string): string => join(samples, `${table}.parquet`);
const panel = (page: Page) => page.getByRole('dialog', { name: 'Where is my data?' });

/** Somebody invented, of whom every table has rows, and how many, as another program counts them. */
async function somebody(): Promise<{ pseudonym: string; rows: Record<string, number> }> {
  const native = await openNative();
  const held = tables.map(
    (table) =>
      `select person_id, '${table}' as held, count(*)::integer as rows
       from ${quoted(fileOf(table))} group by person_id`,
  );
  const found = await nativeRows<{ pseudonym: string; held: string; rows: number }>(
    native,
    `with held as (${held.join(' union all ')})
     select person_id::varchar as pseudonym, held, rows
     from held
     where person_id = (
       select person_id from held
       group by person_id
       having count(*) = ${tables.length} and max(rows) filter (held = 'people') = 1
       order by person_id
       limit 1)`,
  );
  native.closeSync();
  const rows = Object.fromEntries(found.map((each) => [each.held, each.rows]));
  return { pseudonym: found[0]!.pseudonym, rows };
}

test('it answers which tables hold how many rows, and leaves no trace of who was asked about', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const { pseudonym, rows } = await somebody();
  expect(Object.keys(rows).sort()).toEqual([...tables].sort());
  await openDataPage(page);
  await addFiles(page, tables.map(fileOf));
  await settled(page);
  await page.getByTitle('Where is my data?').click();
  const question = panel(page).getByRole('textbox', { name: 'Pseudonym' });
  await expect(question).toHaveCount(0);

  const why = panel(page).getByRole('textbox', { name: 'Why is it needed?' });
  const switchOn = panel(page).getByRole('button', { name: 'Switch subject access on' });
  await switchOn.click();
  await expect(panel(page).getByText('Say why it is needed')).toBeVisible();
  await why.fill('For mail@example.org');
  await switchOn.click();
  await expect(panel(page).getByText('looks as if it held an identifier')).toBeVisible();
  await expect(question).toHaveCount(0);
  await why.fill('Subject access request 12');
  await switchOn.click();

  const ask = panel(page).getByRole('button', { name: 'Ask', exact: true });
  const answer = panel(page).getByRole('status');
  const none = 'None of the loaded tables has a row for this pseudonym.';
  for (const unknown of ['nobody-has-this', `${pseudonym}0000000`, "' or 1=1 --"]) {
    await question.fill(unknown);
    await ask.click();
    await expect(answer.filter({ hasText: none })).toBeVisible();
  }
  await question.fill(` ${pseudonym} `);
  await ask.click();
  const lines = answer.getByRole('listitem');
  await expect(lines).toHaveCount(tables.length);
  const said = (await lines.allTextContents()).map((line) => line.replace(/\s+/g, ' ').trim());
  expect(said.sort()).toEqual(
    Object.entries(rows)
      .map(([table, count]) => `${table}: ${count} ${count === 1 ? 'row' : 'rows'}`)
      .sort(),
  );
  expect(await violationsEverywhere(page)).toEqual([]);

  const kept = await page.evaluate(async () =>
    JSON.stringify([
      location.href,
      history.state,
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      await indexedDB.databases(),
      performance.getEntries().map(({ name }) => name),
    ]),
  );
  expect(kept).not.toContain(pseudonym);
  const download = page.waitForEvent('download');
  await panel(page).getByRole('button', { name: 'Download the log' }).click();
  const log = await readFile(await (await download).path(), 'utf8');
  expect(log).not.toContain(pseudonym);
  const { entries } = JSON.parse(log) as { entries: LogEntry[] };
  const about = entries.filter(({ what }) => what.includes('subject access'));
  expect(about.map(({ what, facts }) => [what, facts])).toEqual([
    ['subject access switched on', { because: 'Subject access request 12' }],
    ...Array.from({ length: 4 }, () => ['a subject access question was asked', {}]),
  ]);

  // Closed, the panel has forgotten who was asked about; switched off, the question is gone.
  await page.keyboard.press('Escape');
  expect(await page.content()).not.toContain(pseudonym);
  await page.getByTitle('Where is my data?').click();
  await expect(question).toHaveValue('');
  await panel(page).getByRole('button', { name: 'Switch subject access off' }).click();
  await expect(question).toHaveCount(0);
});
