// What a page shows when it cannot show everything: each state says in words what is the matter and what to do,
// and has no fault that a program can find in any theme.
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { violationsEverywhere } from './axe';
import { engineOf, program, stopEngine } from './engine_worker';
import { addFiles, openDataPage, settled } from './load_page';
import { nothingBusy, openByRail } from './overview_page';
import { expect, test } from './sparing_test';

const sample = (file: string) => join(import.meta.dirname, '../../data-samples', file);
/** Enough for NEET and its districts, and for nothing of school or services. */
const part = ['people', 'restrictions', 'schools', 'activities'].map((table) =>
  sample(`${table}.parquet`),
);

async function loadPart(page: Page): Promise<void> {
  await openDataPage(page);
  await addFiles(page, part);
  await settled(page);
}

/** Keeps what is asked for at such addresses waiting until it is let go. */
async function hold(context: BrowserContext, address: RegExp): Promise<() => void> {
  let letGo = () => {};
  const gate = new Promise<void>((open) => (letGo = open));
  await context.route(address, async (route) => {
    await gate;
    await route.continue();
  });
  return letGo;
}

const main = (page: Page) => page.getByRole('main');

test('no data: every page says so and how to get some', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto('/');
  for (const name of [
    ...['Overview', 'NEET', 'Attendance', 'Enforcement', 'Services'],
    ...['Districts', 'Commissioning', 'Measures', 'Models'],
  ]) {
    await openByRail(page, name);
    await expect(
      page.getByRole('heading', { name: 'There is no data in this tab yet' }),
    ).toBeVisible();
    await expect(main(page).getByText('Load your extracts', { exact: true })).toBeVisible();
    await expect(main(page).getByText('Explore the sample county', { exact: true })).toBeVisible();
    expect(await violationsEverywhere(page), name).toEqual([]);
  }
  await openByRail(page, 'Data');
  await expect(page.getByText('Nothing is loaded.')).toBeVisible();
  expect(await violationsEverywhere(page), 'Data').toEqual([]);
  await openByRail(page, 'Start');
  await expect(page.getByRole('button', { name: 'Explore the sample county' })).toBeVisible();
  expect(await violationsEverywhere(page), 'Start').toEqual([]);
});

test('part of the data: every page shows what it can and names what is missing', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await loadPart(page);
  for (const [name, missing, section] of [
    ['Overview', /Persistent absence needs attendance/],
    ['NEET', /needs guarantees/, 'From offer to destination'],
    ['Attendance', /needs attendance/],
    ['Enforcement', /needs .*enforcements/],
    ['Services', /needs involvements/],
    ['Districts', /Persistent absence: .*needs attendance/],
    ['Commissioning', /needs involvements/],
    ['Data', /other measures cannot be shown/],
  ] as const) {
    await openByRail(page, name);
    // A section further down is worked out when the reader comes to it.
    if (section !== undefined)
      await page.getByRole('heading', { name: section }).scrollIntoViewIfNeeded();
    await expect(main(page).getByText(missing).first()).toBeVisible();
    // What is still on its way is paler than it stays.
    await nothingBusy(page);
    expect(await violationsEverywhere(page), name).toEqual([]);
  }
  for (const address of [
    '/measures#v=1&measure=persistent_absence',
    '/models#v=1&model=co_involvement',
  ]) {
    const [name, fragment = ''] = address.slice(1).split('#');
    await openByRail(page, name === 'measures' ? 'Measures' : 'Models');
    await page.evaluate((text) => (location.hash = text), fragment);
    await expect(page.getByText('Not with the files at hand').first()).toBeVisible();
    await expect(page.getByText(/needs .*\. Load (it|them) to see it/).first()).toBeVisible();
    expect(await violationsEverywhere(page), name).toEqual([]);
  }
});

test('loading: every page says what is being done, how far it is, and lets it be cancelled', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  const letGo = await hold(context, program);
  await openDataPage(page);
  await addFiles(page, part);
  await expect(page.getByRole('progressbar', { name: /Starting the database/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cancel all' })).toBeVisible();
  expect(await violationsEverywhere(page), 'Data').toEqual([]);
  for (const name of ['Overview', 'NEET', 'Districts', 'Commissioning', 'Measures', 'Models']) {
    await openByRail(page, name);
    const progress = page.getByRole('progressbar', { name: 'Loading the extracts' });
    await expect(progress).toBeVisible();
    await expect(
      main(page)
        .getByRole('button', { name: /^Cancel/ })
        .first(),
    ).toBeVisible();
    expect(await violationsEverywhere(page), name).toEqual([]);
  }
  letGo();
  await openByRail(page, 'NEET');
  await expect(page.getByRole('article', { name: 'NEET or not known' })).toContainText(/\d of \d/, {
    timeout: 60_000,
  });
  await expect(page.getByRole('progressbar')).toHaveCount(0);
});

test('error: a database that cannot be had is told on every page', async ({ page, context }) => {
  test.setTimeout(240_000);
  await context.route(program, (route) => route.abort());
  await openDataPage(page);
  await addFiles(page, part);
  for (const name of ['Data', 'Overview', 'NEET', 'Districts', 'Measures', 'Models']) {
    await openByRail(page, name);
    await expect(page.getByRole('alert')).toContainText('The database could not be started.');
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    expect(await violationsEverywhere(page), name).toEqual([]);
  }
});

test('engine restarted: the view stays, the page says what goes on, and in the end that it gave up', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  await loadPart(page);
  await openByRail(page, 'NEET');
  const tile = page.getByRole('article', { name: 'NEET or not known' });
  await page.getByRole('combobox', { name: 'District' }).selectOption('Thanet');
  await expect(tile).toContainText(/\d of \d/);
  const figure = (await tile.textContent()) ?? '';

  const letGo = await hold(context, /duckdb.*worker.*\.js/);
  await stopEngine(page);
  const alert = page.getByRole('alert').filter({ hasText: 'The database' });
  await expect(alert).toContainText('It is being started again with the same files');
  await expect(page.getByTitle('Where is my data?')).toContainText('not sealed');
  await expect(page).toHaveURL(/district=E07000114/);
  expect(await violationsEverywhere(page), 'restarting').toEqual([]);
  letGo();
  await expect(alert).toHaveCount(0, { timeout: 60_000 });
  await expect(tile).toHaveText(figure);

  // It has been started again once; after three times in a row it is left alone.
  for (const words of ['started again with', 'started again with', 'keeps stopping']) {
    await expect.poll(() => engineOf(page).then(Boolean), { timeout: 60_000 }).toBe(true);
    await expect(page.getByTitle('Where is my data?')).not.toContainText('not sealed', {
      timeout: 60_000,
    });
    await stopEngine(page);
    await expect(alert).toContainText(words);
  }
  expect(await violationsEverywhere(page), 'given up').toEqual([]);
});
