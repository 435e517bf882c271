import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addFiles, fileRow, openDataPage, settled, watchForTrouble } from './load_page';
import { expect, test } from './sparing_test';

const folder = join(import.meta.dirname, '../../data-samples');
const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
  file: string;
  rows: number;
}[];
const rows = manifest.reduce((sum, each) => sum + each.rows, 0);

test('the sample files are loaded by hand, row for row, and nothing leaves the tab', async ({
  page,
  context,
  baseURL,
}) => {
  const trouble = watchForTrouble(context, page, baseURL ?? '');
  await openDataPage(page);
  await addFiles(
    page,
    manifest.map(({ file }) => join(folder, file)),
  );

  for (const { file } of manifest) await expect(fileRow(page, file)).toBeVisible();
  expect(await settled(page)).toContain(
    `${manifest.length} files loaded with ${rows.toLocaleString('en-GB')} rows.`,
  );
  for (const each of manifest) {
    const row = fileRow(page, each.file);
    await expect(row).toContainText('Loaded');
    await expect(row).toContainText(`${each.rows.toLocaleString('en-GB')}\u00a0row`);
  }
  await expect(page.getByText('every table of the contract is loaded')).toBeVisible();
  await expect(page.getByText(/terms 1 to 6, to \d+ July/).first()).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the report as CSV' }).click();
  expect((await download).suggestedFilename()).toBe('waymark-sample-load-report.csv');
  await page.getByRole('tab', { name: 'By file' }).click();
  await page.getByText('involvements.parquet').last().click();
  await expect(page.getByText('team_code')).toBeVisible();

  await page.getByRole('link', { name: 'See the overview' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Overview');
  expect(trouble).toEqual({ complaints: [], elsewhere: [] });
});

test('the sample county is one click from the start, and a wipe leaves nothing', async ({
  page,
  context,
  baseURL,
}) => {
  const trouble = watchForTrouble(context, page, baseURL ?? '');
  await page.goto('/');
  await page.getByRole('button', { name: 'Explore the sample county' }).click();
  await page.waitForURL(/\/overview/);

  await page.getByRole('link', { name: 'Data', exact: true }).click();
  await expect(page.getByText('The sample county is loaded')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('link', { name: 'See the overview' })).toBeVisible();

  await page.getByRole('button', { name: 'Wipe everything' }).click();
  const question = page.getByRole('dialog', { name: 'Wipe everything from this tab?' });
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: 'Keep it' }).click();
  await expect(fileRow(page, 'people.parquet')).toBeVisible();

  await page.getByRole('button', { name: 'Wipe everything' }).click();
  await question.getByRole('button', { name: 'Wipe everything now' }).click();
  await expect(page.getByText('Everything is gone from this tab.')).toBeVisible();
  await expect(page.getByText('Nothing is loaded.')).toBeVisible();
  await expect(page.getByRole('listitem', { name: 'people.parquet' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Explore the sample county' })).toBeVisible();
  expect(trouble).toEqual({ complaints: [], elsewhere: [] });
});

test('the start page can be used before anything of the engine has arrived', async ({
  page,
  context,
}) => {
  await context.route(/\.wasm$|worker/, () => undefined);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Explore the sample county' })).toBeEnabled();
  await page.getByRole('link', { name: 'Load your extracts' }).click();
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeEnabled();
  await context.unrouteAll({ behavior: 'ignoreErrors' });
});

test('a link to a definition opens it', async ({ page }) => {
  await page.goto('/methods#persistent_absence');
  await expect(page.getByText('10 % or more of their possible sessions')).toBeInViewport();
  await page.getByRole('link', { name: 'What is not confirmed' }).click();
  await expect(page.getByRole('heading', { name: 'What is not confirmed' })).toBeInViewport();
});
