import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { asCount, asPer1000, asPercent, sampleFigures, type FigureRecord } from './sample_figures';
import {
  cellsOf,
  chart,
  headingsOf,
  overviewReady,
  sampleReady,
  showPicture,
  showTable,
} from './overview_page';
import { expect, test } from './sample_page';

// One load of the sample county serves every test of the page as it is.
test.describe.configure({ mode: 'serial' });

const kent: Readonly<Record<string, string>> = {
  E07000105: 'Ashford',
  E07000106: 'Canterbury',
  E07000107: 'Dartford',
  E07000108: 'Dover',
  E07000109: 'Gravesham',
  E07000110: 'Maidstone',
  E07000111: 'Sevenoaks',
  E07000112: 'Folkestone and Hythe',
  E07000113: 'Swale',
  E07000114: 'Thanet',
  E07000115: 'Tonbridge and Malling',
  E07000116: 'Tunbridge Wells',
};

let page: Page;
let complaints: readonly string[];

const thanet = 'E07000114';

/** What the command line prints of the sample county. */
let printed: Awaited<ReturnType<typeof figuresPrinted>>;

async function figuresPrinted() {
  const byDistrict = ['--by', 'district', '--period'];
  const months = ['--measure', 'neet,not_known', '--period', '2024-09,2025-01'];
  const services = ['--measure', 'service_involvement', '--by', 'service,district'];
  const [absence, onMap, inKent, inThanet, involvement] = await Promise.all([
    sampleFigures('--measure', 'persistent_absence', ...byDistrict, '2024-25'),
    sampleFigures('--measure', 'neet_or_not_known', ...byDistrict, '2025-djf'),
    sampleFigures(...months),
    sampleFigures(...months, '--where', `district=${thanet}`),
    sampleFigures(...services, '--period', '2025-07'),
  ]);
  return { absence, onMap, inKent, inThanet, involvement };
}

test.beforeAll(async ({ sampleTab }) => {
  test.setTimeout(240_000);
  ({ page, complaints } = sampleTab);
  [printed] = await Promise.all([figuresPrinted(), sampleTab.afresh()]);
});

/** A district's row of a table twin as the command line's record says it should read. */
function districtRow(record: FigureRecord): string[] {
  return [
    kent[record.district ?? ''] ?? '',
    asCount(record.numerator),
    asCount(record.denominator),
    asPercent(record.value),
    asPercent(record.lower),
    asPercent(record.upper),
  ];
}

test('has words, four tiles and four charts', async () => {
  await expect(page.getByLabel('What the figures say')).toContainText('Kent');
  await expect(page.getByRole('article')).toHaveCount(4);
  for (const tile of await page.getByRole('article').all()) {
    await expect(tile).toContainText(/\d\.\d\s%/);
    await expect(tile).toContainText(/95\s%\sinterval/);
  }
  await expect(page.locator('figure')).toHaveCount(4);
  await expect(page.locator('figure svg').first()).toBeVisible();
});

test('shows persistent absence by district as the command line prints it, tile and table', async () => {
  const records = printed.absence;
  expect(records).toHaveLength(12);
  const shown = await cellsOf(await showTable(chart(page, 2)));
  const districts = shown.filter(([name]) => name !== 'Kent').map((cells) => cells.slice(0, 6));
  expect(districts.sort()).toEqual(records.map(districtRow).sort());

  const total = (name: 'numerator' | 'denominator') =>
    asCount(records.reduce((sum, record) => sum + (record[name] ?? 0), 0));
  const county = shown.find(([name]) => name === 'Kent');
  expect(county?.slice(1, 3)).toEqual([total('numerator'), total('denominator')]);
  const tile = page.getByRole('article', { name: 'Persistent absence' });
  await expect(tile).toContainText(`${total('numerator')} of ${total('denominator')}`);
});

test('shows NEET on the map and by month as the command line prints it', async () => {
  const shown = await cellsOf(await showTable(chart(page, 1)));
  const districts = shown.filter(([name]) => name !== 'Kent').map((cells) => cells.slice(0, 6));
  const listed = printed.onMap.filter(({ district }) => district !== 'unknown');
  expect(districts.sort()).toEqual(listed.map(districtRow).sort());

  await expectMonths(printed.inKent);
});

