// A report is put together, made and taken away, and its files are read as their readers would.
import { readFile, writeFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import { violations, violationsEverywhere } from './axe';
import { cellsOf, nothingBusy, openByRail, showTable } from './overview_page';
import { readPdf } from './read_pdf';
import { asCount, asPercent, sampleFigures } from './sample_figures';
import { expect, test } from './sample_page';

// One report leads from test to test.
test.describe.configure({ mode: 'serial' });

let page: Page;
let complaints: readonly string[];

test.beforeAll(async ({ sampleTab }) => {
  ({ page, complaints } = sampleTab);
  await sampleTab.afresh();
});

const button = (name: string | RegExp, exact = true): Locator =>
  page.getByRole('button', { name, exact });
const files = (): Locator => page.getByRole('group', { name: 'Files of the report' });
const reportShown = (): Locator =>
  page.getByRole('article', { name: 'Young people who are NEET or not known: monthly report' });

async function downloadBy(press: () => Promise<void>): Promise<Download> {
  const download = page.waitForEvent('download');
  await press();
  return download;
}

async function make(): Promise<void> {
  await button(/^Make (the report|it again)$/).click();
  await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 });
  await expect(files()).toBeVisible();
}

/** Waits until every picture is drawn. */
async function drawn(): Promise<void> {
  const pictures = page.getByRole('application');
  await expect.poll(() => pictures.count()).toBeGreaterThan(3);
  for (const picture of await pictures.all()) await expect(picture.locator('svg')).toBeAttached();
  await nothingBusy(page);
}

test('begins with a template, an empty report or what is pinned', async () => {
  await openByRail(page, 'Reports');
  await expect(button('Use the pinned figures')).toBeDisabled();
  expect(await violationsEverywhere(page)).toEqual([]);
  await button('Use the template Monthly NEET report').click();
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue(
    'Young people who are NEET or not known: monthly report',
  );
});

test('is not made under another profile than it says', async () => {
  await expect(button('Make the report')).toBeDisabled();
  await expect(page.getByText('The pages are under another disclosure profile')).toBeVisible();
  await button(/^Make it for “Explore inside the authority” instead$/).click();
  await expect(button('Make the report')).toBeEnabled();
});

test('sections are written, moved and filled, by hand and key', async () => {
  await button('Add a section').click();
  const added = page.locator('details').last();
  await added.getByLabel('Title of the section').fill('For the next meeting');
  await added
    .getByLabel('Commentary')
    .fill('**Ask** <script>alert(1)</script> [about it](https://example.org/)\n\n- one\n- two');
  await added.getByLabel('Measure').selectOption('participation');
  await added.getByLabel('Shown', { exact: true }).selectOption('by district');
  await button(/^Add this figure/)
    .last()
    .click();
  await expect(added.getByText('Participation by district', { exact: true })).toBeVisible();
  await button(/^Move earlier\s*: For the next meeting$/).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'was moved earlier' })).toBeAttached();
  await expect(page.locator('details').nth(-2)).toContainText('For the next meeting');
  expect(await violationsEverywhere(page)).toEqual([]);
});

test('has the figures of the command line, and commentary that can do nothing', async () => {
  await make();
  const records = await sampleFigures(
    ...['--measure', 'participation', '--by', 'district', '--period', '2025-07'],
  );
  const figure = reportShown()
    .locator('figure')
    .filter({ has: page.getByRole('heading', { name: /^Participation/ }) })
    .last();
  const rows = (await cellsOf(await showTable(figure))).map((cells) =>
    cells.slice(1, 4).join(' | '),
  );
  for (const { numerator, denominator, value } of records)
    expect(rows).toContain(
      [asCount(numerator), asCount(denominator), asPercent(value)].join(' | '),
    );

  const section = reportShown().getByRole('region', { name: 'For the next meeting' });
  await expect(section.locator('strong')).toHaveText('Ask');
  await expect(section.getByRole('listitem').first()).toHaveText('one');
  await expect(section).toContainText('<script>alert(1)</script> [about it](https://example.org/)');
  await expect(section.locator('script, a[href^="http"]')).toHaveCount(0);
  await drawn();
  expect(await violations(page)).toEqual([]);
});

