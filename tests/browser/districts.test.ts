import type { Page } from '@playwright/test';
import { violationsEverywhere } from './axe';
import { cellsOf, nothingBusy, openByRail, showTable } from './overview_page';
import { asCount, asPercent, sampleFigures, type FigureRecord } from './sample_figures';
import { expect, test } from './sample_page';

// One view of the page leads to the next.
test.describe.configure({ mode: 'serial' });

let page: Page;
let complaints: readonly string[];

/** What the command line prints of the sample county. */
let printed: Awaited<ReturnType<typeof figuresPrinted>>;

async function figuresPrinted() {
  const neet = ['--measure', 'neet_or_not_known', '--by', 'district', '--period', '2025-djf'];
  const cases = ['--measure', 'open_caseload', '--by', 'district', '--period', '2025-07'];
  const attendance = ['--measure', 'persistent_absence', '--period', '2024-25', '--by'];
  const [absence, atHome, everybody, girls, allCases, casework] = await Promise.all([
    sampleFigures(...attendance, 'district'),
    sampleFigures(...attendance, 'home_district'),
    sampleFigures(...neet),
    sampleFigures(...neet, '--where', 'sex=F'),
    sampleFigures(...cases),
    sampleFigures(...cases, '--where', 'service=attendance_casework'),
  ]);
  return { absence, atHome, everybody, girls, allCases, casework };
}

test.beforeAll(async ({ sampleTab }) => {
  test.setTimeout(240_000);
  ({ page, complaints } = sampleTab);
  [printed] = await Promise.all([figuresPrinted(), sampleTab.afresh()]);
});

async function ready(): Promise<void> {
  await expect(page.locator('.districts[aria-busy="false"]')).toBeVisible({ timeout: 60_000 });
}

const table = () => page.getByRole('table', { name: /^The districts of Kent/ });

const districts = [
  ['Thanet', 'E07000114'],
  ['Ashford', 'E07000105'],
  ['Dartford', 'E07000107'],
] as const;

/** Compares a column of the table with what the command line prints. */
async function expectColumn(measure: string, records: readonly FigureRecord[]): Promise<void> {
  const headings = await table().locator('thead th button').allTextContents();
  const column = headings.findIndex((text) => text.trim().startsWith(measure));
  const rows = await cellsOf(table());
  for (const [name, code] of districts) {
    const record = records.find(({ district }) => district === code);
    const shown = rows.find(([district]) => district === name)?.[column] ?? '';
    expect(`${name} ${shown}`).toBe(`${name} ${asPercent(record?.value ?? null)}`);
  }
}

/** Compares the table twin of the ranked dots with it: numerator, denominator, rate, interval. */
async function expectDots(records: readonly FigureRecord[]): Promise<void> {
  const rows = await cellsOf(await showTable(page.locator('figure').last()));
  for (const [name, code] of districts) {
    const record = records.find(({ district }) => district === code);
    expect(rows.find(([district]) => district === name)?.slice(0, 6)).toEqual([
      name,
      ...[record?.numerator, record?.denominator].map((count) => asCount(count ?? null)),
      ...[record?.value, record?.lower, record?.upper].map((share) => asPercent(share ?? null)),
    ]);
  }
}

test('table and picture have the figures of the command line, before and after a filter', async () => {
  await openByRail(page, 'Districts');
  await ready();
  await expectColumn('Persistent absence', printed.absence);
  await expectColumn('NEET or not known', printed.everybody);
  await expectDots(printed.everybody);

  await page.getByRole('combobox', { name: 'Sex' }).selectOption('F');
  await expect(page).toHaveURL(/sex=F/);
  await ready();
  await expectColumn('NEET or not known', printed.girls);
  await expectDots(printed.girls);
  await page.getByRole('button', { name: 'Clear sex' }).click();
  await expect(page).not.toHaveURL(/sex=/);
  await ready();
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

/** The table of shares: need, cases, and each district's part of both, worked out from the printed counts. */
function sharesOf(need: readonly FigureRecord[], cases: readonly FigureRecord[]): string[][] {
  const counts = (records: readonly FigureRecord[]) =>
    new Map(
      records.flatMap(({ home_district, district = home_district, numerator }) =>
        /^E0700/.test(district ?? '') ? [[district, numerator ?? 0] as const] : [],
      ),
    );
  const [needed, open] = [counts(need), counts(cases)];
  const shareOf = (of: ReadonlyMap<string | undefined, number>, code: string) => {
    const total = [...of.values()].reduce((sum, count) => sum + count, 0);
    return [asCount(of.get(code) ?? 0), asPercent((of.get(code) ?? 0) / total)];
  };
  return districts.map(([name, code]) => [name, ...shareOf(needed, code), ...shareOf(open, code)]);
}

test('the shares are those of the command line, before and after a filter', async () => {
  const figure = page.getByRole('region', { name: 'Need beside service' }).locator('figure');
  const expectShares = async (cases: readonly FigureRecord[]) => {
    const expected = sharesOf(printed.atHome, cases);
    const rows = await cellsOf(await showTable(figure));
    expect(
      districts.map(([name]) => rows.find(([district]) => district === name)?.slice(0, 5)),
    ).toEqual(expected);
    // The list below the picture says the same in words.
    const [[thanet, , share] = []] = expected;
    const listed = page.getByRole('region', { name: 'District by district' });
    await expect(listed.getByRole('listitem').filter({ hasText: thanet ?? '' })).toContainText(
      `${share?.replace(' ', '\u00a0')} of the need`,
    );
  };
  await page
    .getByRole('combobox', { name: 'Need', exact: true })
    .selectOption('persistent_absence');
  // The need that is shown unless another is asked for.
  await expect(page).not.toHaveURL(/need=/);
  await nothingBusy(page);
  await expectShares(printed.allCases);

  await page.getByRole('combobox', { name: 'Service' }).first().selectOption('attendance_casework');
  await expect(page).not.toHaveURL(/service=any/);
  await nothingBusy(page);
  await expectShares(printed.casework);
});

test('what a share could tell of a hidden figure is withheld', async () => {
  await page.getByRole('combobox', { name: 'Need', exact: true }).selectOption('not_known');
  await expect(page.getByText(/^The shares are withheld: not known in/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Add to short list\s*: Thanet/ })).toHaveCount(0);
  // Four of those suspended live in Medway: one district of Kent is hidden with them.
  await page.getByRole('combobox', { name: 'Need', exact: true }).selectOption('pupils_suspended');
  await expect(
    page.getByText('The shares are withheld: pupils suspended in Sevenoaks is hidden'),
  ).toBeVisible();
});

test('nothing was complained of', () => {
  expect(complaints).toEqual([]);
});
