// With the machine closed to all but the app's origin: not one other request is tried, workers included.
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import config from '../../playwright.config';
import { exploreSample, overviewReady } from './overview_page';
import { complaintsOf } from './complaints';
import { expect, test } from './sparing_test';

test.use({ serviceWorkers: 'allow' });

const closed = '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1';
const launch = config.use?.launchOptions;
test.use({ launchOptions: { ...launch, args: [...(launch?.args ?? []), closed] } });

const pages = ['Start', 'Overview', 'Data', 'Methods'];
const sample = (file: string) => join(import.meta.dirname, '../../data-samples', file);

interface Watched {
  /** Addresses asked for of the app's own origin. */
  readonly own: string[];
  /** Addresses of any other. */
  readonly others: string[];
  readonly complaints: string[];
}

type WithRefused = { refused?: string[] };

/** Keeps, in a page or worker, the addresses that the security policy refused it. */
function noteRefused(): void {
  const place = globalThis as typeof globalThis & WithRefused;
  const refused = (place.refused = [] as string[]);
  const target: EventTarget = 'document' in place ? document : place;
  target.addEventListener('securitypolicyviolation', (event) => {
    refused.push((event as SecurityPolicyViolationEvent).blockedURI);
  });
}

/**
 * Follows every request of the context: of pages, and of workers of every kind. What the security policy
 * refuses is no request to the browser, so pages and workers are told to keep that themselves.
 */
async function watch(context: BrowserContext, page: Page, origin: string): Promise<Watched> {
  const watched: Watched = { own: [], others: [], complaints: complaintsOf(page) };
  await page.addInitScript(noteRefused);
  // A worker that ends at once cannot be told; one that lives and was not told fails `refusedIn`.
  page.on('worker', (worker) => worker.evaluate(noteRefused).catch(() => undefined));
  context.on('request', (request) => {
    const url = new URL(request.url());
    const where = url.protocol === 'blob:' ? new URL(url.pathname).origin : url.origin;
    if (url.protocol === 'data:') return;
    (where === origin ? watched.own : watched.others).push(request.url());
  });
  return watched;
}

/** What the policy refused, by place: the page first, then its workers. Tag and header tell of it each. */
function refusedIn(page: Page): Promise<string[][]> {
  const read = () => [
    ...new Set((globalThis as typeof globalThis & WithRefused).refused ?? ['not watched']),
  ];
  const inWorkers = page.workers().map((worker) => worker.evaluate(read));
  return Promise.all([page.evaluate(read), ...inWorkers]);
}

/**
 * What the browser keeps of the app's origin beyond the tab, by kind. The copy of the program itself, that
 * its service worker makes, is left out: `offline.test.ts` holds its content to the program's own files.
 */
function kept(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: (await caches.keys()).filter((name) => !/^waymark \/ (program|sample) /.test(name)),
    cookies: document.cookie,
    workers: (await navigator.serviceWorker.getRegistrations())
      .map(({ active, waiting, installing }) => (active ?? waiting ?? installing)?.scriptURL)
      .filter((address) => address !== `${location.origin}/service-worker.js`),
    files: await navigator.storage
      .getDirectory()
      .then(async (folder) => (await Array.fromAsync(folder.keys())).length),
  }));
}

const nothingKept = {
  local: [],
  session: [],
  databases: [],
  caches: [],
  cookies: '',
  workers: [],
  files: 0,
};

async function visitEveryPage(page: Page): Promise<void> {
  for (const name of [...pages, 'Overview']) {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
}

test('the sample county is explored on every page without one request elsewhere', async ({
  page,
  context,
  baseURL,
}) => {
  const watched = await watch(context, page, baseURL ?? '');
  await exploreSample(page);
  await page.getByRole('combobox', { name: 'District' }).selectOption('Thanet');
  await overviewReady(page);
  await visitEveryPage(page);
  await page.getByTitle('Where is my data?').click();
  const requests = page.getByText('to the address it came from');
  await expect(requests).toContainText(', 0 to anywhere else');

  // The listener hears workers: only the engine's and the decoder's ask for these.
  expect(watched.own.some((address) => /duckdb.*\.worker\..*js$/.test(address))).toBe(true);
  expect(watched.own.some((address) => /parquet.*\.wasm$/.test(address))).toBe(true);
  expect(watched.others).toEqual([]);
  expect(page.workers().length).toBeGreaterThanOrEqual(2);
  expect(await refusedIn(page)).toEqual([page, ...page.workers()].map(() => []));
  expect(watched.complaints).toEqual([]);
  expect(await kept(page)).toEqual(nothingKept);
  expect(await context.cookies()).toEqual([]);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await kept(page)).toEqual(nothingKept);
});

