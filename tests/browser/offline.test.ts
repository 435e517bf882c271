// After one visit the program starts and works with the network off, and what it keeps is itself alone.
import type { Page } from '@playwright/test';
import { exploreSample, overviewReady, sampleReady } from './overview_page';
import { expect, test } from './sparing_test';

test.use({ serviceWorkers: 'allow' });

/** Paths of what the browser keeps of this address, by cache. */
function kept(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(async () => {
    const found: Record<string, string[]> = {};
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      found[name] = requests.map(({ url }) => new URL(url).pathname);
    }
    return found;
  });
}

/** Waits until the service worker is active, and the sample county's list, its last file, is kept. */
async function copyMade(page: Page): Promise<Record<string, string[]>> {
  const isListed = () =>
    page.evaluate(async () => (await caches.match('/data-samples/manifest.json')) !== undefined);
  await expect.poll(isListed, { timeout: 90_000 }).toBe(true);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  return kept(page);
}

test('the sample county is explored again with the network off', async ({ page, context }) => {
  await page.goto('/');
  await page.evaluate(() => caches.open('waymark / program of another version'));
  await page.evaluate(() => caches.open('of somebody else at this address'));
  await exploreSample(page);
  const copy = await copyMade(page);

  // An earlier version is dropped, and what is not the program's own is left alone.
  expect(Object.keys(copy).map((name) => name.replace(/\d{5,}/, 'N'))).toEqual([
    'of somebody else at this address',
    'waymark / program N',
    'waymark / sample N',
  ]);
  const paths = Object.values(copy).flat();
  expect(paths.some((path) => /duckdb-eh.*\.wasm$/.test(path))).toBe(true);
  expect(paths.some((path) => /parquet_wasm.*\.wasm$/.test(path))).toBe(true);
  for (const path of paths) {
    expect(path).toMatch(/^\/(_app\/immutable\/.+|data-samples\/[\w-]+\.\w+|favicon\.svg|[a-z]*)$/);
  }

  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await page.getByRole('button', { name: 'Explore the sample county' }).click();
  await sampleReady(page);
  await expect(page.getByRole('article', { name: 'NEET or not known' })).toContainText(/\d\.\d\s%/);
  for (const name of ['Measures', 'Methods', 'Overview']) {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await overviewReady(page);
  // A page never opened before starts without a network as well.
  await page.goto('/models');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('extracts of the reader never come into what is kept', async ({ page }) => {
  await page.goto('/data');
  await page.getByLabel('Extract files').setInputFiles({
    name: 'calendar.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('school_id,date,is_open\n'),
  });
  const caches = () => kept(page).then((found) => Object.keys(found).length);
  await expect.poll(caches, { timeout: 90_000 }).toBe(1);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const paths = Object.values(await kept(page)).flat();
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => path.includes('data-samples'))).toEqual([]);
  expect(paths.filter((path) => path.includes('calendar'))).toEqual([]);
});

test('the service worker is asked for anew at each visit, under the policy of the pages', async ({
  request,
}) => {
  const answer = await request.get('/service-worker.js', {
    headers: { 'Accept-Encoding': 'br, gzip' },
  });
  const headers = answer.headers();
  expect(headers['cache-control']).toBe('no-cache');
  expect(headers['content-type']).toContain('text/javascript');
  expect(headers['content-encoding']).toBe('br');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).toContain("worker-src 'self' blob:;");
  expect(headers['content-security-policy']).toContain("connect-src 'self'");
  // What the worker handles is listed in it: no other origin is named.
  expect((await answer.text()).match(/https?:\/\/[\w.-]+/g)).toBeNull();
});
