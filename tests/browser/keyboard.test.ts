// The main task of every page, with the keyboard alone: nothing is clicked, and nothing is given the focus.
import type { Locator, Page } from '@playwright/test';
import { chooseNext, expectVisibleFocus, goByRail, press, skipToContent, tabTo } from './keys';
import { overviewReady, sampleReady } from './overview_page';
import { complaintsOf } from './complaints';
import { expect, test } from './sparing_test';

// One load of the sample county serves every test, with pages that work ahead as they do for most readers.
test.use({ sparing: false });
test.describe.configure({ mode: 'serial' });

let page: Page;
let complaints: readonly string[];

test.beforeAll(async ({ browser }) => {
  page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  page.setDefaultTimeout(20_000);
  complaints = complaintsOf(page);
});

test.beforeEach(() => {
  test.setTimeout(240_000);
});

test.afterAll(async () => {
  await page.close();
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const combobox = (name: string) => page.getByRole('combobox', { name, exact: true });
const figureOf = (title: RegExp) =>
  page
    .locator('figure')
    .filter({ has: page.getByRole('heading', { name: title }) })
    .first();

/** Nothing of the page is on its way. */
async function ready(): Promise<void> {
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0, { timeout: 60_000 });
}

/** Reaches a picture, walks its marks and hears them. */
async function walkMarks(figure: Locator): Promise<void> {
  await tabTo(page, figure.getByRole('application'));
  const said = figure.locator('[aria-live=polite]');
  await page.keyboard.press('ArrowRight');
  await expect(said).toHaveText(/: \S/);
  const first = (await said.textContent()) ?? '';
  await page.keyboard.press('End');
  await expect(said).not.toHaveText(first);
}

/** Filters the page by the mark walked to, sees the view change, and clears it again. */
async function filterByMark(field: RegExp): Promise<void> {
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(field);
  await ready();
  // The first Escape leaves the mark, if the picture was not drawn anew; the next clears the view.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(field);
  await ready();
}

/** Turns a picture into its table and back, reads how it is made and takes the CSV away. */
async function readAsTable(figure: Locator): Promise<void> {
  await tabTo(page, figure.getByRole('button', { name: 'Table', exact: true }));
  await page.keyboard.press('t');
  await expect(figure.getByRole('table')).toBeVisible();
  await expectVisibleFocus(page);
  const download = page.waitForEvent('download');
  await press(page, figure.getByRole('button', { name: /^Download CSV/ }));
  expect((await download).suggestedFilename()).toMatch(/^waymark-sample-.*\.csv$/);
  await press(page, figure.getByRole('button', { name: 'How is this made?' }));
  await expect(figure.getByText('Definition', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('t');
  await expect(figure.getByRole('application')).toBeVisible();
}

/** Another district by the sentence, which a cross beside it takes back. */
async function chooseDistrict(): Promise<void> {
  const code = await chooseNext(page, combobox('District'));
  await expect(page).toHaveURL(new RegExp(`district=${code}`));
  await ready();
  // The skip link leaves the view as it is.
  await skipToContent(page);
  await expect(page).toHaveURL(new RegExp(`district=${code}`));
  await press(page, button('Clear district'));
  await expect(page).not.toHaveURL(/district=/);
  await ready();
}

test('Start: the sample county is explored', async () => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await tabTo(page, page.getByRole('link', { name: 'Skip to main content' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await press(page, button('Explore the sample county'));
  await sampleReady(page);
});

test('Overview: a district, a mark, a table, and how it is made', async () => {
  await skipToContent(page);
  await chooseDistrict();
  await overviewReady(page);
  const figure = figureOf(/^Persistent absence runs/);
  await walkMarks(figure);
  await filterByMark(/district=/);
  await overviewReady(page);
  await readAsTable(figure);
});

for (const { name, section, title, filter } of [
  { name: 'NEET', section: 'Where', title: /^NEET or not known runs from/, filter: /district=/ },
  {
    name: 'Attendance',
    section: 'Where',
    title: /^Persistent absence runs from/,
    filter: /district=/,
  },
  {
    name: 'Enforcement',
    section: 'Where and who',
    title: /^Penalty notices by year group/,
    filter: /year_group=/,
  },
  {
    name: 'Services',
    section: 'From one service to the next',
    title: /^Re-referrals/,
    filter: /district=/,
  },
]) {
  test(`${name}: a section, a district, a mark, a table, and how it is made`, async () => {
    await goByRail(page, name);
    await ready();
    await chooseDistrict();
    const jump = page.getByRole('navigation', { name: 'Sections of this page' });
    await press(page, jump.getByRole('link', { name: section, exact: true }));
    await expectVisibleFocus(page);
    const figure = figureOf(title);
    await expect(figure.locator('svg')).toBeVisible({ timeout: 60_000 });
    await ready();
    await walkMarks(figure);
    await filterByMark(filter);
    await readAsTable(figure);
  });
}

test('Districts: two beside each other, and another column', async () => {
  // A profile's chapters are asked for when the reader comes to them.
  const districtsReady = () =>
    expect(page.locator('.districts[aria-busy="false"]')).toBeVisible({ timeout: 60_000 });
  await goByRail(page, 'Districts');
  await districtsReady();
  const table = page.getByRole('table', { name: /^The districts of Kent/ });
  await press(page, page.getByText('Choose the columns'));
  await tabTo(page, page.getByRole('searchbox', { name: 'Find a measure' }));
  await page.keyboard.type('absence for illness');
  const column = page.getByRole('checkbox', { name: 'Absence for illness', exact: true });
  await press(page, column, 'Space');
  await expect(column).toBeChecked();
  await districtsReady();
  await press(page, table.getByRole('button', { name: 'Absence for illness', exact: true }));
  await expect(table.getByRole('columnheader', { name: 'Absence for illness' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await press(page, table.getByRole('button', { name: 'Thanet', exact: true }));
  await expect(page.getByRole('heading', { level: 2, name: 'Thanet' })).toBeVisible();
  await chooseNext(page, combobox('Another district'));
  await expect(page.getByRole('heading', { level: 2, name: 'Ashford and Thanet' })).toBeVisible();
  await districtsReady();
  await press(page, button('All districts'));
  await expect(table).toBeVisible();
  await districtsReady();
  const dots = page.locator('figure').last();
  await walkMarks(dots);
  await readAsTable(dots);
});

test('Commissioning: shares, the short list, and another assumption', async () => {
  await goByRail(page, 'Commissioning');
  await ready();
  await chooseNext(page, combobox('Service').first());
  await ready();
  const figure = page.locator('figure').first();
  await walkMarks(figure);
  await readAsTable(figure);
  await press(page, button(/^Add to short list\s*: Thanet$/));
  const list = page.getByRole('region', { name: 'Short list' });
  await expect(list.getByText(/^Thanet: /)).toBeVisible();
  const assumption = page
    .getByRole('group', { name: 'What to work it out for' })
    .locator('input')
    .first();
  await tabTo(page, assumption);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/set\./);
  await press(page, button('Work it out'));
  await expect(page.getByText('The answer is below.')).toBeVisible({ timeout: 90_000 });
  await press(page, list.getByRole('button', { name: /^Remove\s*: Thanet/ }));
  await expect(list.getByText('Nothing yet.')).toBeVisible();
});

test('Measures: one is found and chosen, split and read', async () => {
  await goByRail(page, 'Measures');
  await tabTo(page, page.getByRole('searchbox', { name: /^Find among/ }));
  await page.keyboard.type('severe absence');
  const measures = page.getByRole('navigation', { name: 'Choose among measures' });
  await press(page, measures.getByRole('link', { name: 'Severe absence', exact: true }));
  await expect(page.getByRole('heading', { level: 1, name: 'Severe absence' })).toBeVisible();
  await ready();
  await chooseNext(page, combobox('Split'));
  await expect(page).toHaveURL(/by=/);
  await ready();
  const figure = page.locator('figure').first();
  await walkMarks(figure);
  await readAsTable(figure);
});

test('Models: one is chosen and worked out', async () => {
  await goByRail(page, 'Models');
  const models = page.getByRole('navigation', { name: 'Choose among models' });
  const name = 'District comparison that is fair';
  await press(page, models.getByRole('link', { name }));
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await press(page, button('Work it out'));
  await expect(page.getByText('The answer is below.')).toBeVisible({ timeout: 60_000 });
  await walkMarks(page.locator('.result figure').first());
});

test('Methods: the dictionary is searched and an entry read', async () => {
  await goByRail(page, 'Methods');
  await tabTo(page, page.getByRole('searchbox', { name: 'Find a measure or a model' }));
  await page.keyboard.type('severe absence');
  await expect(page.getByText(/found$/)).toBeVisible();
  await press(page, page.locator('#severe_absence > summary'));
  await expect(page.getByRole('region', { name: 'SQL of Severe absence' })).toBeVisible();
  await tabTo(page, page.getByRole('region', { name: 'SQL of Severe absence' }));
});

test('Data: a file is removed, and everything is wiped', async () => {
  await goByRail(page, 'Data');
  const file = page.getByRole('listitem', { name: 'guarantees.parquet' });
  await press(page, file.getByRole('button', { name: /^Remove/ }));
  await expect(file).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Files' })).toBeFocused();
  await expect(page.getByText(/Nothing has left this tab\.$/)).toBeVisible({ timeout: 60_000 });
  await tabTo(page, button('Wipe everything'));
  await page.keyboard.press('Enter');
  const question = page.getByRole('dialog', { name: 'Wipe everything from this tab?' });
  // The dialog holds the focus, and Escape leaves everything as it was.
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(button('Wipe everything')).toBeFocused();
  await expectVisibleFocus(page);
  await page.keyboard.press('Enter');
  await press(page, question.getByRole('button', { name: 'Wipe everything now' }));
  await expect(page.getByText('Everything is gone from this tab.')).toBeVisible();
  await expect(page.getByText('Nothing is loaded.')).toBeVisible();
});

test('nothing was complained of', () => {
  expect(complaints).toEqual([]);
});
