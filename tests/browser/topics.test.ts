// The topic pages over the sample county: their numbers are those of the command line, before and after a filter.
import type { Locator, Page } from '@playwright/test';
import { violationsEverywhere } from './axe';
import { cellsOf, showTable } from './overview_page';
import { asCount, sampleFigures } from './sample_figures';
import { expect, test } from './sample_page';

// One view of the page leads to the next.
test.describe.configure({ mode: 'serial' });

let page: Page;
let complaints: readonly string[];
const thanet = 'E07000114';

test.beforeAll(async ({ sampleTab }) => {
  test.setTimeout(240_000);
  ({ page, complaints } = sampleTab);
  await sampleTab.afresh();
});

interface Case {
  /** The page in the rail, its section and how the figure's title begins. */
  readonly rail: string;
  readonly heading: string;
  readonly section: string;
  readonly figure: RegExp;
  readonly measure: string;
  readonly period: string;
  readonly by: string;
}

const cases: readonly Case[] = [
  {
    rail: 'NEET',
    heading: 'NEET and destinations',
    section: 'Who',
    figure: /^NEET or not known by special educational needs/,
    measure: 'neet_or_not_known',
    period: '2025-djf',
    by: 'sen',
  },
  {
    rail: 'Attendance',
    heading: 'Attendance',
    section: 'Who',
    figure: /^Persistent absence by free school meals/,
    measure: 'persistent_absence',
    period: '2024-25',
    by: 'free_school_meals',
  },
  {
    rail: 'Enforcement',
    heading: 'Enforcement and licences',
    section: 'Where and who',
    figure: /^Penalty notices by year group/,
    measure: 'penalty_notices',
    period: '2024-25',
    by: 'year_group',
  },
  {
    rail: 'Services',
    heading: 'Services',
    section: 'Services together',
    figure: /^Highest involvement: highest for/,
    measure: 'highest_involvement',
    period: '2025-07',
    by: 'highest_involvement',
  },
];

async function open({ rail, heading, section, figure }: Case): Promise<Locator> {
  await page.getByRole('link', { name: rail, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  // A section is worked out when the reader comes to it.
  await page
    .getByRole('heading', { level: 2, name: section, exact: true })
    .scrollIntoViewIfNeeded();
  const found = page
    .locator('figure')
    .filter({ has: page.getByRole('heading', { name: figure }) })
    .first();
  await expect(found).toBeVisible({ timeout: 60_000 });
  await settled(found);
  return found;
}

/** Nothing of the figure's panel is on its way. */
async function settled(figure: Locator): Promise<void> {
  const panel = page.locator('.panel-body').filter({ has: figure });
  await expect(panel).toHaveAttribute('aria-busy', 'false', { timeout: 60_000 });
}

async function countsShown(figure: Locator): Promise<string[]> {
  const table = await showTable(figure);
  return (await cellsOf(table)).map((cells) => cells.slice(1, 3).join(' of ')).sort();
}

async function countsOnCommandLine(
  { measure, period, by }: Case,
  ...where: readonly string[]
): Promise<string[]> {
  const records = await sampleFigures(
    ...['--measure', measure, '--period', period, '--by', by, ...where],
  );
  return records
    .map(({ numerator, denominator, status }) =>
      [numerator, denominator]
        .map((count) => (count === null ? `[${status}]` : asCount(count)))
        .join(' of '),
    )
    .sort();
}

for (const each of cases) {
  test(`${each.heading}: the numbers are those of the command line, before and after a filter`, async () => {
    test.setTimeout(180_000);
    const onCommandLine = Promise.all([
      countsOnCommandLine(each),
      countsOnCommandLine(each, '--where', `district=${thanet}`),
    ]);
    const figure = await open(each);
    const [everywhere, inThanet] = await onCommandLine;
    expect(await countsShown(figure)).toEqual(everywhere);

    await page.getByRole('combobox', { name: 'District' }).selectOption(thanet);
    await expect(page).toHaveURL(new RegExp(`district=${thanet}`));
    await expect.poll(() => countsShown(figure), { timeout: 30_000 }).toEqual(inThanet);
    await page.getByRole('button', { name: 'Clear district' }).click();
    await expect(page).not.toHaveURL(/district=/);
  });
}

test('a filter goes along from page to page, and Escape clears it', async () => {
  await page.getByRole('link', { name: 'NEET', exact: true }).click();
  await page.getByRole('combobox', { name: 'Sex' }).selectOption('F');
  await page.getByRole('link', { name: 'Attendance', exact: true }).click();
  await expect(page).toHaveURL(/sex=F/);
  await expect(page.getByRole('combobox', { name: 'Sex' })).toHaveValue('F');
  await expect(page.getByRole('article', { name: 'Persistent absence' })).toContainText(/\d of \d/);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/sex=/);
  await page.goBack();
  await expect(page).toHaveURL(/sex=F/);
  await page.getByRole('button', { name: 'Clear sex' }).click();
});

test('a link that names what does not exist says so and shows the rest', async () => {
  await page.evaluate(() => (location.hash = 'v=1&sex=Q&sen=E&district=E99999999'));
  await expect(page.getByText(/group “Sex” “Q”, which does not exist here/)).toBeVisible();
  await expect(page.getByText(/district “E99999999”, which does not exist here/)).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Special educational needs' })).toHaveValue('E');
  await page.evaluate(() => (location.hash = ''));
});

test('no topic page has a fault that a program can find', async () => {
  test.setTimeout(240_000);
  for (const each of cases) {
    await open(each);
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0, { timeout: 60_000 });
    expect(await violationsEverywhere(page), each.rail).toEqual([]);
  }
});

test('nothing was complained of', () => {
  expect(complaints).toEqual([]);
});