/** The chart of months has, in its table twin, the rows that the command line prints. */
async function expectMonths(records: readonly FigureRecord[]): Promise<void> {
  const byMonth = await cellsOf(await showTable(chart(page, 0)));
  const names: Record<string, string> = { neet: 'NEET', not_known: 'Not known' };
  const labels: Record<string, string> = {
    '2024-09': 'September 2024',
    '2025-01': 'January 2025',
  };
  expect(records).toHaveLength(4);
  for (const record of records) {
    const [label, name] = [labels[record.period], names[record.measure]];
    const row = byMonth.find((cells) => cells[0] === label && cells[1] === name);
    expect(row?.slice(2, 7)).toEqual([
      asCount(record.numerator),
      asCount(record.denominator),
      ...[record.value, record.lower, record.upper].map(asPercent),
    ]);
  }
}

test('shows open involvement as the command line prints it, hidden figures too', async () => {
  const month = /July 2025/;
  await expect(chart(page, 3).locator('.subtitle')).toContainText(month);
  const records = printed.involvement;
  const table = await showTable(chart(page, 3));
  const headings = await headingsOf(table);
  const rows = await cellsOf(table);
  const earlyHelp = rows.find(([service]) => service === 'Early Help');
  const custody = rows.find(([service]) => service === 'Youth justice');
  for (const [service, row] of [
    ['early_help', earlyHelp],
    ['youth_justice', custody],
  ] as const) {
    for (const [code, name] of Object.entries(kent)) {
      const record = records.find((each) => each.service === service && each.district === code);
      expect([name, row?.[headings.indexOf(name)]]).toEqual([
        name,
        asPer1000(record?.value ?? null),
      ]);
    }
  }
  // Some of these are few people, so the comparison is of hidden figures as well.
  expect(records.some(({ status }) => status === 'c')).toBe(true);
});

test('filters by a click on a district in the table, and back by a second', async () => {
  const ranked = await showTable(chart(page, 2));
  const inTable = ranked.getByRole('button', { name: 'Thanet' });
  const tile = page.getByRole('article', { name: 'Persistent absence' });
  const county = await tile.textContent();
  await inTable.click();
  await expect(page).toHaveURL(new RegExp(`#.*district=${thanet}`));
  await overviewReady(page);
  await expect(page.getByLabel('What the figures say')).toContainText('Thanet');
  await expect(inTable).toHaveAttribute('aria-pressed', 'true');
  // The tile and the months are now Thanet's, as the command line prints them.
  const record = printed.absence.find(({ district }) => district === thanet);
  const [missed, of] = [record?.numerator ?? null, record?.denominator ?? null].map(asCount);
  await expect(tile).toContainText(`${missed} of ${of}`);
  await expectMonths(printed.inThanet);

  await inTable.click();
  await overviewReady(page);
  await expect(page).not.toHaveURL(/district=/);
  await expect(tile).toHaveText(county ?? '');
});

test('goes back and forward through the views, and a link carries one', async ({ browser }) => {
  await page.getByRole('combobox', { name: 'District' }).selectOption('Swale');
  await expect(page).toHaveURL(/district=E07000113/);
  await page.getByRole('combobox', { name: 'Term or period' }).selectOption('term 2');
  await expect(page).toHaveURL(/period=t2/);
  await page
    .getByRole('combobox', { name: 'Measure on the map' })
    .selectOption({ value: 'severe_absence' });
  await expect(page).toHaveURL(/map=severe_absence/);
  await overviewReady(page);
  const words = await page.getByLabel('What the figures say').textContent();
  const link = page.url();

  await page.goBack();
  await expect(page).not.toHaveURL(/map=/);
  await page.goBack();
  await expect(page).not.toHaveURL(/period=/);
  await expect(page.getByRole('combobox', { name: 'Term or period' })).toHaveValue('year');
  await page.goForward();
  await page.goForward();
  await expect(page).toHaveURL(link);
  await overviewReady(page);
  await expect(page.getByLabel('What the figures say')).toHaveText(words ?? '');

  // The same link in a new tab asks for data, and shows the view once it is there.
  const other = await browser.newPage();
  await other.goto(link);
  await expect(other.getByText('There is no data in this tab yet')).toBeVisible();
  await other.getByRole('button', { name: 'Explore the sample county' }).click();
  await sampleReady(other);
  await expect(other).toHaveURL(link);
  await expect(other.getByLabel('What the figures say')).toHaveText(words ?? '');
  await expect(other.getByRole('combobox', { name: 'Measure on the map' })).toHaveValue(
    'severe_absence',
  );
  await other.close();
  await page.getByRole('navigation').getByRole('link', { name: 'Overview' }).click();
  await overviewReady(page);
});