test('extracts are loaded by hand, and no page, engine or decoder asks elsewhere', async ({
  page,
  context,
  baseURL,
}) => {
  const watched = await watch(context, page, baseURL ?? '');
  await page.goto('/data');
  const files = ['people', 'schools', 'activities', 'involvements', 'exclusions', 'enrolments'];
  await page
    .getByLabel('Extract files')
    .setInputFiles([...files.map((table) => sample(`${table}.parquet`)), sample('calendar.csv')]);
  await expect(page.getByText(/7\sfiles loaded with .* Nothing has left this tab/)).toBeVisible({
    timeout: 60_000,
  });
  const asked = watched.own.length;
  await visitEveryPage(page);
  await expect(page.getByText('Persistent absence needs attendance').first()).toBeVisible();

  expect(asked).toBeGreaterThan(10);
  expect(watched.others).toEqual([]);
  expect(page.workers().length).toBeGreaterThanOrEqual(2);
  expect(await refusedIn(page)).toEqual([page, ...page.workers()].map(() => []));
  expect(watched.complaints).toEqual([]);
  expect(await kept(page)).toEqual(nothingKept);
  // Nothing was sent anywhere, to the app's own origin neither.
  const bodies: string[] = [];
  context.on('request', (request) => {
    if (request.method() !== 'GET' || request.postData() !== null) bodies.push(request.url());
  });
  await page.getByRole('navigation').getByRole('link', { name: 'Data' }).click();
  expect(bodies).toEqual([]);
});

test.describe('the check itself', () => {
  let second: Server;
  let address: string;
  let hits = 0;

  let blank: Server;
  let blankAddress: string;

  test.beforeAll(async () => {
    second = createServer((_, response) => {
      hits += 1;
      response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('reached');
    });
    address = await addressOf(second);
    blank = createServer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>No policy</title>');
    });
    blankAddress = await addressOf(blank);
  });

  test.afterAll(() => {
    second.close();
    blank.close();
  });

  test('sees a request to a second origin, from the page and from each worker, and the policy refuses it', async ({
    page,
    context,
    baseURL,
    request,
  }) => {
    // The second origin answers whoever reaches it.
    expect(await (await request.get(address)).text()).toBe('reached');
    expect(hits).toBe(1);

    const watched = await watch(context, page, baseURL ?? '');
    await page.goto('/data');
    await page.getByLabel('Extract files').setInputFiles([sample('schools.parquet')]);
    await expect(page.getByText(/1\sfile loaded with/)).toBeVisible({ timeout: 60_000 });
    const workers = page.workers();
    expect(workers.length).toBeGreaterThanOrEqual(2);

    const ask = (url: string) =>
      fetch(url).then(
        () => 'answered',
        () => 'refused',
      );
    const tries = [
      page.evaluate(ask, `${address}?from=0`),
      ...workers.map((worker, index) => worker.evaluate(ask, `${address}?from=${index + 1}`)),
    ];
    expect(await Promise.all(tries)).toEqual([page, ...workers].map(() => 'refused'));
    expect(await refusedIn(page)).toEqual(
      [page, ...workers].map((_, index) => [`${address}?from=${index}`]),
    );
    expect(watched.others).toEqual([]);
    expect(hits).toBe(1);
  });

  test('finds the second origin open to a page without the policy', async ({ page }) => {
    const before = hits;
    await page.goto(blankAddress);
    const answer = await page.evaluate((url) => fetch(url).then((got) => got.text()), address);
    expect(answer).toBe('reached');
    expect(hits).toBe(before + 1);
  });
});

/** Starts a server on a free port of this machine. */
async function addressOf(server: Server): Promise<string> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const bound = server.address();
  return `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}/`;
}
