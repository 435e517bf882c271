// Pictures of one purpose over the sample county: their tables hold the numbers of the command line, before and after a filter.
import type { Locator, Page } from '@playwright/test';
import { violationsEverywhere } from './axe';
import { cellsOf, showPicture, showTable } from './overview_page';
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
  readonly picture: string;
  /** The page in the rail, its section and what the figure's title says whatever the numbers. */
  readonly rail: string;
  readonly section: string;
  readonly figure: RegExp;
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
  { measure, period, by }: Case,
  ...where: readonly string[]
): Promise<string[]> {
  const counts: string[] = [];
  for (const split of by) {
    const records = await sampleFigures(
      ...['--measure', measure, '--period', period, '--by', split, ...where],
    );
    counts.push(
      ...records.map(({ numerator, status }) =>
        numerator === null ? `[${status}]` : asCount(numerator),
      ),
    );
  }
  return counts.sort();
}

/**
 * The figure shows the counts of the command line. The page also holds back what would tell of few together with the
 * figures before it; each row so hidden is missing from what is shown, and the figure says so.
 */
async function expectCounts(
  figure: Locator,
  each: Case,
  onCommandLine: readonly string[],
): Promise<void> {
  const shown = await countsShown(figure, each);
  const hidden = shown.filter((count) => count === '[c]').length;
  const missing = [...onCommandLine];
  for (const count of shown.filter((other) => other !== '[c]')) {
    expect(missing, `${count} of ${shown.join()}`).toContain(count);
    missing.splice(missing.indexOf(count), 1);
  }
  expect(missing).toHaveLength(hidden);
  const heldBack = missing.filter((count) => count !== '[c]');
  expect(heldBack.length).toBeLessThan(onCommandLine.length / 3);
  if (heldBack.length > 0) await expect(figure).toContainText(/rows? (is|are) held back/);
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
    await expectCounts(figure, each, everywhere);

    await page.getByRole('combobox', { name: 'District' }).selectOption(thanet);
    await expect(page).toHaveURL(new RegExp(`district=${thanet}`));
    await expect(async () => expectCounts(figure, each, inThanet)).toPass({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Clear district' }).click();
    await expect(page).not.toHaveURL(/district=/);
    await expect(async () => expectCounts(figure, each, everywhere)).toPass({ timeout: 30_000 });
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

/** Chooses the mark of a picture that a key leads to, with the keyboard. */
async function chooseMark(figure: Locator, key: 'Home' | 'End'): Promise<void> {
  await showPicture(figure);
  await figure.getByRole('application').focus();
  await page.keyboard.press(key);
  await page.keyboard.press('Enter');
}

test('a set, a flow and a band filter the whole page, keep their other marks, and Escape clears', async () => {
  test.setTimeout(300_000);
  const [flow, sets] = [cases[0]!, cases[1]!];
  const bands: Case = {
    ...cases[3]!,
    picture: 'absence bands',
    section: 'How much is missed',
    figure: /of enrolments in .* missed 10 % or more/,
    measure: 'absence_bands',
    by: ['absence_band'],
  };
  for (const { each, key, dimension } of [
    { each: sets, key: 'End', dimension: 'service' },
    { each: flow, key: 'Home', dimension: 'offer' },
    { each: bands, key: 'End', dimension: 'absence_band' },
  ] as const) {
    const figure = await open(each);
    const before = await countsShown(figure, each);
    await chooseMark(figure, key);
    await expect(page, each.picture).toHaveURL(new RegExp(`[#&]${dimension}=[^&]+`));
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0, { timeout: 60_000 });
    expect(await countsShown(figure, each), each.picture).toEqual(before);
    if (dimension === 'service') {
      const [, code = ''] = /[#&]service=([^&]+)/.exec(page.url()) ?? [];
      const demand: Case = {
        ...sets,
        section: 'Caseload',
        figure: /^Demand per 10,000 of the population/,
        measure: 'demand_per_10000',
        by: ['district'],
      };
      expect(await countsShown(await open(demand), demand)).toEqual(
        await countsOnCommandLine(demand, '--where', `service=${code}`),
      );
    }
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page, each.picture).not.toHaveURL(new RegExp(`${dimension}=`));
  }
});

test('nothing was complained of', () => {
  expect(complaints).toEqual([]);
});