test('its page needs no network and no script, and prints as a document with tags and page numbers', async ({
  browser,
}) => {
  const download = await downloadBy(() =>
    files().getByRole('button', { name: 'Web page' }).click(),
  );
  expect(download.suggestedFilename()).toBe(
    'waymark-sample-young-people-who-are-neet-or-not-known-monthly-report.html',
  );
  const path = `${await download.path()}.html`;
  await writeFile(path, await readFile(await download.path()));
  const context = await browser.newContext({ javaScriptEnabled: true, offline: true });
  const reader = await context.newPage();
  const asked: string[] = [];
  const dialogs: string[] = [];
  reader.on('request', (request) => asked.push(request.url()));
  reader.on('dialog', (dialog) => dialogs.push(dialog.message()));
  await reader.goto(`file://${path}`);
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(/monthly report/);
  expect(asked).toHaveLength(1);
  expect(dialogs).toEqual([]);
  await expect(reader.locator('script, iframe, object, [onload], [onclick]')).toHaveCount(0);
  await expect(reader.getByText('<script>alert(1)</script>').first()).toBeVisible();
  expect(await violations(reader)).toEqual([]);
  for (const width of [1440, 390]) {
    await reader.setViewportSize({ width, height: 900 });
    const wide = await reader.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide, `${width}`).toBeLessThanOrEqual(0);
  }

  const pdf = readPdf(await reader.pdf({ preferCSSPageSize: true, tagged: true }));
  await context.close();
  expect(pdf.title).toContain('monthly report');
  expect(pdf.language).toBe('en-GB');
  expect(pdf.tags.get('H1')).toBe(1);
  for (const tag of ['H2', 'Table', 'TH', 'Figure', 'L', 'Link'])
    expect(pdf.tags.get(tag), tag).toBeGreaterThan(3);
  const of = pdf.pages.length;
  expect(of).toBeGreaterThan(5);
  for (const [index, text] of pdf.pages.entries()) {
    expect(text).toContain(`Page ${index + 1} of ${of}`);
    expect(text).toContain('Sample data. Everyone in it is invented.');
  }
});

test('its spreadsheets and folder are what their names say', async () => {
  for (const [name, ending, opensWith] of [
    ['Spreadsheet (XLSX)', 'xlsx', '[Content_Types].xml'],
    ['Spreadsheet (ODS)', 'ods', 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet'],
    ['All files (ZIP)', 'zip', 'report/report.html'],
  ] as const) {
    const download = await downloadBy(() => files().getByRole('button', { name }).click());
    expect(download.suggestedFilename()).toMatch(new RegExp(`^waymark-sample-.*\\.${ending}$`));
    const content = await readFile(await download.path());
    expect(content.subarray(0, 2).toString('latin1')).toBe('PK');
    expect(content.toString('latin1')).toContain(opensWith);
  }
});

test('its definition holds no figure, and opens again as it was', async () => {
  const download = await downloadBy(() => button('Save the definition').click());
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain('For the next meeting');
  // No share and no count of the report is in it.
  expect(text).not.toMatch(/\d\.\d|\d{3}/);
  await button('Close this report').click();
  await expect(button('Open a definition')).toBeVisible();
  await page.getByLabel("File of a report's definition").setInputFiles({
    name: 'monthly.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await expect(page.locator('details').nth(-2)).toContainText('For the next meeting');
  const again = await downloadBy(() => button('Save the definition').click());
  expect(await readFile(await again.path(), 'utf8')).toBe(text);
});

test('who closes what is in no file is asked first, and a wrong file is named by its faults', async () => {
  await page.getByLabel('Subtitle').fill('Changed');
  await button('Close this report').click();
  await expect(page.getByText('The definition is in no file yet')).toBeVisible();
  await button('Close without saving').click();
  await page.getByLabel("File of a report's definition").setInputFiles({
    name: 'wrong.json',
    mimeType: 'application/json',
    buffer: Buffer.from(
      '{"format":"waymark-report","version":1,"title":"<img src=x onerror=alert(1)>"}',
    ),
  });
  await expect(page.getByRole('alert')).toContainText('wrong.json');
  await expect(page.getByRole('alert').getByRole('listitem').first()).toBeVisible();
});

test('an identifier in what is written is refused', async () => {
  await button('Begin with an empty report').click();
  await page.getByLabel('Commentary').fill('Ask about H801200001001.');
  await button('Make the report').click();
  await expect(page.getByRole('alert')).toContainText('Section 1');
  await expect(files()).toHaveCount(0);
  await button('Close this report').click();
  await button('Close without saving').click();
});

test('a pinned figure comes into a report', async () => {
  await openByRail(page, 'Overview');
  await nothingBusy(page);
  await page.getByRole('button', { name: /^Pin/ }).last().click();
  await openByRail(page, 'Reports');
  await button('Use the pinned figures').click();
  await make();
  await expect(page.getByRole('article').getByText('Figure 1', { exact: true })).toBeVisible();
  await expect(page.getByRole('article').locator('.gap')).toHaveCount(0);
});

test('on a narrow screen nothing scrolls sideways, and nothing was complained of', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  // Pictures are drawn anew for the width.
  const wide = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  await expect.poll(wide).toBe(0);
  await page.setViewportSize({ width: 1440, height: 1000 });
  await button('Close this report').click();
  await button('Close without saving').click();
  await page.goto('about:blank');
  expect(complaints).toEqual([]);
});