test('lets the keyboard walk through the marks, and says each', async () => {
  await showPicture(chart(page, 2));
  const picture = chart(page, 2).getByRole('application');
  await picture.focus();
  await page.keyboard.press('ArrowRight');
  const said = chart(page, 2).locator('[aria-live]');
  await expect(said).toContainText(/\d\.\d\s%/);
  const first = await said.textContent();
  await page.keyboard.press('ArrowRight');
  await expect(said).not.toHaveText(first ?? '');
  await page.keyboard.press('t');
  await expect(chart(page, 2).getByRole('table')).toBeVisible();
  await expect(page.locator(':focus')).toHaveAttribute('aria-keyshortcuts', 't');
});

test('marks sample data on every page and inside the files it hands over', async () => {
  const download = async (figure: number, kind: string): Promise<[string, string]> => {
    const saved = page.waitForEvent('download');
    await chart(page, figure)
      .getByRole('button', { name: `Download ${kind}` })
      .click();
    const file = await saved;
    return [file.suggestedFilename(), await readFile(await file.path(), 'utf8')];
  };
  const [csvName, csv] = await download(2, 'CSV');
  expect(csvName).toMatch(/^waymark-sample-.*\.csv$/);
  const lines = csv.trim().split('\r\n');
  expect(lines.length).toBeGreaterThan(12);
  expect(lines.slice(1).every((line) => line.endsWith('sample: everyone is invented'))).toBe(true);

  await showPicture(chart(page, 2));
  const [svgName, svg] = await download(2, 'SVG');
  expect(svgName).toMatch(/^waymark-sample-.*\.svg$/);
  expect(svg).toContain('Sample data. Everyone in it is invented.');

  for (const name of ['Start', 'Data', 'Methods', 'Overview']) {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();
    await expect(page.getByText('Everyone in it is invented.')).toBeVisible();
  }
});

test('has one heading, landmarks, and a name for everything that can be pressed', async () => {
  for (const name of ['Start', 'Data', 'Methods', 'Overview']) {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(page.getByRole('main')).toHaveCount(1);
    await expect(page.getByRole('banner')).toHaveCount(1);
    await expect(page.getByRole('navigation', { name: 'Pages' })).toHaveCount(1);
    const controls = page.locator('button, a[href], select, [role="application"], summary');
    expect(await controls.count()).toBeGreaterThan(4);
    await expect(page.getByRole('button', { name: /^$/ })).toHaveCount(0);
    await expect(page.getByRole('link', { name: /^$/ })).toHaveCount(0);
    await expect(page.getByRole('combobox', { name: /^$/ })).toHaveCount(0);
    await expect(page.getByRole('application', { name: /^$/ })).toHaveCount(0);
  }
  await overviewReady(page);
  const tiny = await page.locator('button:visible, select:visible').evaluateAll((controls) =>
    controls
      .map((control) => ({ name: control.textContent, box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ name }) => name),
  );
  expect(tiny).toEqual([]);
});

test('fits 320 pixels without sideways scrolling of the page, and prints without controls', async () => {
  await page.setViewportSize({ width: 320, height: 800 });
  for (const name of ['Start', 'Data', 'Methods', 'Overview']) {
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    if (name === 'Overview') await overviewReady(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect([name, width]).toEqual([name, 320]);
  }
  await page.setViewportSize({ width: 1440, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByLabel('What the figures say')).toBeVisible();
  await expect(page.getByText('Everyone in it is invented.')).toBeVisible();
  await expect(page.locator('main button:visible, main select:visible, nav:visible')).toHaveCount(
    0,
  );
  await page.emulateMedia({ media: 'screen' });
});

test('asks for data again when the page is opened anew, and had nothing to complain of', async () => {
  await page.reload();
  await expect(page.getByText('There is no data in this tab yet')).toBeVisible();
  await expect(page.getByText('Everyone in it is invented.')).toHaveCount(0);
  expect(complaints).toEqual([]);
});
