import { expect, test, type Page } from '@playwright/test';
import { violationsEverywhere } from './axe';
import { exploreSample } from './overview_page';
import { asPercent, sampleFigures } from './sample_figures';

// One load of the sample county serves every test.
test.describe.configure({ mode: 'serial' });

let page: Page;
const complaints: string[] = [];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  page.setDefaultTimeout(20_000);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await exploreSample(page);
});

test.afterAll(async () => {
  await page.close();
});

async function ready(): Promise<void> {
  await expect(page.locator('.districts[aria-busy="false"]')).toBeVisible({ timeout: 60_000 });
}

const table = () => page.getByRole('table', { name: /^The districts of Kent/ });

test('the table has the figures of the command line, hidden ones too', async () => {
  test.setTimeout(180_000);
  await page.getByRole('link', { name: 'Districts', exact: true }).click();
  await ready();
  const files = ['people', 'schools', 'enrolments', 'restrictions', 'attendance-2024-25'];
  const records = await sampleFigures(
    [...files.map((name) => `${name}.parquet`), 'calendar.csv'],
    ...['--measure', 'persistent_absence', '--period', '2024-25', '--by', 'district'],
  );
  const headings = await table().locator('thead th button').allTextContents();
  const column = headings.findIndex((text) => text.startsWith('Persistent absence'));
  for (const [name, code] of [
    ['Thanet', 'E07000114'],
    ['Ashford', 'E07000105'],
  ] as const) {
    const record = records.find(({ district }) => district === code);
    const row = table()
      .getByRole('row')
      .filter({ has: page.getByRole('button', { name }) });
    const text = (await row.locator('th, td').nth(column).textContent()) ?? '';
    expect(text.replaceAll('\u00a0', ' ').trim(), name).toMatch(
      new RegExp(`^${asPercent(record?.value ?? null).replace('.', '\\.')}`),
    );
  }
});

test('a column is chosen, kept in the link and sorted with hidden figures last', async () => {
  await page.getByText('Choose the columns').click();
  await page.getByRole('searchbox', { name: 'Find a measure' }).fill('absence for illness');
  await page.getByRole('checkbox', { name: 'Absence for illness', exact: true }).check();
  await ready();
  expect(page.url()).toContain('columns=');
  await table().getByRole('button', { name: 'Not known', exact: true }).click();
  const cells = await table().locator('tbody tr td:nth-child(2)').allTextContents();
  const hidden = cells.map((text) => text.includes('[c]'));
  expect(hidden.includes(true)).toBe(true);
  expect(hidden.lastIndexOf(false)).toBeLessThan(hidden.indexOf(true));
  await page.getByRole('button', { name: 'The columns shown at first' }).click();
  await ready();
  expect(page.url()).not.toContain('columns=');
});

test('the page has no fault that a program can find', async () => {
  test.setTimeout(120_000);
  expect(await violationsEverywhere(page)).toEqual([]);
});

test('choosing a district by keyboard shows its profile, another one stands beside it', async () => {
  test.setTimeout(240_000);
  await table().getByRole('button', { name: 'Thanet', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Thanet' })).toBeVisible();
  expect(page.url()).toContain('district=E07000114');
  const said = page.getByRole('region', { name: 'What the figures say' });
  await expect(said).toContainText('the range expected of a Kent district');
  await page.getByRole('combobox', { name: 'Another district' }).selectOption('E07000110');
  const both = { level: 2, name: 'Maidstone and Thanet' } as const;
  await expect(page.getByRole('heading', both)).toBeVisible();
  expect(await violationsEverywhere(page)).toEqual([]);
  await page.getByRole('button', { name: 'All districts' }).click();
  await expect(table()).toBeVisible();
});

test('commissioning has shares, a short list and no fault that a program can find', async () => {
  test.setTimeout(240_000);
  await page.getByRole('link', { name: 'Commissioning', exact: true }).click();
  await page.getByRole('combobox', { name: 'Service' }).first().selectOption('any');
  await expect(page.locator('section .body[aria-busy="false"]')).toBeVisible();
  await page.getByRole('button', { name: /^Add to short list\s*: Thanet/ }).click();
  const list = page.getByRole('region', { name: 'Short list' });
  await expect(list.getByText(/^Thanet: \d+\.\d.% of Kent’s need/)).toBeVisible();
  await page.getByRole('button', { name: 'Work it out' }).click();
  await expect(page.getByRole('heading', { name: 'What is taken for granted' })).toBeVisible({
    timeout: 90_000,
  });
  expect(await violationsEverywhere(page)).toEqual([]);
  await list.getByRole('button', { name: /^Remove\s*: Thanet/ }).click();
  await expect(list.getByText('Nothing yet.')).toBeVisible();
});

test('what a share could tell of a hidden figure is withheld', async () => {
  await page.getByRole('combobox', { name: 'Need', exact: true }).selectOption('not_known');
  await expect(page.getByText(/^The shares are withheld: not known in/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Add to short list\s*: Thanet/ })).toHaveCount(0);
});

test('nothing was complained of', () => {
  expect(complaints).toEqual([]);
});
