// On paper, at the width of an A4 page between its margins, with the sample county loaded.
import { nothingBusy, openByRail } from './overview_page';
import { expect, test } from './sample_page';

const paper = { width: 680, height: 1000 };

test('no headline runs out of its tile, whatever its unit', async ({ sampleTab }) => {
  test.setTimeout(240_000);
  const { page } = sampleTab;
  await sampleTab.afresh();
  // The pages with the longest units.
  for (const name of ['Enforcement', 'Services']) {
    await openByRail(page, name);
    await nothingBusy(page);
    await page.setViewportSize(paper);
    await page.emulateMedia({ media: 'print' });
    const tiles = page.getByRole('article');
    await expect(tiles.first()).toBeVisible();
    const cut = await tiles.evaluateAll((all) =>
      all
        .filter((tile) =>
          [...tile.children].some(
            (part) =>
              part.scrollWidth > part.clientWidth + 1 ||
              part.getBoundingClientRect().right > tile.getBoundingClientRect().right,
          ),
        )
        .map((tile) => tile.textContent),
    );
    expect(cut, name).toEqual([]);
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: 1440, height: 1000 });
  }
});
