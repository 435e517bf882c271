// The database's worker: what happens when it cannot be started, and when it stops.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { engineOf, program, stopEngine } from './engine_worker';
import { addFiles, openDataPage, settled } from './load_page';
import { overviewReady } from './overview_page';
import { expect, test } from './sparing_test';

test.use({ serviceWorkers: 'allow' });

const sample = (file: string) => join(import.meta.dirname, '../../data-samples', file);

/** What the page says of the database in its header. */
const seal = (page: Page) => page.getByTitle('Where is my data?');

test('a database that cannot be fetched is told, and the next load fetches it again', async ({
  page,
  context,
}) => {
  const uncaught: string[] = [];
  page.on('pageerror', (error) => uncaught.push(error.message));
  await context.route(program, (route) => route.abort());
  await openDataPage(page);
  await addFiles(page, sample('schools.parquet'));
  await expect(page.getByRole('alert')).toContainText('The database could not be started.');
  await expect(seal(page)).toContainText('not sealed');
  await expect(page.getByRole('listitem', { name: 'schools.parquet' })).toContainText('Not loaded');

  await context.unroute(program);
  await addFiles(page, sample('schools.parquet'));
  await settled(page);
  await expect(page.getByText('The database could not be started.')).toHaveCount(0);
  await expect(seal(page)).not.toContainText('not sealed');
  expect(uncaught).toEqual([]);
});

test('a program that is not WebAssembly is told in the same words', async ({ page, context }) => {
  await context.route(program, (route) =>
    route.fulfill({ contentType: 'application/wasm', body: 'nothing of use' }),
  );
  await openDataPage(page);
  await addFiles(page, sample('schools.parquet'));
  await expect(page.getByRole('alert')).toContainText('The database could not be started.');
});

test('a database that stops is started again from the program that is here, with the same figures', async ({
  page,
  context,
}) => {
  const fetched: string[] = [];
  context.on('request', (request) => {
    // The copy for use without a network is made by the service worker, once the figures are there.
    if (program.test(request.url()) && request.serviceWorker() === null)
      fetched.push(request.url());
  });
  await openDataPage(page);
  const files = ['people', 'restrictions', 'schools', 'activities'];
  await addFiles(
    page,
    files.map((table) => sample(`${table}.parquet`)),
  );
  await settled(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Overview' }).click();
  await overviewReady(page);
  const words = (await page.getByLabel('What the figures say').textContent()) ?? '';
  expect(words).toContain('Kent');

  const first = await engineOf(page);
  await stopEngine(page);
  await expect(page.getByText('It is being started again with the same files')).toBeVisible();
  await expect(seal(page)).toContainText('not sealed');
  await expect(seal(page)).not.toContainText('not sealed', { timeout: 60_000 });
  await page.getByRole('combobox', { name: 'District' }).selectOption('Thanet');
  await overviewReady(page);
  await expect(page.getByLabel('What the figures say')).toContainText('Thanet');
  await page.getByRole('combobox', { name: 'District' }).selectOption('all districts');
  await overviewReady(page);
  await expect(page.getByLabel('What the figures say')).toHaveText(words);
  expect(await engineOf(page)).not.toBe(first);
  expect(fetched).toHaveLength(1);
});
