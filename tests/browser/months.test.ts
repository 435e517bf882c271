// Choosing months on an axis of time: every page follows, and the numbers are those of the command line.
import type { Locator, Page } from '@playwright/test';
import { overviewReady } from './overview_page';
import { asPercent, sampleFigures } from './sample_figures';
import { expect, test } from './sample_page';

test.describe.configure({ mode: 'serial' });

let page: Page;
let complaints: readonly string[];

test.beforeAll(async ({ sampleTab }) => {
  test.setTimeout(240_000);
  ({ page, complaints } = sampleTab);
  await sampleTab.afresh();
});

const nameOfMonth = /([A-Z][a-z]+ 20\d\d)/;

/** Drags across a picture, from one share of its width to another. */
async function drag(picture: Locator, from: number, to: number): Promise<void> {
  const box = await picture.boundingBox();
  if (!box) throw new Error('The picture is not on the screen.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + from * box.width, y);
  await page.mouse.down();
  await page.mouse.move(box.x + ((from + to) / 2) * box.width, y, { steps: 4 });
  await page.mouse.move(box.x + to * box.width, y, { steps: 4 });
  await page.mouse.up();
}

const monthsOf = (page: Page): string | null =>
  new URLSearchParams(new URL(page.url()).hash.slice(1)).get('months');

test('a drag over the months of a picture chooses them, and the tile is of the last', async () => {
  const picture = page.getByRole('application').first();
  await drag(picture, 0.1, 0.3);
  await expect.poll(() => monthsOf(page)).toMatch(/^20\d\d-\d\d\.20\d\d-\d\d$/);
  await overviewReady(page);
  const [, to = ''] = (monthsOf(page) ?? '').split('.');
  const [figure] = await sampleFigures('--measure', 'neet_or_not_known', '--period', to);
  const tile = page.getByRole('article', { name: 'NEET or not known' });
  await expect(tile.locator('.value')).toHaveText(
    asPercent(figure?.value ?? null).replace(' ', ' '),
  );
  await expect(page.getByLabel('Months chosen', { exact: true })).toBeVisible();
  // Both axes of the picture show what was chosen on one.
  await expect(picture.locator('span[style*="left"]')).toHaveCount(2);
});

test('the choice goes along to another page, whose figures name the month', async () => {
  const [, to = ''] = (monthsOf(page) ?? '').split('.');
  await page.getByRole('link', { name: 'NEET', exact: true }).click();
  await expect.poll(() => monthsOf(page)).toContain(to);
  const month = new Date(`${to}-15`).toLocaleDateString('en-GB', {
    month: 'long',
    year: 'numeric',
  });
  await expect(page.getByRole('heading', { name: 'NEET and destinations' })).toBeVisible();
  await expect(page.locator('.subtitle', { hasText: month }).first()).toBeVisible();
});

test('Escape gives all months back, and so does the back button', async () => {
  const before = monthsOf(page);
  await page.keyboard.press('Escape');
  await expect.poll(() => monthsOf(page)).toBeNull();
  await page.goBack();
  await expect.poll(() => monthsOf(page)).toBe(before);
  await page.getByRole('button', { name: 'Clear months chosen' }).click();
  await expect.poll(() => monthsOf(page)).toBeNull();
});

test('the keyboard chooses months too, and says which', async () => {
  await page.getByRole('link', { name: 'Overview', exact: true }).click();
  await overviewReady(page);
  const picture = page.getByRole('application').first();
  // Before it is drawn there is nothing in it to walk through.
  await expect(picture.locator('svg').first()).toBeVisible();
  await picture.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  const inMonths = (text: string) => 12 * Number(text.slice(0, 4)) + Number(text.slice(5));
  await expect
    .poll(() => {
      const [from = '', to = ''] = (monthsOf(page) ?? '').split('.');
      return inMonths(to) - inMonths(from);
    })
    .toBe(2);
  const spoken = page.locator('figure').first().locator('[aria-live=polite]');
  await expect(spoken).toContainText('Chosen: ');
  await expect(spoken).toContainText(nameOfMonth);
  // The first Escape leaves the mark, the second the months.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(() => monthsOf(page)).toBeNull();
});

test('a link with months that are none says so', async () => {
  await page.evaluate(() => (location.hash = 'v=1&months=2025-03.2024-11'));
  await expect(page.getByText('the months “2025-03.2024-11”')).toBeVisible();
  await page.evaluate(() => (location.hash = ''));
});

test('of many changes one after the other only the last is worked out to the end', async () => {
  await overviewReady(page);
  const codes = await page
    .getByLabel('District', { exact: true })
    .locator('option')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  const districts = codes.filter((code) => code.startsWith('E07'));
  // Two districts at once, of one year group: nothing of it was asked before.
  const views = districts.map(
    (code, index) =>
      `v=1&district=${code}.${districts[(index + 1) % districts.length]}&year_group=${(index % 2) + 12}`,
  );
  const last = views.at(-1) ?? '';
  const asked = await page.evaluate(async (fragments) => {
    performance.clearMeasures();
    for (const fragment of fragments) {
      location.hash = fragment;
      await new Promise((done) => setTimeout(done));
    }
    return new Promise<number>((done) => {
      const look = (): void => {
        if (document.querySelector('.overview[aria-busy=false]') === null) setTimeout(look, 20);
        else
          done(
            performance
              .getEntriesByType('measure')
              .filter(({ name }) => name.startsWith('waymark ask')).length,
          );
      };
      setTimeout(look, 50);
    });
  }, views);
  expect(new URL(page.url()).hash).toBe(`#${last}`);
  // Each view asks ten questions and more.
  expect(asked).toBeLessThan(5 * views.length);
  const names =
    (await page.getByLabel('District', { exact: true }).locator('option:checked').textContent()) ??
    '';
  await expect(page.locator('.words')).toContainText(names.split(' and ')[0] ?? '');
});

test('nothing was complained of', () => {
  expect(complaints).toEqual([]);
});
