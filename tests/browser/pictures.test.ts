// Pictures of one purpose over the sample county: their tables hold the numbers of the command line, before and after a filter.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { violationsEverywhere } from './axe';
import { cellsOf, exploreSample, showPicture, showTable } from './overview_page';
import { asCount, sampleFigures } from './sample_figures';

// One load of the sample county serves every test.
test.describe.configure({ mode: 'serial' });

let page: Page;
const complaints: string[] = [];
const thanet = 'E07000114';

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await exploreSample(page);
});

test.afterAll(async () => {
  await page.close();
});

interface Case {
  readonly picture: string;
  /** The page in the rail, its section and what the figure's title says whatever the numbers. */
  readonly rail: string;
  readonly section: string;
  readonly figure: RegExp;
  readonly files: readonly string[];
  readonly measure: string;
  readonly period: string;
  /** How it is split; a picture of several tables has the rows of all of them. */
  readonly by: readonly string[];
  /** The columns of words before the first number. */
  readonly words: number;
  /** How often "All" stands in a row that is split so; a table may hold totals too. */
  readonly alls: number;
}

const cases: readonly Case[] = [
  {
    picture: 'the flow from intention over offer to December',
    rail: 'NEET',
    section: 'From offer to destination',
    figure: /leavers? of Year 11 in .* suitable offer/,
    files: ['activities', 'guarantees'],
    measure: 'intention_to_december',
    period: '2024-25',
    by: ['intended_kind,offer', 'offer,december_kind'],
    words: 3,
    alls: 1,
  },
  {
    picture: 'services together',
    rail: 'Services',
    section: 'Services together',
    figure: /people shown have one service alone/,
    files: ['involvements'],
    measure: 'services_together',
    period: '2025-07',
    by: ['service_combination'],
    words: 1,
    alls: 0,
  },
  {
    picture: 'the steps from threshold to court',
    rail: 'Enforcement',
    section: 'From threshold to court',
    figure: /that met the threshold of a penalty notice/,
    // Ten school weeks may reach back into the year before.
    files: ['enrolments', 'enforcements', 'attendance-2023-24', 'attendance-2024-25'],
    measure: 'threshold_to_court',
    period: '2024-25',
    by: ['threshold_step'],
    words: 1,
    alls: 0,
  },
  {
    picture: 'the curve of concentration',
    rail: 'Attendance',
    section: 'How much is missed',
    figure: /of all sessions missed in .* the less absent half/,
    files: ['enrolments', 'attendance-2024-25'],
    measure: 'absence_by_tenth',
    period: '2024-25',
    by: ['absence_tenth'],
    words: 1,
    alls: 0,
  },
];

async function open({ rail, section, figure }: Case): Promise<Locator> {
  await page.getByRole('link', { name: rail, exact: true }).click();
  // A section is worked out when the reader comes to it.
  const heading = page.getByRole('heading', { level: 2, name: section, exact: true }).first();
  await heading.scrollIntoViewIfNeeded();
  const found = page
    .locator('figure')
    .filter({ has: page.getByRole('heading', { name: figure }) })
    .first();
  await expect(found).toBeVisible({ timeout: 60_000 });
  const panel = page.locator('.panel-body').filter({ has: found });
  await expect(panel).toHaveAttribute('aria-busy', 'false', { timeout: 60_000 });
  return found;
}

async function countsShown(figure: Locator, { words, alls }: Case): Promise<string[]> {
  const table = await showTable(figure);
  return (await cellsOf(table))
    .filter((cells) => cells.filter((cell) => cell === 'All').length === alls)
    .map((cells) => cells[words] ?? '')
    .sort();
}

async function countsOnCommandLine(
  { files, measure, period, by }: Case,
  ...where: readonly string[]
): Promise<string[]> {
  const always = ['people.parquet', 'schools.parquet', 'restrictions.parquet', 'calendar.csv'];
  const counts: string[] = [];
  for (const split of by) {
    const records = await sampleFigures(
      [...always, ...files.map((name) => `${name}.parquet`)],
      ...['--measure', measure, '--period', period, '--by', split, ...where],
    );
    counts.push(...records.map(({ numerator }) => asCount(numerator)));
  }
  return counts.sort();
}

for (const each of cases) {
  test(`${each.picture}: the numbers are those of the command line, before and after a filter`, async () => {
    test.setTimeout(300_000);
    const onCommandLine = Promise.all([
      countsOnCommandLine(each),
      countsOnCommandLine(each, '--where', `district=${thanet}`),
    ]);
    const figure = await open(each);
    const [everywhere, inThanet] = await onCommandLine;
    expect(everywhere.length).toBeGreaterThan(5);
    expect(await countsShown(figure, each)).toEqual(everywhere);

    await page.getByRole('combobox', { name: 'District' }).selectOption(thanet);
    await expect(page).toHaveURL(new RegExp(`district=${thanet}`));
    await expect.poll(() => countsShown(figure, each), { timeout: 30_000 }).toEqual(inThanet);
    await page.getByRole('button', { name: 'Clear district' }).click();
    await expect(page).not.toHaveURL(/district=/);
    await expect.poll(() => countsShown(figure, each), { timeout: 30_000 }).toEqual(everywhere);
  });

  test(`${each.picture}: arrow keys say every mark, and axe finds no fault`, async () => {
    test.setTimeout(180_000);
    const figure = await open(each);
    await showPicture(figure);
    const picture = figure.getByRole('application');
    await picture.focus();
    await page.keyboard.press('Home');
    await expect(figure.locator('[aria-live="polite"]')).toContainText(/: .*\d/);
    await page.keyboard.press('End');
    await expect(figure.locator('[aria-live="polite"]')).toContainText(/: ./);
    await page.keyboard.press('Escape');
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0, { timeout: 60_000 });
    expect(await violationsEverywhere(page)).toEqual([]);
  });
}

test('nothing was complained of', () => {
  expect(complaints).toEqual([]);
});
