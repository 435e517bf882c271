import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { violationsEverywhere } from './axe';
import { cellsOf, showTable } from './overview_page';
import { asCount, asPercent, sampleFigures } from './sample_figures';
import { complaintsOf } from './complaints';
import { expect, test } from './sparing_test';

// One load of the sample county serves every test.
test.describe.configure({ mode: 'serial' });

let page: Page;
let complaints: readonly string[];

/** Waits until the figures that are asked for are shown. */
async function ready(): Promise<void> {
  await expect(page.locator('.result[aria-busy="false"]')).toBeVisible({ timeout: 30_000 });
}

async function go(fragment: string): Promise<void> {
  await page.evaluate((text) => (location.hash = text), fragment);
  await page.waitForTimeout(50);
  await ready();
}

const measures = () => page.getByRole('navigation', { name: 'Choose among measures' });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  page.setDefaultTimeout(20_000);
  complaints = complaintsOf(page);
});

test.afterAll(async () => {
  await page.close();
});

test('a link opened without data asks for the data, then shows its view', async () => {
  test.setTimeout(180_000);
  await page.goto('/measures#v=1&measure=persistent_absence&by=ethnic_group');
  await expect(page.getByRole('heading', { level: 1, name: 'Persistent absence' })).toBeVisible();
  await expect(page.getByText('There is no data in this tab yet')).toBeVisible();
  await page.getByRole('button', { name: 'Explore the sample county' }).click();
  await expect(page.getByText('Everyone in it is invented.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 120_000 });
  await ready();
  await expect(
    page.getByRole('heading', { name: /^Persistent absence by ethnic group: highest for/ }),
  ).toBeVisible();
});

test('the figures are those of the command line, hidden ones too', async () => {
  const records = await sampleFigures(
    ...['--measure', 'persistent_absence', '--period', '2024-25', '--by', 'ethnic_group'],
  );
  const table = await showTable(page.locator('figure').first());
  const rows = (await cellsOf(table)).map((cells) => cells.slice(1, 4).join(' | '));
  const expected = records.map((record) =>
    [asCount(record.numerator), asCount(record.denominator), asPercent(record.value)].join(' | '),
  );
  expect(rows.toSorted()).toEqual(expected.toSorted());
});

test('measures are found, chosen and left again by the back button', async () => {
  await measures().getByRole('searchbox').fill('severe absence');
  await expect(measures().getByText(/\d found/)).toBeVisible();
  await measures().getByRole('link', { name: 'Severe absence', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Severe absence' })).toBeVisible();
  expect(page.url()).toContain('measure=severe_absence');
  // The new measure can be split the same way, so it is.
  expect(page.url()).toContain('by=ethnic_group');
  await ready();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Persistent absence' })).toBeVisible();
  await measures().getByRole('searchbox').fill('');
});

test('a district is chosen in the table, and again to undo', async () => {
  await go('v=1&measure=persistent_absence&by=district');
  const table = await showTable(page.locator('figure').first());
  await table.getByRole('button', { name: 'Thanet', exact: true }).click();
  await ready();
  expect(page.url()).toContain('district=E07000114');
  const said = page.getByRole('region', { name: 'What the figures say' });
  await expect(said).toContainText('in Thanet');
  await page.getByRole('combobox', { name: 'District' }).selectOption('all');
  await expect(said).toContainText('in Kent');
  expect(page.url()).not.toContain('district=');
});

test('a target, a gap and a fifth are those worked out from the command line', async () => {
  test.setTimeout(180_000);
  const records = await sampleFigures(
    ...['--measure', 'persistent_absence', '--period', '2024-25', '--by', 'district'],
  );
  const districts = records.map((record) => ({
    code: record.district ?? '',
    missed: record.numerator!,
    of: record.denominator!,
    lower: record.lower!,
    upper: record.upper!,
  }));
  const thanet = districts.find(({ code }) => code === 'E07000114')!;
  const share = ({ missed, of }: { missed: number; of: number }) => missed / of;

  await go('v=1&measure=persistent_absence&by=district');
  const compared = page.getByRole('region', { name: 'Compared with', exact: true });
  const rowOf = async (table: string) =>
    (await cellsOf(compared.getByRole('table', { name: table }))).find(
      ([place]) => place === 'Thanet',
    )!;

  // The line of the file: persistent_absence,E07000114,2024-25,0.198,0.228
  const line = (await readFile('data-samples/targets.csv', 'utf8'))
    .split(/\r?\n/)
    .find((text) => text.startsWith('persistent_absence,E07000114,2024-25'))!;
  const [target, floor] = line.split(',').slice(3).map(Number) as [number, number];
  expect(share(thanet)).toBeGreaterThan(floor);
  expect(thanet.lower).toBeGreaterThan(floor);
  expect(await rowOf('against targets, 2024/25')).toEqual([
    'Thanet',
    asPercent(share(thanet)),
    asPercent(target),
    asPercent(floor),
    asPercent(share(thanet) - target).replace(' %', ''),
    'misses the floor',
  ]);

  // Against the rest of the county: all the other districts added up; the interval by Newcombe.
  const others = districts.filter(({ code }) => code !== thanet.code);
  const rest = {
    missed: others.reduce((sum, { missed }) => sum + missed, 0),
    of: others.reduce((sum, { of }) => sum + of, 0),
  };
  const wilson = ({ missed, of }: { missed: number; of: number }) => {
    const z = 1.959963984540054;
    const half = z * Math.sqrt(z * z + 4 * missed * (1 - missed / of));
    return [2 * missed + z * z - half, 2 * missed + z * z + half].map(
      (end) => end / (2 * (of + z * z)),
    ) as [number, number];
  };
  const [[low, high], [restLow, restHigh]] = [wilson(thanet), wilson(rest)];
  const apart = share(thanet) - share(rest);
  const from = apart - Math.hypot(share(thanet) - low, restHigh - share(rest));
  const to = apart + Math.hypot(high - share(thanet), share(rest) - restLow);
  const gap = await rowOf('against the rest of Kent');
  expect(gap.slice(1, 5)).toEqual([
    asPercent(share(thanet)),
    ...[apart, from, to].map((points) => asPercent(points).replace(' %', '')),
  ]);
  expect(gap[5]).toBe((share(thanet) / share(rest)).toFixed(2));
  expect(gap.at(-1)).toBe('more than chance');

  // Twelve districts: by floor(6 − ceil((13 − rank) × 5 / 12)) the best three and the worst two.
  const ranked = districts.toSorted((a, b) => share(a) - share(b)).map(({ code }) => code);
  const fifths = await cellsOf(compared.getByRole('table', { name: 'in fifths' }));
  const worst = fifths.filter((cells) => cells.at(-1) === '5 of 5, the worst');
  expect(worst).toHaveLength(2);
  expect(ranked.indexOf(thanet.code)).toBeGreaterThanOrEqual(10);
  expect(worst.map(([place]) => place)).toContain('Thanet');
  expect(fifths.filter((cells) => cells.at(-1) === '1 of 5, the best')).toHaveLength(3);

  // Another group to hold them against is in the link.
  await page.getByRole('combobox', { name: 'Hold groups against' }).selectOption('Thanet');
  await ready();
  expect(page.url()).toContain('against=E07000114');
  await expect(compared.getByRole('table', { name: 'against Thanet' })).toBeVisible();
});

test('a measure over time has its line, its table and what is published', async () => {
  await go('v=1&measure=persistent_absence');
  await expect(
    page.getByRole('heading', { name: /^Persistent absence in Kent: from/ }),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Published figures' })).toBeVisible();
  const published = page.getByRole('table', { name: /published figures beside/ });
  await expect(published).toContainText('England, published');
});

test('what a link names wrongly is left out and said', async () => {
  await go('v=1&measure=persistent_absence&by=shoe_size&period=2025-01&district=X');
  await expect(page.getByText('About the link')).toHaveCount(3);
});

test('a period without data is shown as not available', async () => {
  await go('v=1&measure=persistent_absence&period=2001-02');
  await expect(page.getByRole('region', { name: 'What the figures say' })).toContainText(
    'not available',
  );
});

test('no measure breaks the page', async () => {
  test.setTimeout(240_000);
  const links = measures().getByRole('link');
  const count = await links.count();
  expect(count).toBeGreaterThan(80);
  const fragments = await links.evaluateAll((all) =>
    all.map((link) => new URL((link as HTMLAnchorElement).href).hash.slice(1)),
  );
  const ids = fragments.map((fragment) => new URLSearchParams(fragment).get('measure') ?? '');
  expect(await page.evaluate(troubleWith, ids)).toEqual([]);
});

/** Runs in the page: shows one measure after the other; answers those that never came, or said that they could not. */
async function troubleWith(measures: readonly string[]): Promise<string[]> {
  const trouble: string[] = [];
  const pause = (milliseconds: number) =>
    new Promise((resolve) => setTimeout(resolve, milliseconds));
  for (const measure of measures) {
    location.hash = `v=1&measure=${measure}`;
    const until = performance.now() + 30_000;
    let shown = false;
    await pause(30);
    while (!shown && performance.now() < until) {
      const text = document.querySelector('main')?.textContent ?? '';
      const result = document.querySelector('.result[aria-busy="false"]');
      shown = result !== null || text.includes('No period to show');
      if (!shown) await pause(10);
    }
    const text = document.querySelector('main')?.textContent ?? '';
    if (!shown || text.includes('could not be')) trouble.push(measure);
  }
  return trouble;
}

test('the page has no fault that a program can find', async () => {
  test.setTimeout(180_000);
  for (const by of ['', '&by=district', '&by=school', '&by=year_group', '&by=ethnic_group']) {
    await go(`v=1&measure=persistent_absence${by}`);
    expect(await violationsEverywhere(page), by).toEqual([]);
  }
});

test('on a narrow screen a select takes the place of the list', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(measures()).toBeHidden();
  await page
    .getByRole('combobox', { name: 'Choose among measures' })
    .selectOption('severe_absence');
  await expect(page.getByRole('heading', { level: 1, name: 'Severe absence' })).toBeVisible();
  await ready();
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide).toBe(0);
  await page.setViewportSize({ width: 1440, height: 1000 });
});

test('nothing was complained of', () => {
  expect(complaints).toEqual([]);
});
